using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// Brings the rows of all registers in, person by person, because what a referral counts as depends on all of somebody's referrals.
/// A register is held in memory while it comes in; it grows with people, not with calls.
/// </summary>
internal sealed class RegistersIn(GroupStore store, GroupDb db, ImportRequest request, GroupWords words)
{
    private const int NewPeopleInAUnit = 250;
    private const int KnownPeopleInAUnit = 20;
    private readonly Dictionary<Guid, PersonId> records = [];

    /// <summary>Told after each unit of work.</summary>
    public Action? Progress { get; init; }

    public HashSet<PersonId> NewPeople { get; } = [];

    /// <summary>Whose first answered contact has to be found again.</summary>
    public HashSet<PersonId> Touched { get; } = [];

    /// <summary>People of the files whom nobody knew, in a dry run.</summary>
    public List<PersonRows> WouldBeNew { get; } = [];

    public int ClosedWithoutDay { get; private set; }

    /// <summary>The record a person of the files is; null when they have none (any more).</summary>
    public PersonId? RecordOf(KnownPerson person) =>
        records.TryGetValue(person.Id, out var record) ? record : person.IsInStore ? new PersonId(person.Id) : null;

    /// <summary>Rows that were brought in before say who their people are, even if a name was put right here since.</summary>
    public async Task LearnAsync(IEnumerable<StandingRow> known)
    {
        foreach (var some in known.Where(r => r.Person is { IsInStore: false } && r.Row is RegisterRow).Chunk(500))
        {
            var targets = some.Select(r => new ReferralId(r.Before!.TargetId)).ToList();
            var whose = await db.Referrals.AsNoTracking().Where(r => targets.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.PersonId);
            foreach (var row in some)
                if (whose.TryGetValue(new ReferralId(row.Before!.TargetId), out var person))
                    records[row.Person!.Id] = person;
        }
    }

    /// <returns>How many people were nobody's record before.</returns>
    public async Task<int> WriteAsync(IReadOnlyList<StandingRow> rows, CancellationToken cancel)
    {
        ClosedWithoutDay += rows.Count(r => r.Row is RegisterRow { State: "Closed", ClosedOn: null });
        var people = rows.GroupBy(r => r.Person!.Id).Select(g => new PersonRows(g.First().Person!, [.. g])).ToList();
        var fresh = people.Where(p => RecordOf(p.Person) is null).ToList();
        if (request.DryRun)
        {
            WouldBeNew.AddRange(fresh);
            foreach (var person in fresh)
                records[person.Person.Id] = new PersonId(person.Person.Id);
            return fresh.Count;
        }

        foreach (var row in rows.Select(r => (RegisterRow)r.Row))
        {
            words.Take(GroupList.ReferringTeam, row.Team);
            foreach (var factor in row.Factors.Concat(row.UnknownFactors))
                words.Take(GroupList.Factor, factor);
        }

        await words.SaveAsync(store, request.By);
        foreach (var some in fresh.Chunk(NewPeopleInAUnit))
        {
            cancel.ThrowIfCancellationRequested();
            var made = await store.Write("RegisterBroughtIn", request.By, unit => new NewPeopleRows(unit, request.Attempt, words).WriteAsync(some));
            for (var i = 0; i < some.Length; i++)
                records[some[i].Person.Id] = made[i];
            NewPeople.UnionWith(made);
            Touched.UnionWith(made);
            Progress?.Invoke();
        }

        foreach (var some in people.Except(fresh).Chunk(KnownPeopleInAUnit))
        {
            cancel.ThrowIfCancellationRequested();
            await store.Write("RegisterBroughtIn", request.By, async unit =>
            {
                var make = new KnownPersonRows(unit, request.Attempt, words);
                foreach (var person in some)
                    await make.WriteAsync(person, RecordOf(person.Person)!.Value);
            });
            Touched.UnionWith(some.Select(p => RecordOf(p.Person)!.Value));
            Progress?.Invoke();
        }

        return fresh.Count;
    }
}

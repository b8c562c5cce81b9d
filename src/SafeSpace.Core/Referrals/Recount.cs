using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

/// <summary>
/// Brings a person's kinds of referral, spells and case to what the counting rule says of all their referrals: after a new
/// referral, a merge, its undoing, an import. It changes only what is not so already, and asks nobody: what facilitators said stands.
/// </summary>
public static class Recount
{
    public static async Task OfAsync(Unit unit, PersonId person)
    {
        await unit.Db.SaveChangesAsync();
        var referrals = (await ReferralsOf.AskAsync(unit.Db, person)).ToDictionary(r => r.Id.Value);
        var spells = (await CaseWriter.SpellsOf.AskAsync(unit.Db, person)).ToDictionary(s => s.Id);
        if (referrals.Count > 0 || spells.Count > 0)
            Work(unit, person, referrals, spells, await CaseWriter.FindAsync(unit, person));
        else
            await CaseWriter.RefreshAsync(unit, person);
        await unit.Db.SaveChangesAsync();
    }

    /// <summary>The same of somebody who is new in this unit: nothing of theirs lies in the store yet, so nothing is asked or saved.</summary>
    public static void OfNew(Unit unit, Referral first) => Work(unit, first.PersonId, new() { [first.Id.Value] = first }, [], null);

    private static void Work(Unit unit, PersonId person, Dictionary<Guid, Referral> referrals, Dictionary<SpellId, Spell> spells, Case? known)
    {
        var counted = CountingRule.Work(Facts(person, referrals.Values, spells)).Single();
        var @case = known ?? unit.Db.Cases.Add(new Case { Id = CaseId.New(), PersonId = person }).Entity;
        var rows = Match(counted, referrals, spells);
        for (var index = 0; index < rows.Length; index++)
            rows[index] = Fit(unit, rows[index], counted.Spells[index], @case, [.. Members(counted, index, referrals, spells)]);
        foreach (var place in counted.Referrals.Where(r => referrals.ContainsKey(r.Id)))
            (referrals[place.Id].Kind, referrals[place.Id].SpellId) = (place.Kind, rows[place.SpellIndex]!.Id);
        unit.Db.Spells.RemoveRange(spells.Values.Except(rows.OfType<Spell>()));
        Head(@case, counted, rows!, referrals);
        CaseWriter.Show(@case, CaseWriter.Newest(rows!)!);
    }

    private static readonly ListQuestion<PersonId, Referral> ReferralsOf = new((db, person) => db.Set<Referral>().Where(r => r.PersonId == person));

    /// <summary>
    /// Each referral with the day its spell closed. A stretch that began without a referral (somebody came back by themselves)
    /// counts as a beginning too, under the spell's own id.
    /// </summary>
    private static IEnumerable<ReferralFact> Facts(PersonId person, IReadOnlyCollection<Referral> referrals, Dictionary<SpellId, Spell> spells)
    {
        var begun = referrals.Where(r => r.Kind != ReferralKind.Double && r.SpellId is not null).Select(r => (r.SpellId!.Value, r.Day)).ToHashSet();
        var alone = spells.Values.Where(s => !begun.Contains((s.Id, s.OpenedOn)))
            .Select(s => new ReferralFact(s.Id.Value, person.Value, s.OpenedOn, s.ClosedOn, long.MinValue));
        return alone.Concat(referrals.Select(r => new ReferralFact(r.Id.Value, person.Value, r.Day, SpellOf(r, spells)?.ClosedOn, r.Order, r.FacilitatorSaid)));
    }

    /// <summary>Which row stands for which counted spell: the one its beginning has, else any that one of its referrals has.</summary>
    private static Spell?[] Match(CountedPerson counted, Dictionary<Guid, Referral> referrals, Dictionary<SpellId, Spell> spells)
    {
        var free = spells.Values.ToHashSet();
        var rows = new Spell?[counted.Spells.Count];
        foreach (var place in counted.Referrals.OrderBy(r => r.Kind == ReferralKind.Double))
        {
            if (rows[place.SpellIndex] is null && RowOf(place.Id, referrals, spells) is { } row && free.Remove(row))
                rows[place.SpellIndex] = row;
        }

        return rows;
    }

    private static IEnumerable<Spell> Members(CountedPerson counted, int index, Dictionary<Guid, Referral> referrals, Dictionary<SpellId, Spell> spells) =>
        counted.Referrals.Where(r => r.SpellIndex == index).Select(r => RowOf(r.Id, referrals, spells)).OfType<Spell>().Distinct();

    private static Spell Fit(Unit unit, Spell? row, CountedSpell counted, Case @case, IReadOnlyList<Spell> members)
    {
        if (row is null)
            unit.Db.Spells.Add(row = new Spell { Id = SpellId.New(), CaseId = @case.Id, PersonId = @case.PersonId, OpenedOn = counted.OpenedOn });
        var ends = members.FirstOrDefault(m => counted.ClosedOn is not null && m.ClosedOn == counted.ClosedOn);
        if (ends is not null && ends != row)
        {
            row.CloseReason = ends.CloseReason;
            row.HowThingsAre = unit.Seal(
                @case.PersonId, PersonWords.HowThingsAre, row.RowId, unit.Open(PersonWords.HowThingsAre, ends.RowId, ends.HowThingsAre));
        }

        var open = members.Where(m => m.ClosedOn is null).ToList();
        if (counted.ClosedOn is null)
        {
            row.SteppedDownOn = open.Count > 0 && open.All(m => m.SteppedDownOn is not null) ? open.Max(m => m.SteppedDownOn) : null;
            row.CloseReason = null;
        }

        (row.CaseId, row.OpenedOn, row.ClosedOn) = (@case.Id, counted.OpenedOn, counted.ClosedOn);
        return row;
    }

    /// <summary>What lists show of the newest spell. A new spell has had no contact yet.</summary>
    private static void Head(Case @case, CountedPerson counted, Spell[] rows, Dictionary<Guid, Referral> referrals)
    {
        var newest = Enumerable.Range(0, rows.Length).MaxBy(i => (rows[i].ClosedOn is null, rows[i].OpenedOn, i));
        if (rows[newest].OpenedOn > @case.OpenedOn)
            @case.FirstAnsweredAt = null;
        var begins = counted.Referrals.First(r => r.SpellIndex == newest && r.Kind != ReferralKind.Double);
        if (referrals.TryGetValue(begins.Id, out var referral))
            @case.Team = referral.Team;
    }

    private static Spell? RowOf(Guid fact, Dictionary<Guid, Referral> referrals, Dictionary<SpellId, Spell> spells) =>
        referrals.TryGetValue(fact, out var referral) ? SpellOf(referral, spells) : spells.GetValueOrDefault(new SpellId(fact));

    private static Spell? SpellOf(Referral referral, Dictionary<SpellId, Spell> spells) =>
        referral.SpellId is { } id ? spells.GetValueOrDefault(id) : null;
}

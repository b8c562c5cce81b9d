using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>Puts in people nobody knew, hundreds in one unit of work: themselves, their case with its spells, their referrals and factors.</summary>
internal sealed class NewPeopleRows(Unit unit, Guid run, GroupWords words)
{
    private readonly ReferralRows make = new(unit, words);
    private readonly List<Case> cases = [];
    private readonly List<Spell> spells = [];
    private readonly List<Referral> referrals = [];
    private readonly List<PersonFactor> factors = [];
    private readonly List<BroughtInRow> marks = [];

    /// <returns>The person each became, in the order given.</returns>
    public async Task<IReadOnlyList<PersonId>> WriteAsync(IReadOnlyList<PersonRows> many)
    {
        var people = await PersonWriter.AddManyAsync(unit, [.. many.Select(p => (PeopleOfRows.Details(p.Person, p.Registers), p.Person.Reference))]);
        await unit.MakeKeysAsync([.. people.Select(p => p.Id)]);
        for (var i = 0; i < many.Count; i++)
            Add(many[i], people[i].Id);
        await unit.InsertManyAsync(cases);
        await unit.InsertManyAsync(spells);
        await unit.InsertManyAsync(referrals);
        await unit.InsertManyAsync(factors);
        await unit.InsertManyAsync(marks);
        return [.. people.Select(p => p.Id)];
    }

    private void Add(PersonRows rows, PersonId person)
    {
        var made = rows.Rows.ToDictionary(r => r.Order, r => (Row: r, Made: make.Make((RegisterRow)r.Row, person, r.Order)));
        var counted = CountingRule.Work(made.Values.Select(m => Fact(m.Row, m.Made.Referral))).Single();
        var @case = new Case { Id = CaseId.New(), PersonId = person, Version = Ids.New() };
        var its = counted.Spells.Select(s => new Spell { Id = SpellId.New(), CaseId = @case.Id, PersonId = person, OpenedOn = s.OpenedOn, ClosedOn = s.ClosedOn, Version = Ids.New() }).ToList();
        var byId = made.Values.ToDictionary(m => m.Made.Referral.Id.Value);
        foreach (var place in counted.Referrals)
        {
            var (row, (referral, named)) = byId[place.Id];
            (referral.Kind, referral.SpellId) = (place.Kind, its[place.SpellIndex].Id);
            if (SaysSteppedDown((RegisterRow)row.Row) && its[place.SpellIndex].ClosedOn is null)
                its[place.SpellIndex].SteppedDownOn = unit.Clock.DayOf(unit.Now);
            referrals.Add(referral);
            factors.AddRange(named);
            marks.Add(row.Mark(run, referral.Id.Value));
        }

        var newest = its.OrderByDescending(s => s.ClosedOn is null).ThenByDescending(s => s.OpenedOn).ThenByDescending(its.IndexOf).First();
        @case.State = newest.ClosedOn is not null ? CaseState.Closed : newest.SteppedDownOn is not null ? CaseState.SteppedDown : CaseState.Open;
        @case.OpenedOn = newest.OpenedOn;
        @case.Team = byId[counted.Referrals.First(r => its[r.SpellIndex] == newest).Id].Made.Referral.Team;
        cases.Add(@case);
        spells.AddRange(its);
    }

    internal static bool SaysSteppedDown(RegisterRow row) => row.State == "Stepped down" && row.ClosedOn is null;

    private static ReferralFact Fact(StandingRow row, Referral referral) =>
        new(referral.Id.Value, referral.PersonId.Value, referral.Day, ((RegisterRow)row.Row).ClosedOn, referral.Order);
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Referrals;

/// <summary>When two records become one person, or one becomes two again, first, repeat and double are worked out anew.</summary>
public sealed class RecountTests
{
    private static async Task<TestGroup> GroupAsync(EngineKind engine) => await (await TestSite.OnAsync(engine)).NewGroupAsync();

    /// <summary>Moves everything the counting rule looks at to another person, and counts again.</summary>
    private static Task MoveAsync(TestGroup group, PersonId from, PersonId to) => group.Store.Write("Moved", Actor.CommandLine, async unit =>
    {
        foreach (var referral in await unit.Db.Referrals.Where(r => r.PersonId == from).ToListAsync())
            referral.PersonId = to;
        foreach (var spell in await unit.Db.Spells.Where(s => s.PersonId == from).ToListAsync())
            spell.PersonId = to;
        await Recount.OfAsync(unit, to);
        await Recount.OfAsync(unit, from);
    });

    private static Task<CaseMove> CloseAsync(TestGroup group, PersonId person, DateOnly on, string? how = null) =>
        group.Store.Write("CaseClosed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, person, on, "better", how));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoRecordsOpenAtOnce_BecomeOneSpell_FirstAndDouble(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var kept = await group.ReferAsync(day: today.AddDays(-3));
        var gone = await group.ReferAsync(day: today.AddDays(-9), team: "home_treatment");

        await MoveAsync(group, gone.Person, kept.Person);

        Assert.Equal([(gone.Id, ReferralKind.First), (kept.Id, ReferralKind.Double)], (await group.ReferralsAsync()).Select(r => (r.Id, r.Kind)));
        var spell = Assert.Single(await group.SpellsAsync(kept.Person));
        Assert.Equal((today.AddDays(-9), null), (spell.OpenedOn, spell.ClosedOn));
        var @case = (await group.CaseAsync(kept.Person))!;
        Assert.Equal((spell.CaseId, today.AddDays(-9), "home_treatment"), (@case.Id, @case.OpenedOn, @case.Team));
        Assert.Null(await group.CaseAsync(gone.Person));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OneClosedBeforeTheOtherOpened_StayTwoSpells_FirstAndRepeat(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var gone = await group.ReferAsync(day: today.AddDays(-30));
        await CloseAsync(group, gone.Person, today.AddDays(-20), "Sleeping again.");
        var kept = await group.ReferAsync(day: today.AddDays(-3));

        await MoveAsync(group, gone.Person, kept.Person);

        Assert.Equal([ReferralKind.First, ReferralKind.Repeat], (await group.ReferralsAsync()).Select(r => r.Kind));
        var spells = await group.SpellsAsync(kept.Person);
        Assert.Equal(2, spells.Count);
        Assert.Equal("Sleeping again.", group.Store.Vault.Open(PersonWords.HowThingsAre, spells[0].RowId, spells[0].HowThingsAre));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task BothClosed_TheLaterEndHolds_WithItsReasonAndWords(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var kept = await group.ReferAsync(day: today.AddDays(-30));
        await CloseAsync(group, kept.Person, today.AddDays(-20));
        var gone = await group.ReferAsync(day: today.AddDays(-25));
        await CloseAsync(group, gone.Person, today.AddDays(-5), "Has a flat.");

        await MoveAsync(group, gone.Person, kept.Person);

        var spell = Assert.Single(await group.SpellsAsync(kept.Person));
        Assert.Equal((today.AddDays(-30), today.AddDays(-5), "better"), (spell.OpenedOn, spell.ClosedOn, spell.CloseReason));
        Assert.Equal("Has a flat.", group.Store.Vault.Open(PersonWords.HowThingsAre, spell.RowId, spell.HowThingsAre));
        Assert.Equal(CaseState.Closed, (await group.CaseAsync(kept.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MovedApartAgain_EachIsAFirst(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var one = await group.ReferAsync();
        var other = await group.ReferAsync("Samuel");
        await MoveAsync(group, other.Person, one.Person);

        await group.Store.Write("MovedBack", Actor.CommandLine, async unit =>
        {
            (await unit.Db.Referrals.FindAsync(other.Id))!.PersonId = other.Person;
            await Recount.OfAsync(unit, one.Person);
            await Recount.OfAsync(unit, other.Person);
        });

        Assert.All(await group.ReferralsAsync(), r => Assert.Equal(ReferralKind.First, r.Kind));
        Assert.Single(await group.SpellsAsync(one.Person));
        Assert.Single(await group.SpellsAsync(other.Person));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatIsRightAlready_IsNotTouched(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var first = await group.ReferAsync(decision: Refer.TakenOn);
        await group.ReferAsync(known: first.Person);
        await CloseAsync(group, first.Person, group.Store.Clock.Today);
        await group.ReferAsync(known: first.Person);
        await using var db = await group.Store.ReadAsync();
        var before = await db.Operations.CountAsync();

        await group.Store.Write("Recounted", Actor.CommandLine, unit => Recount.OfAsync(unit, first.Person));

        Assert.Equal(before, await db.Operations.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NobodyReferred_NoSpell_NoCase(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var person = await group.AddPersonAsync(open: false);

        await group.Store.Write("Recounted", Actor.CommandLine, unit => Recount.OfAsync(unit, person.Id));

        Assert.Null(await group.CaseAsync(person.Id));
    }

    /// <summary>The store's own counting, whatever came in what order, is what the rule says of the same referrals.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite, 7)]
    [InlineData(EngineKind.Sqlite, 23)]
    [InlineData(EngineKind.Postgres, 7)]
    [InlineData(EngineKind.Postgres, 23)]
    public async Task InAnyOrder_TheRowsAreWhatTheRuleSays(EngineKind engine, int seed)
    {
        var group = await GroupAsync(engine);
        var random = new Random(seed);
        var start = group.Store.Clock.Today.AddDays(-60);
        var person = (await group.ReferAsync(day: start.AddDays(random.Next(60)))).Person;
        for (var i = 0; i < 12; i++)
        {
            if (random.Next(3) == 0 && (await group.CaseAsync(person))!.State != CaseState.Closed)
                await CloseAsync(group, person, group.Store.Clock.Today.AddDays(-random.Next(3)));
            await group.ReferAsync(known: person, day: start.AddDays(random.Next(60)));
        }

        var spells = await group.SpellsAsync(person);
        var rows = await group.ReferralsAsync();
        var worked = CountingRule.Work(rows.Select(r => new ReferralFact(
            r.Id.Value, person.Value, r.Day, spells.Single(s => s.Id == r.SpellId).ClosedOn, r.Order, r.FacilitatorSaid))).Single();
        Assert.Equal(worked.Referrals.Select(r => (r.Id, r.Kind)).OrderBy(r => r.Id), rows.Select(r => (r.Id.Value, r.Kind)).OrderBy(r => r.Value));
        Assert.Equal(worked.Spells.Select(s => (s.OpenedOn, s.ClosedOn)).Order(), spells.Select(s => (s.OpenedOn, s.ClosedOn)).Order());
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Referrals;

public sealed class ReferTests
{
    private static async Task<TestGroup> GroupAsync(EngineKind engine) => await (await TestSite.OnAsync(engine)).NewGroupAsync();

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyNew_IsAFirst_AndTheCaseOpensThatDay(EngineKind engine)
    {
        var group = await GroupAsync(engine);

        var referred = await group.ReferAsync();

        Assert.Equal((ReferralKind.First, ReferralOutcome.Waiting, false, "SS0001"), (referred.Kind, referred.Outcome, referred.Again, referred.Reference));
        var spell = Assert.Single(await group.SpellsAsync(referred.Person));
        Assert.Equal((group.Store.Clock.Today, null), (spell.OpenedOn, spell.ClosedOn));
        Assert.Equal(spell.Id, (await group.ReferralAsync(referred.Id)).SpellId);
        var @case = (await group.CaseAsync(referred.Person))!;
        Assert.Equal((CaseState.Open, spell.OpenedOn, "crisis_team"), (@case.State, @case.OpenedOn, @case.Team));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task RangAgainWhileOpen_IsADouble_InTheSameSpell(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var first = await group.ReferAsync();

        var second = await group.ReferAsync(known: first.Person);

        Assert.Equal(ReferralKind.Double, second.Kind);
        Assert.Single(await group.SpellsAsync(first.Person));
        Assert.Equal((await group.ReferralAsync(first.Id)).SpellId, (await group.ReferralAsync(second.Id)).SpellId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NewCrisisWhileOpen_TheFacilitatorsWordStands_AndTheOldSpellEnds(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var first = await group.ReferAsync(day: today.AddDays(-10));

        var second = await group.ReferAsync(known: first.Person, said: CrisisWord.NewCrisis);

        Assert.Equal(ReferralKind.Repeat, second.Kind);
        var spells = await group.SpellsAsync(first.Person);
        Assert.Equal([(today.AddDays(-10), today), (today, (DateOnly?)null)], spells.Select(s => (s.OpenedOn, s.ClosedOn)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ReferredAfterClosing_IsARepeat_AndTheCaseIsOpenAgain(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var first = await group.ReferAsync(day: today.AddDays(-30));
        await group.Store.Write("CaseClosed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, first.Person, today.AddDays(-9), "better", "Much better."));

        var second = await group.ReferAsync(known: first.Person, team: "home_treatment");

        Assert.Equal(ReferralKind.Repeat, second.Kind);
        Assert.Equal(2, (await group.SpellsAsync(first.Person)).Count);
        var @case = (await group.CaseAsync(first.Person))!;
        Assert.Equal((CaseState.Open, today, "home_treatment"), (@case.State, @case.OpenedOn, @case.Team));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SameCrisisAfterClosing_TheFacilitatorsWordStands_AndTheSpellGoesOn(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var first = await group.ReferAsync(day: today.AddDays(-30));
        await group.Store.Write("CaseClosed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, first.Person, today.AddDays(-1), "lost_touch", null));

        var second = await group.ReferAsync(known: first.Person, said: CrisisWord.SameCrisis);

        Assert.Equal(ReferralKind.Double, second.Kind);
        var spell = Assert.Single(await group.SpellsAsync(first.Person));
        Assert.Equal((null, null), (spell.ClosedOn, spell.CloseReason));
        Assert.Equal(CaseState.Open, (await group.CaseAsync(first.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task CameBackByThemselves_ThenReferred_IsADouble(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var person = await group.AddPersonAsync(open: true);

        var referred = await group.ReferAsync(known: person.Id);

        Assert.Equal(ReferralKind.Double, referred.Kind);
        Assert.Single(await group.SpellsAsync(person.Id));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WrittenDownButNeverReferred_IsAFirst(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var person = await group.AddPersonAsync(open: false);

        Assert.Equal(ReferralKind.First, (await group.ReferAsync(known: person.Id)).Kind);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OfAnEarlierDay_WrittenLate_TakesItsPlaceInTheCount(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var later = await group.ReferAsync();

        var earlier = await group.ReferAsync(known: later.Person, day: today.AddDays(-3));

        Assert.Equal(ReferralKind.First, earlier.Kind);
        Assert.Equal(ReferralKind.Double, (await group.ReferralAsync(later.Id)).Kind);
        var spell = Assert.Single(await group.SpellsAsync(later.Person));
        Assert.Equal(today.AddDays(-3), spell.OpenedOn);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OfADayInAClosedSpell_WrittenLate_DoesNotOpenItAgain(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var first = await group.ReferAsync(day: today.AddDays(-20));
        await group.Store.Write("CaseClosed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, first.Person, today.AddDays(-5), "better", null));

        var late = await group.ReferAsync(known: first.Person, day: today.AddDays(-10));

        Assert.Equal(ReferralKind.Double, late.Kind);
        Assert.Equal(CaseState.Closed, (await group.CaseAsync(first.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheSameIdTwice_IsOneReferral_AndOnePerson(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var id = ReferralId.New();
        var details = new ReferralDetails { Channel = Channel.Phone, Person = new PersonDetails { GivenName = "Sam" } };

        var first = await group.ReferAsync(details, id);
        var again = await group.ReferAsync(details, id);

        Assert.False(first!.Again);
        Assert.True(again!.Again);
        Assert.Equal(first.Person, again.Person);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.People.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyWhoIsNotThere_SavesNothing(EngineKind engine)
    {
        var group = await GroupAsync(engine);

        Assert.Null(await group.ReferAsync(new ReferralDetails { Channel = Channel.Phone, Known = PersonId.New() }));

        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyKnown_WhatIsNewGoesBesideWhatWasKnown(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var person = await group.AddPersonAsync(new PersonDetails
        {
            GivenName = "Sam",
            Surname = "Harley",
            Phones = [new PhoneDetails("01302 555 001", "mum's")],
            SafeTimes = "Not before 5",
            Voicemail = Voicemail.No,
        });

        await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Phone,
            Known = person.Id,
            Person = new PersonDetails
            {
                GivenName = "Samantha",
                Postcode = "DN2 5XX",
                SafeTimes = "Not on Sundays",
                WhoMayAnswer = "Mum",
                Phones = [new PhoneDetails("+44 1302 555001"), new PhoneDetails("07700 900123")],
            },
        });

        await using var db = await group.Store.ReadAsync();
        var now = PersonDetails.Of(await db.People.AsNoTracking().SingleAsync(), await db.Phones.AsNoTracking().OrderBy(p => p.Id).ToListAsync(), group.Store.Vault);
        Assert.Equal(("Sam", "DN2 5XX", "Not before 5\nNot on Sundays", "Mum", Voicemail.No), (now.GivenName, now.Postcode, now.SafeTimes, now.WhoMayAnswer, now.Voicemail));
        Assert.Equal([new PhoneDetails("01302 555 001", "mum's"), new PhoneDetails("07700 900123")], now.Phones);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EverythingTold_IsKept_SealedWhereItIsAStory(EngineKind engine)
    {
        var group = await GroupAsync(engine);

        var referred = await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Phone,
            Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" },
            ReferrerName = "Nurse Joy",
            ReferrerContact = "ext. 12",
            HowSoon = "today",
            HowSoonWords = "before the weekend",
            ToldUs = "lost her flat",
            Needs = "a bed",
            Risks = "alone tonight",
            FromReferrer = ["anxiety_depression", "anxiety_depression"],
            FromPeers = ["housing"],
            Owed = ["hospital letter", " "],
        });

        var row = await group.ReferralAsync(referred!.Id);
        string? Open(string column, Sealed? words) => group.Store.Vault.Open(column, row.RowId, words);
        Assert.Equal(
            ("Nurse Joy", "ext. 12", "today", "before the weekend", "lost her flat", "a bed", "alone tonight", "Sam Harley"),
            (row.ReferrerName, row.ReferrerContact, row.HowSoon, Open(ReferralWords.HowSoonWords, row.HowSoonWords), Open(ReferralWords.ToldUs, row.ToldUs),
            Open(ReferralWords.Needs, row.Needs), Open(ReferralWords.Risks, row.Risks), Open(ReferralWords.NamedAs, row.NamedAs)));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(
            [("anxiety_depression", SeenBy.Referrer), ("housing", SeenBy.Peers)],
            (await db.Factors.AsNoTracking().OrderBy(f => f.Factor).ToListAsync()).Select(f => (f.Factor, f.SeenBy)));
        var owed = Assert.Single(await db.OwedItems.AsNoTracking().ToListAsync());
        Assert.Equal("hospital letter", group.Store.Vault.Open(ReferralWords.Owed, owed.Id, owed.What));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatIsMissing_StandsOnTheToDoList_UntilItIsThere(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var service = new ReferralService(group.Store);
        var referred = await group.ReferAsync();
        await service.AskAsync(Ids.New(), referred.Id, "hospital letter", Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();

        var before = await ReferralToDo.OfAsync(db, group.Store.Vault, referred.Person);
        await service.CameAsync(before[^1].OwedId!.Value, Actor.CommandLine);
        await service.DecideAsync(referred.Id, null, Refer.TakenOn, Actor.CommandLine);
        var after = await ReferralToDo.OfAsync(db, group.Store.Vault, referred.Person);

        Assert.Equal([ToDoKind.Decide, ToDoKind.HearNeeds, ToDoKind.StillOwed], before.Select(t => t.Kind));
        Assert.Equal("hospital letter", before[^1].Words);
        Assert.Equal([ToDoKind.HearNeeds], after.Select(t => t.Kind));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Referrals.ComeBack;

/// <summary>Somebody known rings the desk: taken back where it is agreed, counted where it is not.</summary>
public sealed class IndexTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhileItIsOff_NobodyIsTakenBack_AndItIsCountedThatTheyAsked(EngineKind engine)
    {
        var (group, person, facilitator, _) = await KnownAsync(engine);
        var page = await facilitator.GetAsync($"/people/{person.Reference}/back");
        Assert.Contains("has not agreed", page.Words(), StringComparison.Ordinal);
        await page.SubmitAsync();
        await page.SubmitAsync();
        await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync();
        Assert.Equal(CaseState.Closed, (await group.CaseAsync(person.Id))!.State);
        var report = await ReportAsync(group);
        Assert.Equal(new DirectReturns(0, 2), report.CameBackDirectly);
        Assert.Contains("Asked to come back directly while it was not agreed2", (await facilitator.GetAsync($"/reports/monitoring?from={report.From}&to={report.To}")).Words("#people ~ div"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Agreed_ANewSpellOpensFromToday_InNoFigureOfReferrals(EngineKind engine)
    {
        var (group, person, facilitator, _) = await KnownAsync(engine);
        var before = await ReportAsync(group);
        await AgreeAsync(group);
        var back = await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync(("Tell", "no"), ("Words", "Nights are bad again."));
        Assert.Contains("Welcome back", back.Words(), StringComparison.Ordinal);
        Assert.Equal((CaseState.Open, group.Store.Clock.Today), ((await group.CaseAsync(person.Id))!.State, (await group.CaseAsync(person.Id))!.OpenedOn));
        var after = await ReportAsync(group);
        Assert.Equal((before.Referrals, before.NewPeople, before.RepeatReferrals, before.People), (after.Referrals, after.NewPeople, after.RepeatReferrals, after.People));
        Assert.Equal(new DirectReturns(1, 0), after.CameBackDirectly);
        Assert.Equal(before.ActiveOn + 1, after.ActiveOn);
        await using var db = await group.Store.ReadAsync();
        var row = await db.DirectReturns.AsNoTracking().SingleAsync();
        Assert.Equal("Nights are bad again.", group.Store.Vault.Open(ComingBackSets.Words, row.Id, row.Words));
        Assert.Contains("open already", (await facilitator.GetAsync($"/people/{person.Reference}/back")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AReferralAfterwards_IsADouble_AndTheReturnsSpellStands(EngineKind engine)
    {
        var (group, person, facilitator, _) = await KnownAsync(engine);
        await AgreeAsync(group);
        await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync(("Tell", "no"));
        var again = await group.ReferAsync(known: person.Id);
        Assert.Equal(ReferralKind.Double, again.Kind);
        Assert.Equal(2, (await group.SpellsAsync(person.Id)).Count);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "yes", true)]
    [InlineData(EngineKind.Postgres, "yes", true)]
    [InlineData(EngineKind.Sqlite, "no", false)]
    [InlineData(EngineKind.Postgres, "no", false)]
    public async Task TheReferrer_SeesItInTheirList_OnlyIfThePersonAgrees(EngineKind engine, string word, bool told)
    {
        var (group, person, facilitator, referrer) = await KnownAsync(engine);
        await AgreeAsync(group);
        await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync(("Tell", word));
        Assert.Equal(told, (await referrer.GetAsync("/refer/mine")).Words().Contains("came back to us directly", StringComparison.Ordinal));
        Assert.DoesNotContain("came back to us directly", (await (await group.SignInAsync(Role.Referrer)).GetAsync("/refer/mine")).Words(), StringComparison.Ordinal);
    }

    /// <summary>The team rang and has no account: the person's word is kept by a letter, found again from their page while the case is open.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ALetterToTheTeam_IsThere_OnlyIfThePersonAgrees_AndSaysNothingOfWhatTheyTold(EngineKind engine)
    {
        var (group, person, facilitator, _) = await KnownAsync(engine);
        await AgreeAsync(group);
        var letter = await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync(("Tell", "yes"), ("Words", "Nights are bad again."));
        Assert.Equal($"/people/{person.Reference}/back", letter.Path);
        Assert.Contains("To: Crisis team", letter.Words(), StringComparison.Ordinal);
        Assert.Contains("Sam Harley came back to us on", letter.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nights are bad", letter.Text, StringComparison.Ordinal);
        Assert.Equal(letter.Words("section[aria-labelledby=letter]"), (await (await facilitator.GetAsync($"/people/{person.Reference}")).FollowAsync("The letter")).Words("section[aria-labelledby=letter]"));

        await group.CloseCaseAsync(person);
        var again = await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync(("Tell", "no"));
        Assert.Equal($"/people/{person.Reference}", again.Path);
        Assert.DoesNotContain("The letter", again.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("To: Crisis team", (await facilitator.GetAsync($"/people/{person.Reference}/back")).Words(), StringComparison.Ordinal);
    }

    /// <summary>A word given to the person is not forgotten: until somebody says that the team was told, their page says it was not.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheTeamWasTold_IsNotedOnce_AndStandsOnThePersonsPage(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referred = (await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Phone,
            Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" },
            Day = group.Store.Clock.Today.AddDays(-40),
            Team = "crisis_team",
            Decision = Testing.Build.Refer.TakenOn,
        }))!;
        await new CaseService(group.Store).CloseAsync(referred.Person, group.Store.Clock.Today.AddDays(-10), "better", null, Actor.CommandLine);
        await AgreeAsync(group);
        var (first, second) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Facilitator));
        var path = $"/people/{referred.Reference}";
        var letter = await (await first.GetAsync(path + "/back")).SubmitAsync(("Tell", "yes"));
        var other = await second.GetAsync(path + "/back");
        Assert.Contains("Not told yet.", (await second.GetAsync(path)).Words(), StringComparison.Ordinal);

        var told = await letter.SubmitAsync();
        Assert.Equal(path, told.Path);
        await other.SubmitAsync();

        Assert.DoesNotContain("Not told yet.", (await second.GetAsync(path)).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var row = await db.DirectReturns.AsNoTracking().SingleAsync();
        Assert.NotNull(row.ToldAt);
        Assert.Equal(first.Account!.DisplayName, row.ToldByName);
        Assert.Contains(row.ToldByName!, (await first.GetAsync(path + "/back")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Agreement_NeedsWithWhom_AndTwoEditorsDoNotWriteOverEachOther(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/group/coming-back");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Agreed", "yes"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.SubmitAsync(("Agreed", "yes"), ("With", "Crisis team"))).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await page.SubmitAsync(("Agreed", "no"), ("With", "Nobody"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Facilitator)).GetAsync("/group/coming-back")).Status);
    }

    /// <summary>The wrong Sam was taken back: it counts as nothing, and the case is closed as it was.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AReturnThatWasSomebodyElse_IsNotCounted_AndTheCaseIsAsItWas(EngineKind engine)
    {
        var (group, person, facilitator, referrer) = await KnownAsync(engine);
        await AgreeAsync(group);
        var path = $"/people/{person.Reference}";
        var before = (await ReportAsync(group)).ActiveOn;
        await (await facilitator.GetAsync(path + "/back")).SubmitAsync(("Tell", "yes"), ("Words", "rang at night"));
        await group.LogContactAsync(person, facilitator.Account!);
        Assert.Equal(1, (await ReportAsync(group)).CameBackDirectly.TakenBack);
        Assert.Equal(before + 1, (await ReportAsync(group)).ActiveOn);

        var form = await facilitator.GetAsync(path + "/back");
        Assert.Contains("Please tell them that it was a mistake", form.Words("#mistake"), StringComparison.Ordinal);
        var back = await form.SubmitFormAsync("#mistake form", ("Why", "another Sam"));

        Assert.Equal(path, back.Path);
        Assert.Equal((0, before), ((await ReportAsync(group)).CameBackDirectly.TakenBack, (await ReportAsync(group)).ActiveOn));
        var @case = await group.ReadAsync(db => db.Cases.SingleAsync());
        Assert.Equal((CaseState.Closed, group.Store.Clock.Today.AddDays(-40)), (@case.State, @case.OpenedOn));
        Assert.Single(await group.ReadAsync(db => db.Spells.ToListAsync()));
        Assert.Single(await group.ReadAsync(db => db.Contacts.ToListAsync()));
        Assert.DoesNotContain("came back", (await referrer.GetAsync("/refer/mine")).Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Null((await group.ReadAsync(db => db.DirectReturns.SingleAsync())).Words);
        Assert.Contains("it was noted by mistake", (await facilitator.GetAsync(path + "/changes")).Words(), StringComparison.Ordinal);
        await group.AssertSoundAsync();
        // And the right Sam can still come back.
        await (await facilitator.GetAsync(path + "/back")).SubmitAsync(("Tell", "no"));
        Assert.Equal(1, (await ReportAsync(group)).CameBackDirectly.TakenBack);
    }

    [Fact]
    public async Task AReturnIntoWhichATeamReferredSince_Stands()
    {
        var (group, person, facilitator, _) = await KnownAsync(EngineKind.Sqlite);
        await AgreeAsync(group);
        await (await facilitator.GetAsync($"/people/{person.Reference}/back")).SubmitAsync(("Tell", "no"));
        await group.ReferAsync(new ReferralDetails { Channel = Channel.Phone, Known = person.Id, Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" }, Decision = Testing.Build.Refer.TakenOn });

        Assert.Null((await facilitator.GetAsync($"/people/{person.Reference}/back")).Page.QuerySelector("#mistake"));
        Assert.Equal(MistakenReturn.ReferredSince, await new ComingBackService(group.Store).MistakenAsync(person.Id, new FirstAnswered(), Actor.CommandLine, null));
        Assert.Equal(1, (await ReportAsync(group)).CameBackDirectly.TakenBack);
    }

    [Fact]
    public async Task SomebodyNobodyReferred_NeedsAReferral()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync(open: false);
        await AgreeAsync(group);
        var facilitator = await group.SignInAsync(Role.Facilitator);
        Assert.Contains("takes a referral", (await facilitator.GetAsync($"/people/{person.Reference}/back")).Words(), StringComparison.Ordinal);
        Assert.Equal(ComingBackResult.NeverKnown, await new ComingBackService(group.Store).ComeBackAsync(Ids.New(), person.Id, false, null, Actor.CommandLine));
    }

    private static async Task<(TestGroup Group, Person Person, Visitor Facilitator, Visitor Referrer)> KnownAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        var referred = (await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Form,
            Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" },
            Day = group.Store.Clock.Today.AddDays(-40),
            Team = "crisis_team",
            ReferrerId = referrer.Account!.UserId,
            Decision = Testing.Build.Refer.TakenOn,
        }))!;
        await new CaseService(group.Store).CloseAsync(referred.Person, group.Store.Clock.Today.AddDays(-10), "better", null, Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        return (group, await db.People.AsNoTracking().SingleAsync(), await group.SignInAsync(Role.Facilitator), referrer);
    }

    private static Task AgreeAsync(TestGroup group) => new ComingBackService(group.Store).AgreeAsync(true, null, "Crisis team", null, Actor.CommandLine);

    private static async Task<MonitoringReport> ReportAsync(TestGroup group)
    {
        var today = group.Store.Clock.Today;
        await using var db = await group.Store.ReadAsync();
        return await MonitoringReport.WorkAsync(db, group.Store.Clock, new Month(today.Year, today.Month), new Month(today.Year, today.Month), today);
    }
}

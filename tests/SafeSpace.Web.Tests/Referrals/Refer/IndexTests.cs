using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.Refer;

public sealed partial class IndexTests
{
    private static async Task<(TestGroup Group, Visitor Desk)> DeskAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        return (group, await group.SignInAsync(Role.Facilitator));
    }

    private static string Value(Answer page, string name) =>
        page.Page.QuerySelector($"[name={name}]") is { } field ? field.GetAttribute("value") ?? field.TextContent.TrimStart('\n') : "";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ANameAlone_IsSaved_AndWaits(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        var saved = await (await desk.GetAsync("/refer")).SubmitAsync(("GivenName", "Sam"), ("Do", "later"));

        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((HttpStatusCode.OK, $"/referrals/{referral.Id.Value}"), (saved.Status, saved.Path));
        Assert.Equal((Channel.Phone, ReferralOutcome.Waiting, ReferralKind.First), (referral.Channel, referral.Outcome, referral.Kind));
        Assert.Contains("Saved,", saved.Words(".saved"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Everything_TakenOn_OpensThePerson(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        var saved = await (await desk.GetAsync("/refer")).SubmitAsync(
            ("GivenName", "Sam"), ("Surname", "Harley"), ("Born", "14 3 84"), ("Phone", "07700 900123"), ("Postcode", "dn2 5xx"), ("Team", "crisis_team"),
            ("ReferrerName", "Nurse Joy"), ("ReferrerContact", "ext. 12"), ("HowSoon", "today"), ("HowSoonWords", "before the weekend"), ("ToldUs", "lost her flat"),
            ("FromReferrer", "anxiety_depression"), ("FromReferrer", "isolation"), ("FromPeers", "housing"), ("Needs", "a bed"), ("Risks", "alone tonight"),
            ("SafeTimes", "after 5"), ("Voicemail", "No"), ("WhoMayAnswer", "mum, anything"), ("CommunicationNeeds", "text first"),
            ("Owed", "hospital letter\r\nthe ward's number"), ("Do", "take"));

        Assert.Equal("/people/SS0001", saved.Path);
        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((ReferralOutcome.TakenOn, "Nurse Joy", desk.Account!.DisplayName), (referral.Outcome, referral.TalkedWith, referral.DecidedByName));
        await using var db = await group.Store.ReadAsync();
        var person = await db.People.SingleAsync();
        Assert.Equal(("Sam", "Harley", new DateOnly(1984, 3, 14), "DN2 5XX", Voicemail.No), (person.GivenName, person.Surname, person.DateOfBirth, person.Postcode, person.Voicemail));
        Assert.Equal(["hospital letter", "the ward's number"], (await db.OwedItems.OrderBy(o => o.AskedAt).ToListAsync()).Select(o => group.Store.Vault.Open(ReferralWords.Owed, o.Id, o.What)));
        Assert.Equal(3, await db.Factors.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Nothing_SaysWhatIsNeeded(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        var answer = await (await desk.GetAsync("/refer")).SubmitAsync(("Do", "later"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Write a name, a phone number or a note", answer.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TakenOnWithNobodyTalkedWith_IsAsked_AndNothingTypedIsLost(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        var answer = await (await desk.GetAsync("/refer")).SubmitAsync(
            ("GivenName", "Sam"), ("ToldUs", "lost\r\nher flat"), ("FromPeers", "housing"), ("Team", "crisis_team"), ("Do", "take"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Say who you talked with", answer.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(("Sam", "lost\nher flat"), (Value(answer, "GivenName"), Value(answer, "ToldUs").ReplaceLineEndings("\n")));
        Assert.NotNull(answer.Page.QuerySelector("[name=FromPeers][value=housing][checked]"));
        Assert.NotNull(answer.Page.QuerySelector("[name=Team][value=crisis_team][checked]"));
        Assert.Empty(await group.ReferralsAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.Empty(await db.People.ToListAsync());

        var saved = await answer.SubmitAsync(("TalkedWith", "the ward"), ("Do", "take"));
        Assert.Equal("/people/SS0001", saved.Path);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "elsewhere", "ElsewhereReason", "out_of_area", ReferralOutcome.PointedElsewhere)]
    [InlineData(EngineKind.Postgres, "elsewhere", "ElsewhereReason", "out_of_area", ReferralOutcome.PointedElsewhere)]
    [InlineData(EngineKind.Sqlite, "notnow", "NotNowReason", "no_room", ReferralOutcome.NotNow)]
    [InlineData(EngineKind.Postgres, "notnow", "NotNowReason", "no_room", ReferralOutcome.NotNow)]
    public async Task Post_ANo_NeedsAReason(EngineKind engine, string button, string field, string reason, ReferralOutcome outcome)
    {
        var (group, desk) = await DeskAsync(engine);

        var asked = await (await desk.GetAsync("/refer")).SubmitAsync(("GivenName", "Sam"), ("Do", button));
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.NotNull(asked.Page.QuerySelector($"details[open] [name={field}]"));
        await asked.SubmitAsync((field, reason), ("Do", button));

        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((outcome, reason), (referral.Outcome, referral.OutcomeReason));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Look_FindsSomebodyKnown_AndOneTapChoosesThem_KeepingWhatWasTyped(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        var sam = await group.AddPersonAsync("Samantha", "Harley", new DateOnly(1984, 3, 14));

        var found = await (await desk.GetAsync("/refer")).SubmitAsync(("Q", "samanta harly"), ("ToldUs", "lost her flat"), ("Do", "look"));
        Assert.Equal(HttpStatusCode.OK, found.Status);
        Assert.Contains("This is Samantha", found.Words("#found"), StringComparison.Ordinal);
        var chosen = await found.SubmitAsync(("Do", $"this:{sam.Reference}"));

        Assert.Contains("open since", chosen.Words(".facts"), StringComparison.Ordinal);
        Assert.Equal("lost her flat", Value(chosen, "ToldUs"));
        Assert.NotNull(chosen.Page.QuerySelector("[name=Crisis][value=SameCrisis][checked]"));
        await chosen.SubmitAsync(("ReferrerName", "Nurse Joy"), ("Do", "take"));
        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((sam.Id, ReferralKind.Double), (referral.PersonId, referral.Kind));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_NewCrisisWhileOpen_TheFacilitatorsWordStands(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        var sam = await group.AddPersonAsync(new PersonDetails { GivenName = "Sam" }, openedOn: group.Store.Clock.Today.AddDays(-20));

        await (await desk.GetAsync($"/refer?person={sam.Reference}")).SubmitAsync(("Crisis", "NewCrisis"), ("Do", "later"));

        var referral = Assert.Single(await group.ReferralsAsync());
        Assert.Equal((ReferralKind.Repeat, CrisisWord.NewCrisis), (referral.Kind, referral.FacilitatorSaid));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AfterClosing_ANewCrisisIsSuggested_AndTheCaseOpensAgain(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        var today = group.Store.Clock.Today;
        var sam = await group.AddPersonAsync(new PersonDetails { GivenName = "Sam" }, openedOn: today.AddDays(-20));
        await group.CloseCaseAsync(sam, today.AddDays(-2));

        var page = await desk.GetAsync($"/refer?person={sam.Reference.ToLowerInvariant()}");
        Assert.NotNull(page.Page.QuerySelector("[name=Crisis][value=NewCrisis][checked]"));
        await page.SubmitAsync(("Do", "later"));

        Assert.Equal(ReferralKind.Repeat, Assert.Single(await group.ReferralsAsync()).Kind);
        Assert.Equal(CaseState.Open, (await group.CaseAsync(sam.Id))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_SearchAsAPlainPage_AndAsAPiece(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        await group.AddPersonAsync("Ana", "Kowalska", phone: "07700 900456");

        Assert.Contains("This is Ana", (await desk.GetAsync("/refer?q=900456")).Words("#found"), StringComparison.Ordinal);
        var piece = await desk.GetAsync("/refer?handler=Known&q=kowalska");
        Assert.Contains("This is Ana", piece.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", piece.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody we know", (await desk.GetAsync("/refer?handler=Known&q=zebedee")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WhoeverIsShown_IsWrittenDownAsSeen(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);
        var ana = await group.AddPersonAsync("Ana", "Kowalska");

        await desk.GetAsync("/refer?q=kowalska");

        await using var db = await group.Store.ReadAsync();
        Assert.Equal((ana.Id, "refer"), ((await db.ViewedPeople.SingleAsync()).PersonId, (await db.Views.SingleAsync()).Surface));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task UnknownReference_IsNotThere_OrIsSaidWithEverythingTyped(EngineKind engine)
    {
        var (group, desk) = await DeskAsync(engine);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/refer?person=SS9999")).Status);
        var answer = await (await desk.GetAsync("/refer")).SubmitAsync(("Person", "SS9999"), ("ToldUs", "lost her flat"), ("Do", "later"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("We know nobody with the reference SS9999", answer.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("lost her flat", Value(answer, "ToldUs"));
        Assert.Empty(await group.ReferralsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnotherGroupsPerson_IsNotThere(EngineKind engine)
    {
        var (_, desk) = await DeskAsync(engine);
        var elsewhere = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        for (var i = 0; i < 3; i++)
            await elsewhere.AddPersonAsync("Ana", "Kowalska");

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync("/refer?person=SS0003")).Status);
        Assert.Contains("Nobody we know", (await desk.GetAsync("/refer?handler=Known&q=kowalska")).Text, StringComparison.Ordinal);
    }
}

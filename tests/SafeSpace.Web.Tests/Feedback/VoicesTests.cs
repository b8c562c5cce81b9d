using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Feedback;

/// <summary>What referrers and people tell us, by links anybody may have: no account, nothing that tells who it was.</summary>
public sealed class VoicesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SurveyByItsLink_IsCountedOnceAndNamesNobody(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var link = await OpenRoundAsync(coordinator, "Spring");
        var referrer = group.Visit();

        var form = await referrer.GetAsync(link);
        Assert.Equal(6, form.Page.QuerySelectorAll("main form fieldset, main form textarea").Length);
        var thanks = await form.SubmitAsync(("Ease", "VeryGood"), ("Partnership", "Good"), ("Without", "They would have waited all night."));
        await form.SubmitAsync(("Ease", "Poor"));
        Assert.Contains("Thank you", thanks.Words(), StringComparison.Ordinal);

        var round = await (await coordinator.GetAsync("/voices")).FollowAsync("Spring");
        Assert.Contains("1 answer", round.Words(), StringComparison.Ordinal);
        Assert.Contains("They would have waited all night.", round.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var secret = link.Split('/')[^1];
        Assert.Equal(Secrets.HashOf(secret), (await db.SurveyRounds.SingleAsync()).SecretHash);
        var operation = await db.Operations.SingleAsync(o => o.Kind == "SurveyAnswered");
        Assert.Equal((null, "a link"), (operation.ById, operation.ByName));
        Assert.DoesNotContain(secret, await WholeStoreAsync(db), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SurveyThatIsOverOrNeverWas_IsGone()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var link = await OpenRoundAsync(coordinator, "Spring");
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync(link)).Status);
        var form = await group.Visit().GetAsync(link);
        site.Folder.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync("/survey/ss_never")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.NewGroupAsync()).Visit().GetAsync("/sign-in")).Status);
        Assert.NotNull(form.Page.QuerySelector("form"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(0, await db.SurveyAnswers.CountAsync());
    }

    [Fact]
    public async Task Post_TooOftenFromOneAddress_IsThrottled()
    {
        var group = await (await TestSite.NewAsync(EngineKind.Sqlite, door => door.TriesPerMinute = 6)).NewGroupAsync();
        var link = "/tell-us/" + await new VoiceService(group.Store).MakeFeedbackLinkAsync(FeedbackWay.Kiosk, Core.Shared.Actor.CommandLine);
        var visitor = group.Visit();
        var form = await visitor.GetAsync(link);

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
            answers.Add((await form.SubmitAsync(("Felt", "Yes"))).Status);
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_FeedbackByLinkAndReadOut_IsCountedWithItsWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);
        var made = await (await supervisor.GetAsync("/voices/links")).SubmitFormAsync("form[data-make]", ("Way", "Kiosk"));
        var link = Inside(group, made.Words("[data-link]"));
        var person = group.Visit();

        var nothing = await (await person.GetAsync(link)).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        var thanks = await nothing.SubmitAsync(("Felt", "Mostly"), ("WouldHaveTurned", "ae"), ("Words", "A cup of tea."));
        // Whoever comes to the screen next finds an empty page, also without script.
        Assert.Equal($"10;url={person.PathBase}{link}", Assert.Single(thanks.Response.Headers.GetValues("Refresh")));
        Assert.Contains("Empty it", (await person.GetAsync(link)).Words(), StringComparison.Ordinal);
        await (await supervisor.GetAsync("/voices/read-out")).SubmitAsync(("Felt", "Yes"), ("Words", "Come back on Friday, she said."));

        var voices = await supervisor.GetAsync("/voices");
        Assert.Contains("2 people answered.", voices.Words(), StringComparison.Ordinal);
        Assert.Contains("A cup of tea.", voices.Words(), StringComparison.Ordinal);
        await (await supervisor.GetAsync("/voices/links")).PressAsync("End it");
        Assert.Equal(HttpStatusCode.Gone, (await person.GetAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Steering)).GetAsync("/voices/read-out")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ComplaintThatTwoChange_LosesNeithersWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Coordinator));
        var form = await one.GetAsync("/voices/words/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("Kind", "Complaint"), ("SettledOn", "1 January 2020"))).Status);
        await form.SubmitAsync(("Kind", "Complaint"), ("Said", "Nobody rang back."), ("From", "a sister"));
        var (first, second) = (await (await one.GetAsync("/voices")).FollowAsync("Complaint"), await (await other.GetAsync("/voices")).FollowAsync("Complaint"));

        await first.SubmitAsync(("WhatWasDone", "We rang and said sorry."), ("SettledOn", "today"));
        var late = await second.SubmitAsync(("WhatWasDone", "I wrote to them."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("We rang and said sorry.", late.Words(), StringComparison.Ordinal);
        Assert.Contains("I wrote to them.", late.Text, StringComparison.Ordinal);
        var steering = await (await group.SignInAsync(Role.Steering)).GetAsync("/voices");
        Assert.Contains("We rang and said sorry.", steering.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("a sister", steering.Text, StringComparison.Ordinal);
    }

    private static async Task<string> OpenRoundAsync(Visitor coordinator, string name)
    {
        var form = await coordinator.GetAsync("/voices/rounds/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("Name", name), ("Closes", "1 January 2020"))).Status);
        var made = await form.SubmitAsync(("Name", name));
        return new Uri(made.Words("[data-link]")).AbsolutePath[coordinator.PathBase.Length..];
    }

    private static string Inside(TestGroup group, string link) => new Uri(link).AbsolutePath[(group.Slug.Length + 1)..];

    private static async Task<string> WholeStoreAsync(GroupDb db)
    {
        var text = new StringBuilder();
        foreach (var part in await db.OperationParts.AsNoTracking().ToListAsync())
            text.Append(System.Text.Json.JsonSerializer.Serialize(part));
        return text.ToString();
    }
}

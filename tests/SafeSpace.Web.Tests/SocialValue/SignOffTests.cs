using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.SocialValue;

/// <summary>Months closed; a statement prepared, checked by somebody else, published; a correction beside it, the old one kept.</summary>
public sealed class SignOffTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Statement_IsPreparedCheckedAndPublished_AndARestatementShowsTheDifference(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var (coordinator, steering) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Steering));
        foreach (var month in new[] { "October 2019", "November 2019", "December 2019" })
            Assert.Equal(HttpStatusCode.OK, (await (await coordinator.GetAsync("/value/months")).PressAsync($"Close {month}")).Status);

        var prepared = await (await coordinator.GetAsync("/value/statements")).SubmitFormAsync("#prepare", ("From", "2019-10"), ("To", "2019-12"));
        Assert.Contains("Statement 1: October 2019 to December 2019", prepared.Words(), StringComparison.Ordinal);
        var own = await coordinator.GetAsync("/value/statements/1");
        Assert.Null(own.Page.QuerySelector("#check"));
        Assert.Contains("You prepared this statement, so somebody else checks it.", own.Words(), StringComparison.Ordinal);
        Assert.Null(own.Page.QuerySelector("#publish"));
        await (await steering.GetAsync("/value/statements/1")).SubmitFormAsync("#check");
        await (await coordinator.GetAsync("/value/statements/1")).SubmitFormAsync("#publish");
        var published = await steering.GetAsync("/value/statements/1");
        Assert.Contains("£267,464.75", published.Words(), StringComparison.Ordinal);
        Assert.Contains("£68.79", published.Words(), StringComparison.Ordinal);

        Assert.Contains("The mean and the full year use these months: Oct 2019, Nov 2019, Dec 2019.", published.Words(), StringComparison.Ordinal);
        Assert.Contains("The same, with the statutory pounds taken off first net £3,162,920.96 £46,656.00 £67.79", published.Rows(), StringComparison.Ordinal);
        var file = await (await steering.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{group.Slug}/value/statements/1/statement.json"))).Content.ReadAsStringAsync();
        using (var json = System.Text.Json.JsonDocument.Parse(file))
            ValueBooks.AssertTrue(json.RootElement);

        // A rate put right afterwards changes nothing that is closed.
        await TakeBackRateAsync(group, "severe");
        Assert.Equal(published.Words(), (await steering.GetAsync("/value/statements/1")).Words());
        Assert.Contains("£68.79", (await steering.GetAsync("/value?from=2019-10&to=2019-12")).Words("#sentence"), StringComparison.Ordinal);

        var rates = await (await coordinator.GetAsync("/value/rates")).SubmitFormAsync("#rate", ("What", "crisis_support/severe"), ("Amount", "300.00"), ("From", "1 10 2019"), ("AgreedBy", "The council"));
        Assert.Contains("It begins on 1 Dec 2019, in a month that is closed.", (await AddLaterRateAsync(rates)).Words(), StringComparison.Ordinal);
        var reopened = await (await coordinator.GetAsync("/value/months")).SubmitFormAsync("[id='open-2019-11']", ("Why", "The rate for severe crises was written wrong"));
        Assert.Contains("£1,440.00 £1,800.00 £360.00", reopened.Rows(), StringComparison.Ordinal);
        await reopened.PressAsync("Close November 2019");
        await (await coordinator.GetAsync("/value/statements")).SubmitFormAsync("#prepare", ("From", "2019-10"), ("To", "2019-12"), ("Why", "A rate was written wrong"));
        var restated = await steering.GetAsync("/value/statements/2");
        Assert.Contains("What is not as in statement 1", restated.Words(), StringComparison.Ordinal);
        Assert.Contains("2019-11 Crisis support £1,440.00 £1,800.00 £360.00", restated.Rows(), StringComparison.Ordinal);
        await restated.SubmitFormAsync("#check");
        await (await coordinator.GetAsync("/value/statements/2")).SubmitFormAsync("#publish");
        var old = await steering.GetAsync("/value/statements/1");
        Assert.Equal(file, await (await steering.RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{group.Slug}/value/statements/1/statement.json"))).Content.ReadAsStringAsync());
        Assert.Contains("Statement 2 says what is right.", old.Words(), StringComparison.Ordinal);
        Assert.Contains("£267,464.75", old.Words(), StringComparison.Ordinal);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Steps_OutOfTurn_AreRefused(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var (coordinator, facilitator) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Facilitator));
        await (await coordinator.GetAsync("/value/months")).PressAsync("Close October 2019");
        await (await coordinator.GetAsync("/value/months")).PressAsync("Close December 2019");

        var open = await (await coordinator.GetAsync("/value/statements")).SubmitFormAsync("#prepare", ("From", "2019-10"), ("To", "2019-12"));
        Assert.Equal(HttpStatusCode.BadRequest, open.Status);
        Assert.Contains("A month of this is not closed yet.", open.Words(), StringComparison.Ordinal);
        await open.SubmitFormAsync("#prepare", ("From", "2019-10"), ("To", "2019-10"));
        var early = await coordinator.PostAsAsync("/value/statements/1?handler=Publish");
        Assert.Contains("It must be checked by somebody else first.", early.Words(), StringComparison.Ordinal);
        var own = await coordinator.PostAsAsync("/value/statements/1?handler=Check");
        Assert.Contains("You prepared this statement, so somebody else checks it.", own.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.PostAsAsync("/value/statements/1?handler=Check")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/value/statements/7")).Status);

        var noReason = await (await coordinator.GetAsync("/value/months")).SubmitFormAsync("[id='open-2019-10']", ("Why", " "));
        Assert.Equal(HttpStatusCode.BadRequest, noReason.Status);
        Assert.Contains("Say why it is opened again.", noReason.Words(), StringComparison.Ordinal);
    }

    /// <summary>A quiet month: nothing in the crisis log, the centre shut at its end. Whoever closes it says so, and it counts.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Month_ClosedAsOneWithNone_CountsAsNone_AndIsWhole(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/centre?day=2020-01-03")).SubmitFormAsync("#sheet", ("Sheet", "9:10 Aisha Stone, day"));

        var months = await coordinator.GetAsync("/value/months");
        Assert.Contains("January 2020: nothing is written down in the book of Crisis support, so the total goes without it.", months.Words(), StringComparison.Ordinal);
        await months.SubmitFormAsync("[id='close-2020-01']", ("None", "CrisisSupport"), ("Whole", "true"));

        var report = (await ValueBooks.ReportAsync(group.Site.Folder, group.Slug, "2020-01", "2020-02"));
        Assert.Equal("0.00", report.GetProperty("2020-01").GetProperty("crisis_support").GetString());
        Assert.Equal("58.00", report.GetProperty("2020-01").GetProperty("centre_use").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.GetProperty("2020-01").GetProperty("leadership").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.GetProperty("2020-02").GetProperty("centre_use").ValueKind);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, report.GetProperty("counts").GetProperty("2020-01").GetProperty("leaders").ValueKind);
        Assert.Equal(0, report.GetProperty("counts").GetProperty("2020-01").GetProperty("severe_crises").GetInt32());
        Assert.Equal(0, report.GetProperty("part_months").GetArrayLength());
        Assert.Contains("2020-02 crisis_support", report.GetProperty("missing").EnumerateArray().Select(m => m.GetString()));
    }

    [Fact]
    public async Task Month_WithSignInsUndecided_OrALevelWithoutARate_IsNotClosed()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/centre?day=2019-10-05")).SubmitFormAsync("#sheet", ("Sheet", "9:10 Aisha Stone"));
        var undecided = await (await coordinator.GetAsync("/value/months")).PressAsync("Close October 2019");
        Assert.Equal(HttpStatusCode.BadRequest, undecided.Status);
        Assert.Contains("Some sign-ins of this month are not said to be a day or half a day yet.", undecided.Words(), StringComparison.Ordinal);
        await (await coordinator.GetAsync("/centre?day=2019-10-05")).PressAsync("All of Oct 2019: Half day");
        await TakeBackRateAsync(group, "lead");

        var noRate = await (await coordinator.GetAsync("/value/months")).PressAsync("Close October 2019");

        Assert.Contains("A level of this month has no rate.", noRate.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.MonthClosings.AnyAsync());
    }

    private static Task<Answer> AddLaterRateAsync(Answer rates) =>
        rates.SubmitFormAsync("#rate", ("What", "crisis_support/severe"), ("Amount", "310.00"), ("From", "1 12 2019")).ContinueWith(t => t.Result.SubmitFormAsync("#rate", ("What", "crisis_support/brief"), ("Amount", "110.00"), ("From", "1 1 2026")), TaskScheduler.Default).Unwrap();

    private static async Task TakeBackRateAsync(TestGroup group, string level)
    {
        Guid id;
        await using (var db = await group.Store.ReadAsync())
            id = (await db.Rates.SingleAsync(r => r.Level == level)).Id;
        await new RateService(group.Store).TakeBackAsync(id, new Core.Shared.Actor(null, "test"));
    }
}

internal static class Posts
{
    /// <summary>Posts what no button of the page offers, with the page's own token.</summary>
    public static async Task<Answer> PostAsAsync(this Visitor visitor, string path)
    {
        var token = (await visitor.GetAsync("/me")).Page.QuerySelector("meta[name='request-token']")!.GetAttribute("content")!;
        return await visitor.PostAsync(path, [KeyValuePair.Create("__RequestVerificationToken", token)]);
    }
}

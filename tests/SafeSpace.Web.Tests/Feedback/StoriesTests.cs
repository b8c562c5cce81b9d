using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Feedback;

/// <summary>Stories: lent for a purpose, until a day, and gone from everywhere the moment they are taken back.</summary>
public sealed class StoriesTests
{
    private const string Words = "He asked if I had eaten.";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TakeBackWithThePaper_TakesItOutOfPageAndPackAtOnce_AndListsWhereItHadGone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 120, contacts: 600);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var (member, commissioner) = (await group.SignInAsync(Role.Member), await group.SignInAsync(Role.Commissioner));
        var told = await TellAsync(coordinator, "OurGroup", "Funders", "Anybody");
        var paper = new Uri(told.Words("[data-link]")).AbsolutePath[coordinator.PathBase.Length..];
        Assert.Contains(Words, (await member.GetAsync("/stories")).Words(), StringComparison.Ordinal);
        Assert.Contains("Del", (await member.GetAsync("/stories")).Words(), StringComparison.Ordinal);
        await (await coordinator.GetAsync("/packs/new?From=2026-01&To=2026-01")).PressAsync("Publish");
        Assert.Contains(Words, (await commissioner.GetAsync("/packs/1")).Words(), StringComparison.Ordinal);
        var kept = await (await coordinator.GetAsync("/stories")).FollowAsync("Told on");
        await kept.SubmitFormAsync("form[data-use]", ("UsedFor", "Anybody"), ("Where", "Leaflet, spring"));

        var page = await group.Visit().GetAsync(paper);
        Assert.DoesNotContain(Words, page.Text, StringComparison.Ordinal);
        var back = await page.PressAsync("Take my story back");

        Assert.Contains("yours again", back.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await member.GetAsync("/stories")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await commissioner.GetAsync("/packs/1")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, await SheetWordsAsync(commissioner), StringComparison.Ordinal);
        await (await coordinator.GetAsync("/packs/new?From=2026-02&To=2026-02")).PressAsync("Publish");
        Assert.DoesNotContain(Words, (await commissioner.GetAsync("/packs/2")).Text, StringComparison.Ordinal);
        var where = (await coordinator.GetAsync(kept.Path)).Words();
        Assert.Contains("Pack 1", where, StringComparison.Ordinal);
        Assert.Contains("Leaflet, spring", where, StringComparison.Ordinal);
        Assert.DoesNotContain("Pack 2", where, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, where, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_ThatHasRunOut_ShowsTheStoryNoMore()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await TellAsync(coordinator, "20 March 2026", ["OurGroup"]);
        Assert.Contains(Words, (await coordinator.GetAsync("/stories")).Words(), StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromHours(11));

        site.Folder.Clock.Advance(TimeSpan.FromDays(11));

        Assert.DoesNotContain(Words, (await (await group.SignInAsync(Role.Member)).GetAsync("/stories")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PurposeNotLent_IsRefused_AndOtherPurposesHideIt()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await TellAsync(coordinator, "Training");
        var kept = await (await coordinator.GetAsync("/stories")).FollowAsync("Told on");

        var refused = await kept.SubmitFormAsync("form[data-use]", ("UsedFor", "Anybody"), ("Where", "Website"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("They have not lent it for that.", refused.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, (await (await group.SignInAsync(Role.Member)).GetAsync("/stories")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Member)).GetAsync(kept.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Commissioner)).GetAsync("/stories")).Status);
        Assert.Equal(HttpStatusCode.Gone, (await group.Visit().GetAsync("/my-story/ss_nothing")).Status);
    }

    [Fact]
    public async Task Get_NewStory_SaysHowToSpeakOfIt()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();

        var page = (await (await group.SignInAsync(Role.Supervisor)).GetAsync("/stories/new")).Words();

        Assert.Contains("No methods", page, StringComparison.Ordinal);
        Assert.Contains("died by suicide", page, StringComparison.Ordinal);
    }

    private static Task<Answer> TellAsync(Visitor coordinator, params string[] purposes) =>
        TellAsync(coordinator, until: null, purposes);

    private static async Task<Answer> TellAsync(Visitor coordinator, string? until, string[] purposes)
    {
        var form = await coordinator.GetAsync("/stories/new");
        var named = await form.SubmitAsync(("Words", Words), ("NameShown", "ChangedName"));
        Assert.Equal(HttpStatusCode.BadRequest, named.Status);
        return await named.SubmitAsync([("Words", Words), ("NameShown", "ChangedName"), ("Name", "Del"), ("Until", until ?? ""), .. purposes.Select(p => ("For", p))]);
    }

    private static async Task<string> SheetWordsAsync(Visitor reader)
    {
        var response = await reader.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/packs/1/pack.xlsx"));
        using var book = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return string.Join(' ', MiniExcelLibs.MiniExcel.GetSheetNames(book).SelectMany(s => MiniExcelLibs.MiniExcel.Query(book, sheetName: s).Cast<IDictionary<string, object?>>()).SelectMany(r => r.Values));
    }
}

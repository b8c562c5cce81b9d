using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Forms;

public sealed class DraftsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ThenGet_GivesTheWordsBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(peer, "contact-SS0001", "first words"));
        Assert.Equal(HttpStatusCode.NoContent, await SaveAsync(peer, "contact-SS0001", "żółw\n\u202Ernd \"quotes\" 🫖"));
        Assert.Equal("żółw\n\u202Ernd \"quotes\" 🫖", await WordsAsync(peer, "contact-SS0001"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_SomebodyElsesDraft_IsNotThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await SaveAsync(peer, "contact-SS0001", "for nobody else");
        var other = await group.SignInAsync(Role.Supervisor, Role.Peer);
        Assert.Null(await WordsAsync(other, "contact-SS0001"));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(other, HttpMethod.Delete, "/drafts/contact-SS0001"));
        Assert.Equal("for nobody else", await WordsAsync(peer, "contact-SS0001"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_KeepsNoPlainWordsInTheStoreNorTheLog(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await SaveAsync(peer, "contact-SS0001", "plantedwordone");
        await using var db = await group.Store.ReadAsync();
        var draft = await db.Drafts.AsNoTracking().SingleAsync();
        Assert.DoesNotContain("plantedwordone", Encoding.UTF8.GetString(draft.Words.Bytes.Span), StringComparison.Ordinal);
        Assert.Equal(peer.Account!.Id, draft.Words.KeyId);
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("plantedwordone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Delete_OwnDraft_IsGone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await SaveAsync(peer, "contact-SS0001", "words");
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(peer, HttpMethod.Delete, "/drafts/contact-SS0001"));
        Assert.Null(await WordsAsync(peer, "contact-SS0001"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WithoutFormToken_IsRefused(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var answer = await peer.RawAsync(new HttpRequestMessage(HttpMethod.Post, peer.PathBase + "/drafts") { Content = Json("k", "words") });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(await WordsAsync(peer, "k"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "")]
    [InlineData(EngineKind.Postgres, "")]
    [InlineData(EngineKind.Sqlite, "post:0011")]
    [InlineData(EngineKind.Postgres, "a\u0000b")]
    public async Task Post_KeyThatNoPageHas_IsRefused(EngineKind engine, string key)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.BadRequest, await SaveAsync(peer, key, "words"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_LongerThanAnyForm_IsRefused(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await SaveAsync(peer, "k", new string('x', Drafts.MostWords + 1)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoWindows_KeepTheirOwnWords_AndThrowingOneAwayLeavesTheOther(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await SaveAsync(peer, "contact-SS0001", "from the one", "aaaa1111");
        await SaveAsync(peer, "contact-SS0001", "from the other", "bbbb2222");
        await SaveAsync(peer, "contact-SS00012", "of another form", "cccc3333");
        Assert.Equal(["from the one", "from the other"], await AllWordsAsync(peer, "contact-SS0001"));
        await SendAsync(peer, HttpMethod.Delete, "/drafts/contact-SS0001?copy=bbbb2222");
        Assert.Equal(["from the one"], await AllWordsAsync(peer, "contact-SS0001"));
        Assert.Equal(HttpStatusCode.BadRequest, await SaveAsync(peer, "contact-SS0001", "words", "not a copy!"));
        Assert.Equal(HttpStatusCode.BadRequest, await SaveAsync(peer, "a~b", "words"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Save_OfTheForm_ThrowsAwayItsOwnWindowsWords_AndTellsTheBrowser(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await SaveAsync(peer, $"contact-{person.Reference}", "this window", "aaaa1111");
        await SaveAsync(peer, $"contact-{person.Reference}", "the other window", "bbbb2222");
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await page.SubmitAsync(("Words", "this window"), ("DraftKey", $"contact-{person.Reference}~aaaa1111"));
        Assert.Equal(["the other window"], await AllWordsAsync(peer, $"contact-{person.Reference}"));
        Assert.Contains("ss-done=aaaa1111", peer.CookieHeader, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task BrowserKey_IsTheSameFromEverySessionOfOneAccount_AndAnotherForEverybodyElse(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var again = group.Visit();
        await again.SignInAsync(peer.Account!);
        var (mine, mineAgain, others) = (await KeyAsync(peer), await KeyAsync(again), await KeyAsync(await group.SignInAsync(Role.Peer)));
        Assert.NotNull(mine);
        Assert.Equal(mine, mineAgain);
        Assert.NotEqual(mine, others);
        Assert.Null(await KeyAsync(group.Visit()));
        var nobody = await group.Visit().RawAsync(new HttpRequestMessage(HttpMethod.Get, $"/{group.Slug}/drafts/browser-key"));
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SignOut_TellsTheBrowserWhoseWordsToDelete_InAWordThatNamesNobody(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var tag = JsonDocument.Parse((await KeyAsync(peer))!).RootElement.GetProperty("tag").GetString();
        await (await peer.GetAsync("/me")).SubmitFormAsync("form[action$='/sign-out']");
        Assert.Contains("ss-off=" + tag, peer.CookieHeader, StringComparison.Ordinal);
        Assert.DoesNotContain(peer.Account!.Id.ToString("N"), tag, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string?> KeyAsync(Visitor visitor)
    {
        var answer = await visitor.RawAsync(new HttpRequestMessage(HttpMethod.Get, visitor.PathBase + "/drafts/browser-key"));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : null;
    }

    private static async Task<IReadOnlyList<string?>> AllWordsAsync(Visitor visitor, string key)
    {
        var answer = await visitor.RawAsync(new HttpRequestMessage(HttpMethod.Get, visitor.PathBase + "/drafts/" + Uri.EscapeDataString(key)));
        var root = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return [.. root.GetProperty("others").EnumerateArray().Prepend(root).Select(d => d.GetProperty("fields").GetProperty("Words").GetString()).Order()];
    }

    private static Task<HttpStatusCode> SaveAsync(Visitor visitor, string key, string words, string copy) =>
        SendAsync(visitor, HttpMethod.Post, "/drafts", new StringContent(JsonSerializer.Serialize(new { key, copy, fields = new { Words = words } }), Encoding.UTF8, "application/json"));

    private static Task<HttpStatusCode> SaveAsync(Visitor visitor, string key, string words) => SendAsync(visitor, HttpMethod.Post, "/drafts", Json(key, words));

    private static StringContent Json(string key, string words) =>
        new(JsonSerializer.Serialize(new { key, fields = new { Words = words } }), Encoding.UTF8, "application/json");

    private static async Task<HttpStatusCode> SendAsync(Visitor visitor, HttpMethod method, string path, HttpContent? body = null)
    {
        var page = await visitor.GetAsync("/");
        var request = new HttpRequestMessage(method, visitor.PathBase + path) { Content = body };
        request.Headers.Add("RequestVerificationToken", page.Page.QuerySelector("meta[name=request-token]")!.GetAttribute("content"));
        return (await visitor.RawAsync(request)).StatusCode;
    }

    private static async Task<string?> WordsAsync(Visitor visitor, string key)
    {
        var answer = await visitor.RawAsync(new HttpRequestMessage(HttpMethod.Get, visitor.PathBase + "/drafts/" + Uri.EscapeDataString(key)));
        return answer.StatusCode == HttpStatusCode.OK
            ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("fields").GetProperty("Words").GetString()
            : null;
    }
}

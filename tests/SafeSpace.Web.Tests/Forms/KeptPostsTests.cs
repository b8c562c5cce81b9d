using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Forms;

public sealed class KeptPostsTests
{
    private const string Typed = "typed for an hour\nżółw <b>\"ok\"</b>";

    [Theory]
    [InlineData("a\0b")]
    [InlineData(null)]
    public async Task Post_FormThatCannotBeRead_SaysSo_AndNotThatThePageWasTooOld(string? name)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync("/me");

        var refused = await peer.PostAsync("/me?handler=Name", page.FormFields(("Name", name ?? new string('x', 5_000_000))));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("holds a sign that cannot be kept", refused.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("open too long", refused.Words(), StringComparison.Ordinal);
    }

    /// <summary>The version before kept one post of each page, under a shorter name.</summary>
    [Fact]
    public async Task Post_KeptByTheVersionBefore_IsOffered_NotPutBackUnasked_AndCanBeThrownAway()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await new Sessions(group.Store).EndAllAsync(peer.Account!.UserId, null, alsoDevices: false);
        await page.SubmitAsync(("Words", Typed), ("Kind", "Text"), ("Minutes", "7"));
        await group.Store.Write("Planted", Actor.CommandLine, async unit =>
        {
            var draft = await unit.Db.Set<Draft>().SingleAsync();
            draft.Key = draft.Key.Split('~')[0];
        });
        await peer.SignInAsync(peer.Account);

        var again = await peer.GetAsync($"/people/{person.Reference}/log");

        Assert.Equal("", again.Page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        Assert.Equal(Typed, (await again.FollowAsync("Put it back")).Page.QuerySelector("textarea[name=Words]")!.TextContent);
        await again.SubmitFormAsync("#kept-post form");
        Assert.Null((await peer.GetAsync($"/people/{person.Reference}/log")).Page.QuerySelector("#kept-post"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SignInRanOut_IsOfferedAfterSigningInAgain_AndSavedOnce(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await new Sessions(group.Store).EndAllAsync(peer.Account!.UserId, null, alsoDevices: false);

        var gone = await page.SubmitAsync(("Words", Typed), ("Kind", "Text"), ("Minutes", "7"));

        Assert.StartsWith("/sign-in", gone.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("typed for an hour", gone.Text, StringComparison.Ordinal);
        Assert.Empty(await group.ContactsAsync());
        await peer.SignInAsync(peer.Account);
        var again = await peer.GetAsync($"/people/{person.Reference}/log");
        Assert.Contains("We kept what you typed", again.Words("#kept-post"), StringComparison.Ordinal);
        var back = await again.FollowAsync("Put it back");
        Assert.Equal(Typed, back.Page.QuerySelector("textarea[name=Words]")!.TextContent);
        Assert.True(back.Page.QuerySelector("input[name=Kind][value=Text]")!.HasAttribute("checked"));
        Assert.Equal("/mine", (await back.SubmitFormAsync("main form[data-draft]")).Path);
        var contact = await group.OnlyContactAsync();
        Assert.Equal((Typed.ReplaceLineEndings("\n"), 7), (group.WordsOf(contact)!.ReplaceLineEndings("\n"), contact.Minutes));
        Assert.Null((await peer.GetAsync($"/people/{person.Reference}/log")).Page.QuerySelector("#kept-post"));
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("typed for an hour", StringComparison.Ordinal));
    }

    /// <summary>Two windows on one form, both sent after the sign-in had ended: each comes back by itself.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SignInRanOut_InTwoWindows_BothAreOffered(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var address = $"/people/{person.Reference}/log";
        var (one, other) = (await peer.GetAsync(address), await peer.GetAsync(address));
        await new Sessions(group.Store).EndAllAsync(peer.Account!.UserId, null, alsoDevices: false);
        await one.SubmitAsync(("Words", "of the morning"), ("Kind", "Text"));
        await other.SubmitAsync(("Words", "of the evening"), ("Kind", "Text"));
        await peer.SignInAsync(peer.Account);

        for (var left = 2; left > 0; left--)
        {
            var offered = await peer.GetAsync(address);
            var links = offered.Page.QuerySelectorAll("#kept-post a.button");
            Assert.Equal(left, links.Length);
            Assert.Equal("/mine", (await (await peer.GetAsync(links[0].GetAttribute("href")![peer.PathBase.Length..])).SubmitFormAsync("main form[data-draft]")).Path);
        }

        Assert.Null((await peer.GetAsync(address)).Page.QuerySelector("#kept-post"));
        Assert.Equal(["of the evening", "of the morning"], (await group.ContactsAsync()).Select(group.WordsOf).Order(StringComparer.Ordinal));
    }

    /// <summary>The page asks for something by itself (a draft, the board's line) between the end of the sign-in and the save: the words are kept all the same.</summary>
    [Theory]
    [InlineData("/drafts/contact-SS0001")]
    [InlineData("/desk/changes")]
    [InlineData("/mine")]
    public async Task Post_SignInRanOut_AndThePageAskedMeanwhile_IsOfferedAllTheSame(string asked)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await new Sessions(group.Store).EndAllAsync(peer.Account!.UserId, null, alsoDevices: false);
        Assert.StartsWith("/sign-in", (await peer.GetAsync(asked)).Path, StringComparison.Ordinal);

        Assert.StartsWith("/sign-in", (await page.SubmitAsync(("Words", Typed))).Path, StringComparison.Ordinal);

        await peer.SignInAsync(peer.Account);
        Assert.Contains("We kept what you typed", (await peer.GetAsync($"/people/{person.Reference}/log")).Words("#kept-post"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SignInRanOut_IsOfferedToNobodyElse_OnTheSameComputer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await new Sessions(group.Store).EndAllAsync(peer.Account!.UserId, null, alsoDevices: false);
        await page.SubmitAsync(("Words", Typed));
        var owner = peer.Account!.UserId;
        await peer.SignInAsync(await group.AddAccountAsync(Role.Facilitator));
        var theirs = await peer.GetAsync($"/people/{person.Reference}/log?kept=0123456789ab");
        Assert.Null(theirs.Page.QuerySelector("#kept-post"));
        Assert.DoesNotContain("typed for an hour", theirs.Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var kept = await db.Drafts.SingleAsync();
        Assert.Equal((owner, owner.Value), (kept.UserId, kept.Words.KeyId));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WithoutTheFormsToken_IsRefused_WithEveryWordGivenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var address = $"/people/{person.Reference}/log";
        var page = await peer.GetAsync(address);
        var fields = page.FormFields(("Words", Typed)).Where(f => f.Key != "__RequestVerificationToken").ToList();

        var refused = await peer.PostAsync(address, fields);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await group.ContactsAsync());
        Assert.Contains("typed for an hour", refused.Words("main dl.facts"), StringComparison.Ordinal);
        Assert.Equal("/mine", (await refused.SubmitAsync()).Path);
        Assert.Equal(Typed, group.WordsOf(await group.OnlyContactAsync())!.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ThrownAway_IsOfferedNoMore(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var address = $"/people/{person.Reference}/log";
        await peer.PostAsync(address, (await peer.GetAsync(address)).FormFields(("Words", Typed)).Where(f => f.Key != "__RequestVerificationToken"));
        var offered = await peer.GetAsync(address);
        var thrown = await offered.SubmitFormAsync("#kept-post form");
        Assert.Equal(address, thrown.Path);
        Assert.Null(thrown.Page.QuerySelector("#kept-post"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Stranger_IsLedToSignIn_AndNothingIsKept(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var answer = await group.Visit().PostAsync("/people/SS0001/log", [new("Words", "planted by a stranger")]);
        Assert.StartsWith("/sign-in", answer.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", answer.Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(0, await db.Drafts.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_PageOutsideAnyGroup_IsThere(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        Assert.Equal(HttpStatusCode.OK, (await new Visitor(site, "").GetAsync("/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await new Visitor(site, "").GetAsync("/no-such-group/x")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Saved_ThrowsTheFormsDraftAway(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await using var db = await group.Store.ReadAsync();
        await new Drafts(group.Store, db).SaveAsync(peer.Account!.UserId, $"contact-{person.Reference}", "{}");
        await new Drafts(group.Store, db).SaveAsync(peer.Account!.UserId, "another-form", "{}");
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync();
        Assert.Equal(["another-form"], await db.Drafts.Select(d => d.Key).ToListAsync());
    }

    /// <summary>Kept words have their time: 30 minutes for a post, 30 days for a draft.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Kept_WordsGoWhenTheirTimeIsUp(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await using var db = await store.ReadAsync();
        var drafts = new Drafts(store, db);
        var owner = SafeSpace.Core.Shared.UserId.New();
        await drafts.SaveAsync(owner, "form", "words");
        await drafts.SaveAsync(owner, Drafts.PostPrefix + "form", "posted");
        stores.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal("posted", (await drafts.FindAsync(owner, Drafts.PostPrefix + "form"))!.Words);
        stores.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(await drafts.FindAsync(owner, Drafts.PostPrefix + "form"));
        Assert.Equal("words", (await drafts.FindAsync(owner, "form"))!.Words);
        stores.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Null(await drafts.FindAsync(owner, "form"));
        await drafts.SaveAsync(owner, "other", "words");
        Assert.Equal(1, await db.Drafts.CountAsync());
    }
}

using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

/// <summary>A form that was saved before and comes again with other words: they are not thrown away as if they had been saved.</summary>
public sealed class SavedOtherwiseTests
{
    private const string Short = "Rang, will ring again.", Long = "Talked for an hour. Afraid of the flat; her sister comes on Friday.";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Log_TheSameForm_WithOtherWords_GivesThemBack_AndSavedAgainTheyAreAnEntry(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var form = await peer.GetAsync($"/people/{person.Reference}/log");
        await form.SubmitAsync(("Words", Short));

        var again = await form.SubmitAsync(("Words", Long));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("saved already, with other words", again.Words(), StringComparison.Ordinal);
        Assert.Equal(Long, again.Page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        Assert.Equal("/mine", (await again.SubmitAsync()).Path);
        Assert.Equal([Short, Long], (await group.ContactsAsync()).OrderBy(c => c.LoggedAt).ThenBy(c => c.Id.Value).Select(group.WordsOf));
        Assert.Equal("/mine", (await form.SubmitAsync(("Words", Short))).Path); // word for word the same is the same
        Assert.Equal(2, (await group.ContactsAsync()).Count);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACall_EndedByTheDesk_WhileThePeerTypes_LosesNoWord(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var call = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitFormAsync("form[data-aside]", ("Kind", "CallOut"));
        await (await desk.GetAsync(call.Path)).SubmitAsync(("Words", Short));

        var typed = await call.SubmitAsync(("Words", Long));

        Assert.Equal(HttpStatusCode.Conflict, typed.Status);
        await typed.SubmitAsync();
        Assert.Equal([Long, Short], (await group.ContactsAsync()).Select(group.WordsOf).Order(StringComparer.Ordinal).Reverse());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SomebodyNobodyKnows_TheSameForm_WithOtherWords(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var form = await peer.GetAsync("/log/unknown");
        await form.SubmitAsync(("Words", Short));

        var again = await form.SubmitAsync(("Words", Long));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal("/mine", (await again.SubmitAsync()).Path);
        Assert.Equal([Short, Long], (await group.ContactsAsync()).OrderBy(c => c.Id.Value).Select(group.WordsOf));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OnPaper_ALineThatWasChangedAndSentAgain_IsAnEntryOfItsOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var form = await (await group.SignInAsync(Role.Peer)).GetAsync("/log/paper");
        (string, string)[] Line(string words) => [("Day", group.Store.Clock.Today.AddDays(-1).ToString("yyyy-MM-dd")), ("Lines[0].Who", person.Reference), ("Lines[0].Time", "21:40"), ("Lines[0].Words", words)];
        await form.SubmitAsync(Line(Short));

        await form.SubmitAsync(Line(Long));
        await form.SubmitAsync(Line(Long));

        Assert.Equal([Short, Long], (await group.ContactsAsync()).Select(group.WordsOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AVisit_EndedBySomebodyElse_LosesNoWord(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Facilitator));
        var board = await (await one.GetAsync("/desk/visitors/new")).SubmitFormAsync("#unknown", ("FirstName", "Bill"));
        var leaves = await board.FollowAsync("Leaves");
        await (await other.GetAsync(leaves.Path)).SubmitAsync(("Words", Short));

        var typed = await leaves.SubmitAsync(("Words", Long));

        Assert.Equal(HttpStatusCode.Conflict, typed.Status);
        Assert.Contains("This visit has ended already.", typed.Words(), StringComparison.Ordinal);
        Assert.Equal(Long, typed.Page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        Assert.Equal("/desk", (await leaves.SubmitAsync(("Words", Short))).Path);
        Assert.Equal(Short, group.WordsOf(await group.OnlyContactAsync()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AHandover_SignedInAnotherWindow_LosesNoWord(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var one = await group.SignInAsync(Role.Facilitator);
        var kept = await (await one.GetAsync("/handover/write")).SubmitAsync(("Lines[0].Words", Short), ("Do", "keep"));
        var signed = await kept.SubmitAsync(("Do", "sign"));

        var typed = await kept.SubmitAsync(("Lines[0].Words", Long), ("Do", "sign"));

        Assert.Equal(HttpStatusCode.Conflict, typed.Status);
        Assert.Contains("You signed this handover already", typed.Words(), StringComparison.Ordinal);
        Assert.Equal(Long, typed.Page.QuerySelector("textarea[name='Lines[0].Words']")!.TextContent.Trim());
        Assert.Equal(signed.Path, (await kept.SubmitAsync(("Do", "sign"))).Path);
    }
}

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
        Assert.Contains("saved already, but not quite like this", again.Words(), StringComparison.Ordinal);
        Assert.Equal(Long, again.Page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        Assert.Equal("/mine", (await again.SubmitAsync()).Path);
        Assert.Equal([Short, Long], (await group.ContactsAsync()).OrderBy(c => c.LoggedAt).ThenBy(c => c.Id.Value).Select(group.WordsOf));
        Assert.Equal("/mine", (await form.SubmitAsync(("Words", Short))).Path); // word for word the same is the same
        Assert.Equal(2, (await group.ContactsAsync()).Count);
        await group.AssertSoundAsync();
    }

    /// <summary>The words are the same, and something else is not: how long it was, or when they are rung again.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite, "Minutes", "45")]
    [InlineData(EngineKind.Postgres, "Minutes", "45")]
    [InlineData(EngineKind.Sqlite, "Next", "2")]
    [InlineData(EngineKind.Postgres, "Next", "2")]
    [InlineData(EngineKind.Sqlite, "Kind", "Text")]
    public async Task Log_TheSameForm_WithTheSameWords_AndSomethingElse_IsNotTakenForSaved(EngineKind engine, string field, string value)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var form = await (await group.SignInAsync(Role.Peer)).GetAsync($"/people/{person.Reference}/log");
        await form.SubmitAsync(("Words", Short), ("Minutes", "5"), ("Next", "1"));
        Assert.Equal("/mine", (await form.SubmitAsync(("Words", Short), ("Minutes", "5"), ("Next", "1"))).Path);

        (string, string)[] fields = [.. new[] { ("Words", Short), ("Minutes", "5"), ("Next", "1") }.Where(f => f.Item1 != field), (field, value)];
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync(fields)).Status);
        Assert.Single(await group.ContactsAsync());
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
        (string, string)[] Line(string words, int days = -1) => [("Day", group.Store.Clock.Today.AddDays(days).ToString("yyyy-MM-dd")), ("Lines[0].Who", person.Reference), ("Lines[0].Time", "21:40"), ("Lines[0].Words", words)];
        await form.SubmitAsync(Line(Short));

        await form.SubmitAsync(Line(Long));
        await form.SubmitAsync(Line(Long));

        Assert.Equal([Short, Long], (await group.ContactsAsync()).Select(group.WordsOf).Order(StringComparer.Ordinal));
        await form.SubmitAsync(Line(Long, -2)); // another day alone
        Assert.Equal(3, (await group.ContactsAsync()).Count);
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
        group.Site.Folder.Clock.Advance(TimeSpan.FromMinutes(20));
        await (await other.GetAsync(leaves.Path)).SubmitAsync(("Words", Short));

        var typed = await leaves.SubmitAsync(("Words", Long));

        Assert.Equal(HttpStatusCode.Conflict, typed.Status);
        Assert.Contains("This visit has ended already", typed.Words(), StringComparison.Ordinal);
        Assert.Equal(Long, typed.Page.QuerySelector("textarea[name=Words]")!.TextContent.Trim());
        Assert.Equal("/desk", (await leaves.SubmitAsync(("Words", Short))).Path);
        Assert.Equal(Short, group.WordsOf(await group.OnlyContactAsync()));
        Assert.Equal($"{one.PathBase}/log/unknown", typed.Page.QuerySelector("button.main[formaction]")!.GetAttribute("formaction"));
        for (var tap = 0; tap < 2; tap++)
            Assert.Equal("/mine", (await one.PostAsync("/log/unknown", typed.FormFields(("Words", Long)))).Path);
        var times = (await group.ContactsAsync()).Select(c => c.At).ToList();
        Assert.InRange(times.Max() - times.Min(), TimeSpan.Zero, TimeSpan.FromMinutes(1)); // of when they were here, to the minute, not of now
        Assert.Equal([Long, Short], (await group.ContactsAsync()).Where(c => c.Kind == ContactKind.VisitToBuilding).Select(group.WordsOf).Order(StringComparer.Ordinal).Reverse());
    }

    /// <summary>Kept, written on, and then the first form comes once more: what was written on stays.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AHandover_KeptAndWrittenOn_IsNotOverwrittenByItsFirstForm(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var one = await group.SignInAsync(Role.Facilitator);
        var first = await one.GetAsync("/handover/write");
        var kept = await first.SubmitAsync(("Lines[0].Words", Short), ("Do", "keep"));
        Assert.Equal(HttpStatusCode.OK, (await first.SubmitAsync(("Lines[0].Words", Short), ("Do", "keep"))).Status); // word for word
        await (await one.GetAsync(kept.Path)).SubmitAsync(("Lines[0].Words", Long), ("Do", "keep"));

        Assert.Equal(HttpStatusCode.Conflict, (await first.SubmitAsync(("Lines[0].Words", Short), ("Do", "keep"))).Status);
        Assert.Contains(Long, (await one.GetAsync(kept.Path)).Text, StringComparison.Ordinal);
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
        var sendTo = typed.Page.QuerySelector("button.main[formaction]")!.GetAttribute("formaction")!;
        var second = await one.PostAsync(sendTo[one.PathBase.Length..], typed.FormFields(("Do", "sign")));
        Assert.NotEqual(signed.Path, second.Path);
        Assert.Contains(Long, second.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(Long, (await one.GetAsync(signed.Path)).Words(), StringComparison.Ordinal);
    }
}

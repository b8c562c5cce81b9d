using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Governance;

/// <summary>A group's own lists: what its forms offer, in its own words.</summary>
public sealed class ListsTests
{
    private const string Teams = "/lists/referringteam";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AddRenameMoveTakeOutBringBack_ChangeWhatTheFormsOffer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var desk = await group.SignInAsync(Role.Facilitator);

        var added = await (await coordinator.GetAsync(Teams)).SubmitFormAsync("form[data-add]", ("Label", "Street triage"));
        Assert.Contains("Saved", added.Words(), StringComparison.Ordinal);
        Assert.Equal(["Crisis team", "Home treatment", "Hospital liaison", "Recovery lounge", "Street triage"], await OfferedAsync(desk));

        await added.SubmitFormAsync("#rename-street_triage", ("NewLabel", "Police and ambulance"));
        var page = await coordinator.GetAsync(Teams);
        await page.PressAsync("Up Police and ambulance");
        await page.PressAsync("Take out Home treatment");
        Assert.Equal(["Crisis team", "Hospital liaison", "Police and ambulance", "Recovery lounge"], await OfferedAsync(desk));

        await (await coordinator.GetAsync(Teams)).PressAsync("Bring back Home treatment");
        Assert.Contains("Home treatment", await OfferedAsync(desk));
        await using var db = await group.Store.ReadAsync();
        var entry = await db.ListEntries.SingleAsync(e => e.Label == "Police and ambulance");
        Assert.Equal("street_triage", entry.Code);
        Assert.Equal(
            ["ListEntryAdded", "ListEntryBroughtBack", "ListEntryMoved", "ListEntryRenamed", "ListEntryRetired"],
            (await db.Operations.Where(o => o.Kind.StartsWith("ListEntry")).Select(o => o.Kind).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_RenameOfWhatSomebodyElseRenamed_ShowsBothAndLosesNeither(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Coordinator));
        var (first, second) = (await one.GetAsync(Teams), await other.GetAsync(Teams));
        await first.SubmitFormAsync("#rename-crisis_team", ("NewLabel", "Crisis line"));

        var late = await second.SubmitFormAsync("#rename-crisis_team", ("NewLabel", "Crisis desk"));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Crisis desk", late.Page.QuerySelector("#label-crisis_team")!.GetAttribute("value"));
        Assert.Contains("It says now: Crisis line", late.Words(), StringComparison.Ordinal);
        await late.SubmitFormAsync("#rename-crisis_team");
        Assert.Contains("Crisis desk", await OfferedAsync(await group.SignInAsync(Role.Facilitator)));
    }

    [Theory]
    [InlineData("", "Write a word or a few")]
    [InlineData("   ", "Write a word or a few")]
    [InlineData("crisis TEAM", "This is in the list already.")]
    [InlineData("a\u0007b", "Write a word or a few")]
    public async Task Post_AddWhatCannotBe_SaysWhyAndKeepsIt(string label, string says)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var refused = await (await coordinator.GetAsync(Teams)).SubmitFormAsync("form[data-add]", ("Label", label));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words(), StringComparison.Ordinal);
        Assert.Equal(label, refused.Page.QuerySelector("#Label")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task Post_RenameToWhatCannotBe_SaysWhyAndKeepsIt()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var long81 = new string('x', 81);

        var refused = await (await coordinator.GetAsync(Teams)).SubmitFormAsync("#rename-crisis_team", ("NewLabel", long81));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(long81, refused.Page.QuerySelector("#label-crisis_team")!.GetAttribute("value"));
        Assert.Contains("It says now: Crisis team", refused.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AddTooMuch_IsRefused()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var refused = await (await coordinator.GetAsync(Teams)).SubmitFormAsync("form[data-add]", ("Label", new string('x', 81)));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task Post_EntryOfAnotherGroup_IsNotThere()
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var (mine, other) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        await using var db = await other.Store.ReadAsync();
        var theirs = await db.ListEntries.FirstAsync(e => e.List == GroupList.ReferringTeam);
        var coordinator = await mine.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetAsync(Teams);

        var answer = await page.SubmitFormAsync("#rename-crisis_team", ("id", theirs.Id.ToString()), ("version", theirs.Version.ToString()), ("NewLabel", "Ours now"));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/lists/nothing")).Status);
    }

    private static async Task<IReadOnlyList<string>> OfferedAsync(Visitor desk) =>
        [.. (await desk.GetAsync("/refer")).Page.QuerySelectorAll("input[name=Team], input[name='Form.Team'], input[name$='Team']").Select(i => i.ParentElement!.TextContent.Trim()).Where(w => w.Length > 0)];
}

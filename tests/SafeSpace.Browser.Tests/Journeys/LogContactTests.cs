using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>A peer on an old phone: log a call, promise another, set a wrong entry right.</summary>
public sealed class LogContactTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Log_APromisedCall_AndSetItRight(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), "07700 900 123");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);

        // The first call: found by name, promised for tomorrow.
        await at.GoAsync("/log");
        await PageCheck.FitAsync(at);
        await at.Page.FillAsync("#Q", "harley");
        await at.Button("Find").ClickAsync();
        await at.Link("Log a contact with Sam Harley").ClickAsync();
        await at.Page.WaitForURLAsync($"**/people/{sam.Reference}/log*");
        await PageCheck.FitAsync(at);
        await at.Page.FillAsync("#Words", "Talked about the garden.");
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Tomorrow" }).CheckAsync();
        await at.Button("Save").ClickAsync();

        // Three taps from "my people".
        await at.Page.WaitForURLAsync("**/mine");
        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("Sam H.", await at.WordsAsync(), StringComparison.Ordinal);
        await PageCheck.FitAsync(at);
        await at.Link("Log a contact with Sam").ClickAsync();
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "No answer" }).CheckAsync();
        await at.Button("Save").ClickAsync();
        await at.Page.WaitForURLAsync("**/mine");

        // It was a text after all.
        await at.Link("My diary").ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Link("Set right").First.ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Text", Exact = true }).CheckAsync();
        await at.Page.FillAsync("#Why", "Pressed the wrong one.");
        await at.Button("Save").ClickAsync();
        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);

        await using var db = group.Store.Read();
        var contacts = await db.Contacts.AsNoTracking().OrderBy(c => c.LoggedAt).ToListAsync();
        Assert.Equal(3, contacts.Count);
        Assert.Equal(ContactKind.Text, Assert.Single(contacts, c => c.CorrectsId is not null).Kind);
        Assert.Contains(contacts, c => c.Kind == ContactKind.NoAnswer);
    }
}

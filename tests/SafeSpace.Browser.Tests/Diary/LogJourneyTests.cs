using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Diary;

public sealed class LogJourneyTests(Chromium chromium)
{
    /// <summary>Counted by the browser itself: what a thumb does, and that no key is pressed.</summary>
    private const string Counter = "window.addEventListener('pointerdown', () => localStorage.taps = 1 + Number(localStorage.taps ?? 0), true); window.addEventListener('keydown', () => localStorage.keys = 1 + Number(localStorage.keys ?? 0), true);";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_my_people_a_contact_is_logged_in_three_taps_and_no_key(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await using var peer = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);
        await group.TieAsync(person, peer.Account!);
        if (script)
            await peer.Page.AddInitScriptAsync(Counter);
        await peer.GoAsync("/mine");
        if (Environment.GetEnvironmentVariable("SAFESPACE_PICTURES") is { Length: > 0 } folder)
            await PicturesAsync(peer, person.Reference, folder);
        var taps = 0;

        await TapAsync(peer.Link("Log a contact with Sam H."));
        await TapAsync(peer.Page.GetByRole(AriaRole.Radio, new() { Name = "Rang us" }));
        await TapAsync(peer.Button("Save"));

        Assert.Equal(3, taps);
        Assert.Equal("/mine", peer.Path);
        Assert.Contains("Saved", await peer.WordsAsync(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(ContactKind.CallIn, (await db.Contacts.SingleAsync()).Kind);
        if (script)
        {
            Assert.Equal("3", await peer.Page.EvaluateAsync<string?>("localStorage.taps"));
            Assert.Null(await peer.Page.EvaluateAsync<string?>("localStorage.keys ?? null"));
        }

        Assert.Empty(peer.Complaints);

        async Task TapAsync(ILocator what)
        {
            taps++;
            await what.ClickAsync();
        }
    }

    [Fact]
    public async Task What_was_typed_survives_a_crash_of_the_phone()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await using var peer = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        await peer.GoAsync($"/people/{person.Reference}/log");
        await peer.Page.FillAsync("textarea[name=Words]", "she likes tea");
        await peer.Page.WaitForSelectorAsync("form .saved:has-text('saved')");
        await using var again = await AtBrowser.OpenAsync(chromium, group);
        await again.SignInAsync(peer.Account!);
        await again.GoAsync($"/people/{person.Reference}/log");
        await again.Button("Use it").ClickAsync();
        Assert.Equal("she likes tea", await again.Page.InputValueAsync("textarea[name=Words]"));
        await again.Button("Save").ClickAsync();
        Assert.Equal("/mine", again.Path);
        await again.GoAsync($"/people/{person.Reference}/log");
        await again.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await again.Button("Use it").CountAsync());
    }

    [Fact]
    public async Task An_impatient_thumb_makes_one_contact()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await using var peer = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        await peer.GoAsync($"/people/{person.Reference}/log");
        await peer.Button("Save").DblClickAsync();
        await peer.Page.WaitForURLAsync("**/mine");
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Contacts.CountAsync());
    }

    /// <summary>For looking at: both widths, both themes.</summary>
    private static async Task PicturesAsync(AtBrowser peer, string reference, string folder)
    {
        foreach (var (width, scheme) in new[] { (320, ColorScheme.Light), (320, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await peer.Page.SetViewportSizeAsync(width, 800);
            await peer.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var (name, path) in new[] { ("log", $"/people/{reference}/log"), ("diary", $"/people/{reference}/diary"), ("rings", $"/people/{reference}/rings"), ("find", "/log"), ("mine", "/mine") })
            {
                await peer.GoAsync(path);
                await peer.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{scheme}.png"), FullPage = true });
            }
        }

        await peer.Page.SetViewportSizeAsync(320, 800);
        await peer.Page.EvaluateAsync("localStorage.clear()");
    }
}

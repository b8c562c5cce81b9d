using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Demonstration;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests;

/// <summary>
/// The pictures of the README and of the guide. <c>SAFESPACE_WRITE_PICTURES=1</c> takes them anew, of the whole demonstration, in the light;
/// without it the ones that are there are looked at: real pictures, not too heavy.
/// </summary>
public sealed class PicturesTests(Chromium chromium)
{
    private const int Heaviest = 150_000;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData("register.png", "/register", null, Role.Facilitator, 1280, 900)]
    [InlineData("monitoring.png", "/reports/monitoring", null, Role.Coordinator, 1280, 1000)]
    [InlineData("evening-my-people.png", "/mine", null, Role.Peer, 360, 900)]
    [InlineData("evening-log.png", "/mine", "Log", Role.Peer, 360, 900)]
    [InlineData("evening-board.png", "/desk", null, Role.Facilitator, 1280, 1000)]
    [InlineData("evening-give.png", "/desk", "Give to…", Role.Facilitator, 900, 800)]
    [InlineData("evening-handover.png", "/handover/write", null, Role.Facilitator, 900, 900)]
    [InlineData("evening-promises.png", "/promises", null, Role.Supervisor, 900, 800)]
    [InlineData("evening-rota.png", "/rota", null, Role.Coordinator, 900, 900)]
    public async Task Picture_OfTheReadmeAndTheGuide_IsThereAndLight(string name, string path, string? link, Role role, int width, int height)
    {
        var file = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("SAFESPACE_WRITE_PICTURES") == "1")
            await TakeAsync(file, path, link, role, width, height);

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Png, bytes[..4]);
        Assert.InRange(bytes.Length, 5_000, Heaviest);
    }

    private async Task TakeAsync(string file, string path, string? link, Role role, int width, int height)
    {
        var site = await TestSite.OnPortAsync(EngineKind.Sqlite);
        var store = await site.Stores.FindAsync(DemonstrationGroup.Slug) ?? await new DemonstrationGroup(site.Stores).MakeAsync(TestSite.Password, small: false);
        var group = new TestGroup(site, store);
        await using var at = await AtBrowser.OpenAsync(chromium, group, width: 1280);
        await at.SignInAsync(await group.AccountOfAsync(role));
        await at.Page.SetViewportSizeAsync(width, height);
        await at.GoAsync(path);
        if (link is not null)
            await at.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await at.Page.WaitForLoadStateAsync(LoadState.Load);
        await at.Page.ScreenshotAsync(new() { Path = file });
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeSpace.slnx")))
            folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder!.FullName, "docs", "pictures")).FullName;
    }
}

using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Demonstration;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests;

/// <summary>
/// The pictures of the README. <c>SAFESPACE_WRITE_PICTURES=1</c> takes them anew, of the whole demonstration, 1280 px wide, in the light;
/// without it the ones that are there are looked at: real pictures, not too heavy.
/// </summary>
public sealed class PicturesTests(Chromium chromium)
{
    private const int Heaviest = 200_000;

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G'];

    [Theory]
    [InlineData("register.png", "/register", Role.Facilitator, 900)]
    [InlineData("monitoring.png", "/reports/monitoring", Role.Coordinator, 1000)]
    public async Task Picture_OfTheReadme_IsThereAndLight(string name, string path, Role role, int height)
    {
        var file = Path.Combine(Folder(), name);
        if (Environment.GetEnvironmentVariable("SAFESPACE_WRITE_PICTURES") == "1")
            await TakeAsync(file, path, role, height);

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Png, bytes[..4]);
        Assert.InRange(bytes.Length, 5_000, Heaviest);
    }

    private async Task TakeAsync(string file, string path, Role role, int height)
    {
        var site = await TestSite.OnPortAsync(EngineKind.Sqlite);
        var store = await site.Stores.FindAsync(DemonstrationGroup.Slug) ?? await new DemonstrationGroup(site.Stores).MakeAsync(TestSite.Password, small: false);
        var group = new TestGroup(site, store);
        await using var at = await AtBrowser.OpenAsync(chromium, group, width: 1280);
        await at.SignInAsync(await group.AccountOfAsync(role));
        await at.Page.SetViewportSizeAsync(1280, height);
        await at.GoAsync(path);
        await at.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
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

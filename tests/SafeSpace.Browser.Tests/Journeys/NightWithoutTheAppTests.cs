using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>The app is away for a night: the sealed file opens without a network, people are rung from it, and what was done is typed in afterwards.</summary>
public sealed class NightWithoutTheAppTests(Chromium chromium)
{
    private const string Passphrase = "copper kettle seven larks";

    [Fact]
    public async Task Outage_WorkedFromTheSealedFile_AndTypedInAfterwardsWithItsOwnTimes()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync(new PersonDetails { GivenName = "Samuel", Surname = "Plantedsurname", Phones = [new PhoneDetails("07700 900 123", "hers")], SafeTimes = "After five." });
        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, width: 1280);
        var promise = await group.PromiseAsync(sam, desk.Account, at: new TimeOnly(0, 5));

        // Before: the file is made at the desk.
        await desk.GoAsync("/night-sheet");
        await desk.Page.FillAsync("#Passphrase", Passphrase);
        await desk.Page.FillAsync("#PassphraseAgain", Passphrase);
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Button("Make the sealed file").ClickAsync());
        var file = Path.Combine(Directory.CreateTempSubdirectory("night").FullName, "night.html");
        await download.SaveAsAsync(file);
        Assert.DoesNotContain("Samuel", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        // The outage: a browser without a network.
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 800 }, Offline = true });
        var asked = new List<string>();
        context.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal)) asked.Add(request.Url); };
        var sheet = await context.NewPageAsync();
        await sheet.GotoAsync(new Uri(file).AbsoluteUri);
        await sheet.FillAsync("#passphrase", "copper kettle seven lambs");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await sheet.GetByText("This passphrase is not right").WaitForAsync();
        Assert.Equal(0, await sheet.GetByText("Samuel").CountAsync());
        await sheet.FillAsync("#passphrase", "  copper  kettle seven larks");
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Open" }).ClickAsync();
        await sheet.GetByText("Samuel").WaitForAsync();
        var words = await sheet.InnerTextAsync("main");
        foreach (var needed in new[] { "07700 900 123 (hers)", "After five.", "call, today, 00:05", sam.Reference })
            Assert.Contains(needed, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Plantedsurname", words, StringComparison.Ordinal);
        Assert.Equal("tel:07700900123", await sheet.Locator("td a").GetAttributeAsync("href"));
        Assert.True(await sheet.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.Empty(asked);
        var reference = Regex.Match(words, @"SS\d+").Value;
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        Assert.Equal(0, await sheet.GetByText("Samuel").CountAsync());

        // The app is back: what stands on the paper is typed in.
        var clock = group.Store.Clock;
        await desk.GoAsync("/log/paper");
        await PageCheck.FitAsync(desk);
        await desk.Page.FillAsync("#Day", clock.Today.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await desk.Page.Locator("[name='Lines[0].Who']").FillAsync(reference);
        await desk.Page.Locator("[name='Lines[0].Time']").FillAsync("23:10");
        await desk.Page.Locator("[name='Lines[0].Minutes']").FillAsync("35");
        await desk.Page.Locator("[name='Lines[0].Words']").FillAsync("Rang by torchlight.");
        await desk.Button("Save all").ClickAsync();
        Assert.Contains("1 line is saved", await desk.WordsAsync(), StringComparison.Ordinal);
        await using var db = group.Store.Read();
        var contact = await db.Contacts.AsNoTracking().SingleAsync();
        Assert.Equal((clock.ToUtc(new LocalMoment(clock.Today.AddDays(-1), new TimeOnly(23, 10))), 35, sam.Id), (contact.At, contact.Minutes, contact.PersonId!.Value));
        Assert.Equal(PromiseState.Open, (await db.Promises.AsNoTracking().SingleAsync(p => p.Id == promise.Id)).State);
    }

    [Fact]
    public async Task PrintedSheet_OnPaper_IsTheTableAlone()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, width: 1280);
        await group.PromiseAsync(await group.AddPersonAsync("Sam", "Harley", phone: "07700 900 123"), desk.Account);
        await desk.GoAsync("/night-sheet");
        await desk.Button("Make a sheet to print").ClickAsync();
        await desk.Page.WaitForURLAsync("**/night-sheet/*");
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await desk.Page.GetByText("07700 900 123").IsVisibleAsync());
        foreach (var never in new[] { "header.top", "nav.four", "footer.foot", ".no-print" })
            Assert.False(await desk.Page.Locator(never).First.IsVisibleAsync(), never);
    }
}

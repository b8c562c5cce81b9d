using System.Globalization;
using Microsoft.Playwright;
using MiniExcelLibs;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>The coordinator publishes a pack and puts it right; the commissioner reads both, on the page and in the spreadsheet.</summary>
public sealed class PackTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Pack_IsPublishedPutRightAndReadSideBySide(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 150, contacts: 900);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        await at.GoAsync("/packs");
        await at.Link("Make a pack").ClickAsync();
        await PageCheck.FitAsync(at);
        await at.Page.SelectOptionAsync("#From", "2026-01");
        await at.Page.SelectOptionAsync("#To", "2026-01");
        await at.Button("Show").ClickAsync();
        await at.Button("Publish").ClickAsync();
        Assert.Equal("/packs/1", at.Path);
        await PageCheck.FitAsync(at);
        await LateAsync(group.Store);

        await at.Link("Put it right").ClickAsync();
        await at.Page.FillAsync("#Why", "Nine sheets came late.");
        await PageCheck.FitAsync(at);
        await at.Button("Publish the restatement").ClickAsync();
        Assert.Equal("/packs/2", at.Path);

        await using var reader = await AtBrowser.SignedInAsync(chromium, group, Role.Commissioner, script, width: 1280);
        await reader.GoAsync("/packs/2");
        Assert.Contains("Nine sheets came late.", await reader.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("+9", await reader.WordsAsync(), StringComparison.Ordinal);
        await SideBySideAsync(reader);
        await reader.Link("pack 1").First.ClickAsync();
        await reader.Page.WaitForLoadStateAsync();
        Assert.Contains("put right later", await reader.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await reader.Link("Put it right").CountAsync());
        await reader.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await reader.Link("Spreadsheet").IsVisibleAsync());
        Assert.True(await reader.Page.Locator("table[data-pack-table=contacts]").IsVisibleAsync());
        Assert.Empty(reader.Complaints);
    }

    /// <summary>Every shown number of every table is in its sheet, in its row.</summary>
    private static async Task SideBySideAsync(AtBrowser reader)
    {
        var download = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Link("Spreadsheet").ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var book = new MemoryStream();
        await stream.CopyToAsync(book, TestContext.Current.CancellationToken);
        book.Position = 0;
        var sheets = MiniExcel.GetSheetNames(book);
        var tables = await reader.Page.Locator("table[data-pack-table]").AllAsync();
        for (var i = 0; i < tables.Count; i++)
        {
            var onPage = (await tables[i].Locator("tbody tr").AllInnerTextsAsync()).Select(r => string.Join('|', r.Split('\t', StringSplitOptions.TrimEntries))).ToList();
            var inFile = MiniExcel.Query(book, sheetName: sheets[i + 1]).Cast<IDictionary<string, object?>>().Skip(1)
                .Select(r => string.Join('|', r.Values.Select(v => v is double number ? number.ToString("#,0.##", CultureInfo.GetCultureInfo("en-GB")) : v))).ToList();
            Assert.Equal(onPage, inFile);
        }
    }

    private static Task LateAsync(GroupStore store) => store.Write("CameLate", Actor.CommandLine, async unit =>
    {
        var day = new DateOnly(2026, 1, 9);
        for (var i = 0; i < 9; i++)
        {
            var person = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Late", Surname = $"Came{i}" });
            var spell = await CaseWriter.OpenAsync(unit, person.Id, day, "crisis_team");
            unit.Db.Referrals.Add(new Referral
            {
                Id = ReferralId.New(),
                PersonId = person.Id,
                SpellId = spell.Id,
                Channel = Channel.Phone,
                ReceivedAt = unit.Clock.StartOf(day).AddHours(12),
                Day = day,
                Team = "crisis_team",
                Kind = ReferralKind.First,
                Outcome = ReferralOutcome.TakenOn,
                DecidedAt = unit.Clock.StartOf(day).AddHours(13),
            });
        }
    });
}

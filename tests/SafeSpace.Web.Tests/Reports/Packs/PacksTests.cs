using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Tests.SocialValue;

namespace SafeSpace.Web.Tests.Reports.Packs;

/// <summary>The commissioner's pack: made by the coordinator, read by those who fund us, put right beside itself.</summary>
public sealed class PacksTests
{
    private const string January = "2026-01";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Publish_StandsForTheCommissioner_WithTheSameFiguresInTheSpreadsheet(EngineKind engine)
    {
        var (group, coordinator) = await BeginAsync(engine);
        var commissioner = await group.SignInAsync(Role.Commissioner);
        Assert.Contains("Nothing was published yet.", (await commissioner.GetAsync("/packs")).Words(), StringComparison.Ordinal);

        var published = await PublishAsync(coordinator, January);
        Assert.Equal("/packs/1", published.Path);

        var page = await (await commissioner.GetAsync("/packs")).FollowAsync("January 2026");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Most calls of one person", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await commissioner.GetAsync("/packs/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await commissioner.GetAsync("/reports/monitoring")).Status);
        await SameInTheSpreadsheetAsync(commissioner, page);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Value_StandsInThePackToThePenny_OnThePageAndInTheSpreadsheet_AndOneCrisisIsNotToldByItsMoney(EngineKind engine)
    {
        var (group, coordinator) = await BeginAsync(engine);
        await ValueBooks.ImportAsync(group);
        await (await coordinator.GetAsync("/packs/new?From=2019-10&To=2019-12")).PressAsync("Publish");
        var commissioner = await group.SignInAsync(Role.Commissioner);
        var page = await commissioner.GetAsync("/packs/1");

        var rows = page.Page.QuerySelectorAll("table[data-pack-table=value] tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        var inFile = await SheetAsync(commissioner, "Value statement");
        Assert.Equal(rows.Count, inFile.Count);
        foreach (var (shown, file) in rows.Zip(inFile))
        {
            Assert.Equal(shown[0], file[0]);
            Assert.Equal(shown.Skip(1).Select(Said), file.Skip(1).Select(v => v is double number ? (object)(decimal)number : v?.ToString()));
        }

        string[] months = ["2019-10", "2019-11", "2019-12"];
        foreach (var (name, cell) in new[] { ("Statutory income", "statutory"), ("Total income", "total_income"), ("Total social return", "total_social_return") })
            Assert.Equal(months.Select(m => (object)decimal.Parse(ValueBooks.Truth.GetProperty(m).GetProperty(cell).GetString()!, CultureInfo.InvariantCulture)), rows.Single(r => r[0] == name).Skip(1).Take(3).Select(Said));
        // One brief crisis in October, at £100: its money stands with another part's, and nowhere alone.
        Assert.DoesNotContain(rows, r => r[0] == "Crisis support");
        Assert.Contains(rows, r => r[0].EndsWith(" + Crisis support", StringComparison.Ordinal));
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c == "100.00");

        static object? Said(string cell) => decimal.TryParse(cell, NumberStyles.Number, CultureInfo.GetCultureInfo("en-GB"), out var number) ? number : cell;
    }

    /// <summary>A colleague's own record is behind the wall, and counted: what the coordinator looks at before publishing is what is published.</summary>
    [Fact]
    public async Task Get_Preview_CountsWhoIsBehindAWallToo()
    {
        var (group, coordinator) = await BeginAsync(EngineKind.Sqlite);
        var peer = await group.SignInAsync(Role.Peer);
        await group.Store.Write("AccountTied", Actor.CommandLine, async unit =>
        {
            var day = new DateOnly(2026, 1, 1);
            var person = (await unit.Db.Referrals.OrderBy(r => r.Day).FirstAsync(r => r.Day >= day)).PersonId;
            unit.Db.Set<Core.Register.PersonAccount>().Add(new Core.Register.PersonAccount { Id = Ids.New(), PersonId = person, UserId = peer.Account!.UserId, From = unit.Now });
        });

        var preview = await coordinator.GetAsync($"/packs/new?From={January}&To={January}");
        var published = await preview.PressAsync("Publish");

        Assert.Equal("/packs/1", published.Path);
        Assert.Equal(Tables(preview), Tables(published));

        static IEnumerable<string> Tables(Answer answer) => answer.Page.QuerySelectorAll("table[data-pack-table]").Select(t => t.TextContent);
    }

    /// <summary>A month whose value statement is not closed can be published; who publishes is told before, and who reads is told in the pack.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_MonthWhoseValueIsNotClosed_IsFlagged_OnThePageAndInThePack(EngineKind engine)
    {
        var (group, coordinator) = await BeginAsync(engine);
        await ValueBooks.ImportAsync(group);
        await (await coordinator.GetAsync("/value/months")).PressAsync("Close October 2019");

        var form = await coordinator.GetAsync("/packs/new?From=2019-10&To=2019-11");
        Assert.Contains("The value statement of these months is not closed yet: Nov 2019.", form.Words(), StringComparison.Ordinal);
        var pack = await form.PressAsync("Publish");
        Assert.Contains("Nov 2019: the value statement was not closed when this was published", pack.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Oct 2019: the value statement", pack.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Restate_KeepsTheOldPackAndShowsTheDifference(EngineKind engine)
    {
        var (group, coordinator) = await BeginAsync(engine);
        await PublishAsync(coordinator, January);
        var before = (await coordinator.GetAsync("/packs/1")).Page.QuerySelectorAll("table[data-pack-table]").Select(t => t.TextContent).ToList();
        await LateAsync(group.Store, 8);

        var form = await coordinator.GetAsync("/packs/1/restate");
        Assert.Contains("+8", form.Words("#changed ~ table, main"), StringComparison.Ordinal);
        var empty = await form.SubmitAsync(("Why", " "));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        var again = await empty.SubmitAsync(("Why", "Eight sheets came late."));

        Assert.Equal("/packs/2", again.Path);
        Assert.Contains("Eight sheets came late.", again.Words(), StringComparison.Ordinal);
        Assert.Contains("+8", again.Words(), StringComparison.Ordinal);
        var old = await coordinator.GetAsync("/packs/1");
        Assert.Contains("pack 2", old.Words(), StringComparison.Ordinal);
        Assert.Equal(before, old.Page.QuerySelectorAll("table[data-pack-table]").Select(t => t.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/packs/1/restate")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Restate_ThatWouldGiveSomebodyAway_SaysSo_KeepsWhatWasTyped_AndPublishesNothing(EngineKind engine)
    {
        var (group, coordinator) = await BeginAsync(engine);
        await PublishAsync(coordinator, January);
        var form = await coordinator.GetAsync("/packs/1/restate");
        await GiveAwayAsync(group.Store);

        var refused = await form.SubmitAsync(("Why", "Eight sheets came late."));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("This cannot be put right now without giving somebody away. Nothing was published, and pack 1 stands as it is.", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("Eight sheets came late.", refused.Page.QuerySelector("#Why")!.TextContent.Trim());
        Assert.DoesNotContain(refused.Page.QuerySelectorAll("button"), b => b.TextContent.Contains("Publish", StringComparison.Ordinal));
        var opened = await coordinator.GetAsync("/packs/1/restate");
        Assert.Equal(HttpStatusCode.BadRequest, opened.Status);
        Assert.Contains("This cannot be put right now", opened.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync("/packs/1")).Status);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Packs.CountAsync());
        Assert.Equal(0, await db.Operations.CountAsync(o => o.Kind == "PackRestated"));
    }

    /// <summary>What was published gives three people away already: nothing that is withheld now could help.</summary>
    private static Task GiveAwayAsync(GroupStore store) => store.Write("Planted", Actor.CommandLine, async unit =>
    {
        var pack = await unit.Db.Packs.SingleAsync();
        PackFigures told = new(
            [new("all", 1, 20, 1, false, 1) { Shown = true }, new("most", 1, 17, 1, false, 1) { Shown = true }, new("few", 1, 3, 1, false, 1)],
            [new([new("all@1", 1), new("most@1", -1), new("few@1", -1)])], []);
        pack.Exact = unit.Seal(null, "pack.exact", pack.Id, JsonSerializer.Serialize(told));
    });

    [Theory]
    [InlineData("2026-03", "2026-03", "This month is not over yet.")]
    [InlineData("2026-02", "2026-01", "The last month is before the first one.")]
    [InlineData("soon", "2026-01", "Write a month like this")]
    [InlineData("2020-01", "2026-01", "Choose at most two years.")]
    public async Task Get_MonthsThatCannotBePublished_SaysWhy(string from, string to, string says)
    {
        var (_, coordinator) = await BeginAsync(EngineKind.Sqlite);

        var refused = await coordinator.GetAsync($"/packs/new?From={from}&To={to}");

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameMonthsTwice_IsToldToPutTheFirstRight()
    {
        var (_, coordinator) = await BeginAsync(EngineKind.Sqlite);
        var form = await coordinator.GetAsync($"/packs/new?From={January}&To={January}");
        await form.PressAsync("Publish");

        Assert.Equal("/packs/1", (await form.PressAsync("Publish")).Path);
        var refused = await coordinator.GetAsync($"/packs/new?From={January}&To={January}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("These months were published in pack 1.", refused.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ObjectiveEvidence_StandsInThePack()
    {
        var (_, coordinator) = await BeginAsync(EngineKind.Sqlite);
        var page = await coordinator.GetAsync($"/objectives?Month={January}");
        Assert.Equal(8, page.Page.QuerySelectorAll("form.card").Length);
        await page.SubmitFormAsync("#objective-respond", ("Words", "Nine in ten on the day."));

        var late = await page.SubmitFormAsync("#objective-respond", ("Words", "Somebody else typed this."));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nine in ten on the day.", late.Words(), StringComparison.Ordinal);
        Assert.Contains("Somebody else typed this.", late.Text, StringComparison.Ordinal);

        var pack = await PublishAsync(coordinator, January);
        Assert.Contains("Nine in ten on the day.", pack.Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing was written down.", pack.Words(), StringComparison.Ordinal);
    }

    private static async Task<(TestGroup Group, Visitor Coordinator)> BeginAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 200, contacts: 1500);
        return (group, await group.SignInAsync(Role.Coordinator));
    }

    private static async Task<Answer> PublishAsync(Visitor coordinator, string month) =>
        await (await coordinator.GetAsync($"/packs/new?From={month}&To={month}")).PressAsync("Publish");

    private static async Task<IReadOnlyList<IReadOnlyList<object?>>> SheetAsync(Visitor reader, string sheet)
    {
        var response = await reader.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/packs/1/pack.xlsx"));
        using var book = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        return [.. MiniExcel.Query(book, sheetName: sheet).Cast<IDictionary<string, object?>>().Skip(1).Select(r => (IReadOnlyList<object?>)[.. r.Values])];
    }

    /// <summary>Cell by cell: every table of the page is a sheet with the same words and numbers.</summary>
    private static async Task SameInTheSpreadsheetAsync(Visitor reader, Answer page)
    {
        var response = await reader.RawAsync(new HttpRequestMessage(HttpMethod.Get, "/packs/1/pack.xlsx"));
        using var book = new MemoryStream(await response.Content.ReadAsByteArrayAsync());
        var sheets = MiniExcel.GetSheetNames(book).ToList();
        Assert.Equal("Notes", sheets[^1]);
        var tables = page.Page.QuerySelectorAll("table[data-pack-table]").ToList();
        Assert.True(tables.Count > 8);
        var numbers = 0;
        for (var i = 0; i < tables.Count; i++)
        {
            var rows = MiniExcel.Query(book, sheetName: sheets[i + 1]).Cast<IDictionary<string, object?>>().Select(r => r.Values.ToList()).Skip(1).ToList();
            var shown = tables[i].QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
            Assert.Equal(shown.Count, rows.Count);
            for (var row = 0; row < shown.Count; row++)
                Assert.Equal(shown[row], rows[row].Select(v => v is double number ? number.ToString("#,0.##", CultureInfo.GetCultureInfo("en-GB")) : v?.ToString() ?? ""));
            numbers += rows.SelectMany(r => r).Count(v => v is double);
        }

        Assert.True(numbers > 20, $"{numbers} numbers");
    }

    /// <summary>Written down after the pack had gone out: people referred on 9 January.</summary>
    private static Task LateAsync(GroupStore store, int people) => store.Write("CameLate", Actor.CommandLine, async unit =>
    {
        var day = new DateOnly(2026, 1, 9);
        for (var i = 0; i < people; i++)
        {
            var person = await Core.Register.PersonWriter.AddAsync(unit, new Core.Register.PersonDetails { GivenName = "Late", Surname = $"Came{i}" });
            var spell = await Core.Register.CaseWriter.OpenAsync(unit, person.Id, day, "crisis_team");
            unit.Db.Referrals.Add(new Referral
            {
                Id = ReferralId.New(),
                PersonId = person.Id,
                SpellId = spell.Id,
                Channel = Channel.Phone,
                ReceivedAt = unit.Clock.StartOf(day).AddHours(12),
                Day = day,
                Team = "crisis_team",
                Kind = Core.Register.Counting.ReferralKind.First,
                Outcome = ReferralOutcome.TakenOn,
                DecidedAt = unit.Clock.StartOf(day).AddHours(13),
            });
        }
    });
}

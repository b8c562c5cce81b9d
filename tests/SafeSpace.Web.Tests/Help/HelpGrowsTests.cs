using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Help;

/// <summary>After years: every row of a pot can still be read and adds up, lists come in pages, and nothing reads a whole table.</summary>
public sealed class HelpGrowsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APot_AddsUpFromItsRows_OverAllItsPages(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var keeper = await group.SignInAsync(Role.Coordinator);
        var person = await group.AddPersonAsync();
        var pot = await group.PotAsync(100_000);
        for (var i = 1; i <= 60; i++)
            await group.GiveAsync(person, "travel", pence: i);
        await new HelpService(group.Store).MistakeAsync((await group.GiveAsync(person, "travel", pence: 777)).Help!.Id, Actor.CommandLine);

        var (sum, pages) = (0L, 0);
        for (var page = await keeper.GetAsync($"/help/pots/{pot.Id}"); ; page = await page.FollowAsync("Earlier"))
        {
            pages++;
            sum += page.Page.QuerySelectorAll("table td.number").Sum(cell => Pence(cell.ChildNodes[0].TextContent));
            if (page.Page.QuerySelector("nav.pages") is null)
                break;
        }

        // By hand: 1,000.00 less 1 + 2 + … + 60 = 1,830 pence.
        Assert.Equal((2, 98_170L, 98_170L), (pages, sum, (await group.PotAsItIsAsync(pot.Id)).LeftPence));
        var had = await keeper.GetAsync($"/people/{person.Reference}/help");
        Assert.Equal(30, had.Page.QuerySelectorAll("[aria-labelledby=had] > ul > li").Length);
        Assert.Equal(30, (await had.FollowAsync("Earlier")).Page.QuerySelectorAll("[aria-labelledby=had] > ul > li").Length);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MoneySpentOnSomethingForAll_IsInThePot_OnItsDay_AndTakenBackItIsNot(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (keeper, peer) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Peer));
        var pot = await group.PotAsync(10_000, until: group.Store.Clock.Today);
        var page = await keeper.GetAsync($"/help/pots/{pot.Id}");
        Assert.Contains("Please write what it was spent on.", (await page.SubmitFormAsync("#money", ("Amount", "60"), ("Do", "spend"))).Words(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("There is less than this left in the pot.", (await page.SubmitFormAsync("#money", ("Amount", "100.01"), ("Words", "boxes"), ("Do", "spend"))).Words(".error-summary"), StringComparison.Ordinal);
        Assert.Contains("This day is still to come.", (await page.SubmitFormAsync("#money", ("Amount", "60"), ("Words", "boxes"), ("On", "tomorrow"), ("Do", "spend"))).Words(".error-summary"), StringComparison.Ordinal);
        page = await page.SubmitFormAsync("#money", ("Amount", "60.50"), ("Words", "forty food packs, receipt 91"), ("On", "yesterday"), ("Do", "spend"));
        Assert.Contains("forty food packs, receipt 91", page.Words("table"), StringComparison.Ordinal);
        Assert.Equal((6050, 3950), (await group.PotAsItIsAsync(pot.Id)) is var spent ? (spent.SpentPence, spent.LeftPence) : default);
        Assert.Null((await peer.GetAsync($"/help/pots/{pot.Id}")).Page.QuerySelector("table form"));
        Assert.Empty(await group.VerifyAsync());

        var given = (await group.GiveAsync(await group.AddPersonAsync())).Help!;
        var row = await group.ReadAsync(db => db.PotEntries.SingleAsync(e => e.Kind == PotEntryKind.Spent && e.HelpId == null));
        var help = await group.ReadAsync(db => db.PotEntries.SingleAsync(e => e.HelpId == given.Id));
        Assert.Equal(PotChange.NoSuchPot, await new PotService(group.Store).ReleaseAsync(pot.Id, help.Id, Actor.CommandLine)); // that is put right where it was given
        await (await keeper.GetAsync(page.Path)).PressAsync($"This was a mistake: £60.50, {row.Day.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}");
        Assert.Equal(9000, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task PromisedInOneMonth_AndGivenInTheNext_ThePotsRowIsOfTheMonthOfTheReport(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TriesPerMinute, door.TicketLifetime) = (int.MaxValue, TimeSpan.FromDays(3650)));
        site.Folder.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));
        var group = await site.NewGroupAsync();
        await group.PotAsync(5000);
        var help = (await group.GiveAsync(await group.AddPersonAsync(), promised: true)).Help!;
        site.Folder.Clock.Advance(TimeSpan.FromDays(2));
        await new HelpService(group.Store).HandOverAsync(help.Id, HelpWay.Delivered, Actor.CommandLine);
        var day = new DateOnly(2026, 4, 2);
        Assert.Equal((day, day), await group.ReadAsync(async db => ((await db.HelpGiven.SingleAsync()).Day, (await db.PotEntries.SingleAsync(e => e.HelpId == help.Id)).Day)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AWordWithMoneyForSomebody_IsReadOnlyByWhoSeesThem(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var person = await group.AddPersonAsync("Zebedee", "Marrowbone");
        var pot = await group.PotAsync(400);
        await group.GiveAsync(person, beyond: "Zebedee has three at home and no heating");
        Assert.Contains("three at home", (await peer.GetAsync($"/help/pots/{pot.Id}")).Text, StringComparison.Ordinal);
        await group.CloseCaseAsync(person);

        var page = await peer.GetAsync($"/help/pots/{pot.Id}");

        Assert.Contains("somebody you do not see", page.Words("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", page.Text, StringComparison.Ordinal);
        Assert.Contains("three at home", (await desk.GetAsync($"/help/pots/{pot.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NothingReadsAWholeTable(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => door.TriesPerMinute = int.MaxValue);
        site.App.GetTestServer().PreserveExecutionContext = true; // what the pages ask is watched from here
        var group = await site.NewGroupAsync();
        var desk = await group.SignInAsync(Role.Supervisor);
        var person = await group.AddPersonAsync();
        var pot = await group.PotAsync(9000);
        var stock = await group.StockAsync(5);
        var given = (await group.GiveAsync(person)).Help!;
        // One of each: a list of nothing is asked for another way.
        var round = Ids.New();
        await new RoundService(group.Store).AddAsync(round, "Food round", group.Store.Clock.Today, Actor.CommandLine);
        await new RoundService(group.Store).PutOnAsync(round, Ids.New(), new HelpDetails { Id = Ids.New(), Person = person.Id, Item = "food_pack" }, false, Actor.CommandLine);
        await new ClaimService(group.Store).AskAsync(Ids.New(), 315, group.Store.Clock.Today, "the bus", null, new Actor(desk.Account!.UserId, desk.Account.DisplayName));
        await group.GiveAsync(person, source: $"voucher:{await group.SchemeAsync()}", beyond: "late");
        foreach (var path in new[] { "/help", $"/help/pots/{pot.Id}", $"/help/stock/{stock}", "/help/rounds", $"/help/rounds/{round}", $"/help/rounds/{round}/add", $"/help/given/{given.Id}", "/help/vouchers", "/help/purse", "/help/claims", $"/people/{person.Reference}/help", "/counselling", "/connections", "/hospital", "/asks", "/advocacy", "/passed-back", "/" })
        {
            var plans = await QueryPlans.OfAsync(async () => Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(path)).Status));
            Assert.NotEmpty(plans);
            // A list of nothing reads nothing, whatever the plan calls it.
            var scans = QueryPlans.Scans(plans.Where(p => p.Split('\n').All(line => line.Trim() != "WHERE 0")), "pot_entry", "help_given", "stock_move", "voucher", "delivery_round", "delivery_stop", "purse_claim", "person", "connection", "appointment", "counselling_slot", "hospital_stay", "ask", "cause", "passed_back", "promise", "support_task").ToList();
            Assert.True(scans.Count == 0, $"{path}:\n{string.Join('\n', scans)}");
        }
    }

    private static long Pence(string words) => (long)(decimal.Parse(words.Replace("£", "", StringComparison.Ordinal).Replace('−', '-').Trim(), CultureInfo.InvariantCulture) * 100);
}

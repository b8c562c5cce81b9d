using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>Electricity off on Saturday at 20:00, a food round of twelve with one not at home, and the month's table to the penny. A peer on a phone of 320 px.</summary>
public sealed class PracticalHelpTests(Chromium chromium)
{
    private const int Doors = 12;

    /// <summary>A Saturday in winter, London.</summary>
    private static readonly DateTimeOffset SaturdayNight = new(2026, 3, 14, 20, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task SaturdayNight_ThenTheFoodRound_ThenTheMonth(EngineKind engine, bool script)
    {
        var site = await TestSite.NewOnPortAsync(engine, SaturdayNight);
        var group = await site.NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await group.SchemeAsync();
        var pot = await group.PotAsync(8500);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);

        // Two taps from the person: which, and give. Before the second one the page says what can be had.
        await at.GoAsync($"/people/{sam.Reference}");
        await PageCheck.FitAsync(at);
        await at.Link("Electricity card").ClickAsync();
        await at.Page.WaitForURLAsync("**/help?item=electricity_card");
        await PageCheck.FitAsync(at);
        var before = await at.WordsAsync();
        Assert.Contains("It is too late for today. The next: Mon 16 Mar, until 15:30.", before, StringComparison.Ordinal);
        Assert.Contains("What else could help now:", before, StringComparison.Ordinal);
        Assert.Contains("Electricity card from Winter fund, which has £85.00 left", before, StringComparison.Ordinal);
        await at.Button("Give it").ClickAsync();
        await at.Page.WaitForURLAsync($"**/people/{sam.Reference}");
        Assert.Contains("Electricity card, £10.00 · Winter fund", await at.WordsAsync(), StringComparison.Ordinal);
        await at.GoAsync("/help");
        await PageCheck.FitAsync(at);
        Assert.Contains("£75.00", await at.WordsAsync(), StringComparison.Ordinal);

        await BringAsync(at, await RoundAsync(group, at.Account!));

        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script, width: 1280);
        await desk.GoAsync("/reports/monitoring?From=2026-03&To=2026-03");
        await PageCheck.FitAsync(desk);
        var month = desk.Page.Locator("section[aria-labelledby=help] table").First.Locator("tbody tr");
        // By hand: one card of 10.00, and eleven packs of 15.00; the twelfth is still promised.
        Assert.Equal("Mar 2026 12 12 £175.00", string.Join(' ', (await month.InnerTextAsync()).Replace("part month", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        await month.GetByRole(AriaRole.Link, new() { Name = "£175.00" }).ClickAsync();
        Assert.Contains("12 rows, £175.00", await desk.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal((1000, 7500), (await group.PotAsItIsAsync(pot.Id)) is var now ? (now.SpentPence, now.LeftPence) : default);
        Assert.Empty(await group.VerifyAsync());
        Assert.Empty(at.Complaints);
        Assert.Empty(desk.Complaints);
    }

    /// <summary>Twelve people on one round, eleven of them put on it before.</summary>
    private static async Task<Guid> RoundAsync(TestGroup group, User driver)
    {
        await group.StockAsync(20);
        var rounds = new RoundService(group.Store);
        var id = Ids.New();
        await rounds.AddAsync(id, "Food round", group.Store.Clock.Today, Actor.CommandLine);
        for (var door = 1; door <= Doors; door++)
        {
            var person = await group.AddPersonAsync(new PersonDetails { GivenName = $"Door{(char)('A' + door)}", Surname = "Reed", Address = $"{door} Mill Lane", Postcode = "DN2 4AA" });
            await rounds.PutOnAsync(id, Ids.New(), new HelpDetails { Id = Ids.New(), Person = person.Id, Item = "food_pack" }, false, Actor.CommandLine);
            if (door == 3)
                await new DoorstepService(group.Store).NoteAsync(person.Id, "no nuts", "side door", "nothing of us", Actor.CommandLine);
        }

        await using var db = await group.Store.ReadAsync();
        await rounds.ChangeAsync(id, (await db.DeliveryRounds.SingleAsync()).Version, "Food round", group.Store.Clock.Today, driver.UserId, Actor.CommandLine);
        return id;
    }

    /// <summary>Door by door; at the fifth nobody opens.</summary>
    private static async Task BringAsync(AtBrowser at, Guid round)
    {
        await at.GoAsync($"/help/rounds/{round}");
        await PageCheck.FitAsync(at);
        Assert.Contains("Do not say there", await at.WordsAsync(), StringComparison.Ordinal);
        for (var door = 1; door <= Doors; door++)
        {
            await at.Link($"At the door Door{(char)('A' + door)}").ClickAsync();
            await at.Page.WaitForURLAsync("**/help/doors/*");
            if (door is 1 or 3)
                await PageCheck.FitAsync(at);
            await at.Button(door == 5 ? "Nobody at home" : "It is with them").ClickAsync();
            await at.Page.WaitForURLAsync("**/help/rounds/*");
        }

        var words = await at.WordsAsync();
        Assert.Contains($"{Doors - 1} of {Doors} done, 1 not at home", words, StringComparison.Ordinal);
        await at.Button("The round is over").ClickAsync();
        await at.Page.GetByText("And 12 doors you do not see").Or(at.Page.GetByText("It goes on")).First.WaitForAsync();
    }
}

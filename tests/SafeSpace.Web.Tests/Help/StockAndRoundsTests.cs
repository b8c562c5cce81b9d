using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Help;

public sealed class StockAndRoundsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Stock_IsCountedInOutAndAgain_AndLowShows(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (keeper, peer) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await (await keeper.GetAsync("/help/stock")).SubmitAsync(("Name", "Food packs"), ("Item", "food_pack"), ("Count", "4"), ("LowAt", "2"));
        Assert.DoesNotContain("low", (await peer.GetAsync("/help/stock")).Words("table"), StringComparison.Ordinal);
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=food_pack")).SubmitAsync();
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=food_pack")).SubmitAsync();
        Assert.Contains("Food packs low", (await peer.GetAsync("/help/stock")).Words("table"), StringComparison.Ordinal);
        var page = await (await peer.GetAsync("/help/stock")).FollowAsync("Count Food packs");
        var tooMany = await page.SubmitFormAsync("#count", ("HowMany", "3"), ("Do", "out"));
        Assert.Contains("There are fewer than this here.", tooMany.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#count", ("HowMany", "7"), ("Do", "again"))).Status); // without a reason
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#count", ("HowMany", "-1"), ("Do", "in"))).Status);
        await page.SubmitFormAsync("#count", ("HowMany", "7"), ("Words", "a box behind the door"), ("Do", "again"));
        var counted = await page.SubmitFormAsync("#count", ("HowMany", "7"), ("Words", "a box behind the door"), ("Do", "again")); // the same form twice
        Assert.Contains("7 are here.", counted.Words(), StringComparison.Ordinal);
        Assert.Contains("counted again a box behind the door +5", counted.Words("table"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", counted.Words("table"), StringComparison.Ordinal);
        var help = await group.ReadAsync(db => db.HelpGiven.OrderBy(h => h.MadeAt).FirstAsync());
        await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#mistake", ("Do", "mistake"));
        Assert.Equal(8, await group.ReadAsync(db => db.Stock.Select(s => s.Count).SingleAsync()));
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheLastOnTheShelf_GivenByManyAtOnce_IsGivenOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        await group.StockAsync(1);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => group.GiveAsync(person, "food_pack")));
        Assert.Single(outcomes, o => o.Result == HelpResult.Done);
        Assert.Equal(5, outcomes.Count(o => o.Result == HelpResult.NoneInStock));
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ADelivery_ToAnAddressThatChanged_ShowsTheNewOne_AndSaysSo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = "Sam", Surname = "Harley", Address = "4 Mill Lane", Postcode = "DN2 4AA" });
        await group.StockAsync(3);
        var round = await RoundAsync(group, desk, peer, person);
        await (await desk.GetAsync($"/people/{person.Reference}/edit")).SubmitFormAsync("form[data-draft]", ("Form.Address", "9 Hill Road"), ("Form.Postcode", "DN5 1XY"));

        var sheet = await peer.GetAsync(round);
        Assert.Contains("9 Hill Road, DN5 1XY", sheet.Words(".facts"), StringComparison.Ordinal);
        Assert.Contains("It was another when the round was made: 4 Mill Lane, DN2 4AA", sheet.Words(".facts"), StringComparison.Ordinal);
        Assert.Contains("9 Hill Road", (await sheet.FollowAsync("At the door Sam")).Words(".know"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ARound_NeverPutsTwoTogetherWhoMustBeKeptApart_AndNeverSaysWhy(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, driver, friend) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var (one, other, third) = (await group.AddPersonAsync("Ann"), await group.AddPersonAsync("Ben"), await group.AddPersonAsync("Eve"));
        await group.StockAsync(9);
        var apart = new KeepApartService(group.Store);
        await apart.SetAsync(Ids.New(), Party.Of(driver.Account!.UserId), Party.Of(one.Id), "a restraining order", Actor.CommandLine);
        await apart.SetAsync(Ids.New(), Party.Of(one.Id), Party.Of(other.Id), "a restraining order", Actor.CommandLine);
        var round = await RoundAsync(group, desk, null, one);
        var refused = await (await desk.GetAsync($"{round}/add?who={other.Reference}")).SubmitAsync();
        Assert.Contains("They cannot be on this round.", refused.Words(".error-summary"), StringComparison.Ordinal);
        Assert.DoesNotContain("restraining", refused.Text, StringComparison.Ordinal);
        var wrongDriver = await (await desk.GetAsync(round)).SubmitFormAsync("#change", ("Driver", driver.Account.Id.ToString()));
        Assert.Contains("They cannot bring this round.", wrongDriver.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await (await desk.GetAsync(round)).SubmitFormAsync("#change", ("Driver", friend.Account!.Id.ToString()))).Status);
        await (await desk.GetAsync($"{round}/add?who={third.Reference}")).SubmitAsync();
        Assert.Equal(7, await group.ReadAsync(db => db.Stock.Select(s => s.Count).SingleAsync())); // what was refused took nothing

        // Said afterwards, the planner is told at the door; whoever brings it is not.
        await apart.SetAsync(Ids.New(), Party.Of(one.Id), Party.Of(third.Id), "a restraining order", Actor.CommandLine);
        Assert.Equal(2, (await desk.GetAsync(round)).Page.QuerySelectorAll("li.card p.now").Length);
        Assert.Empty((await friend.GetAsync(round)).Page.QuerySelectorAll("li.card p.now"));
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhoBringsARound_SeesItsDoorsWhileItIsToBeBrought_AndOthersOnlyWhomTheySeeAnyway(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, driver, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var closed = await group.AddPersonAsync("Zebedee", "Marrowbone");
        await group.CloseCaseAsync(closed);
        await group.StockAsync(3);
        await new DoorstepService(group.Store).NoteAsync(closed.Id, "no nuts", "side door", "nothing of us", Actor.CommandLine);
        var round = await RoundAsync(group, desk, driver, closed);
        var mine = (await driver.GetAsync(round)).Words(".card");
        Assert.Contains("Zebedee M.", mine, StringComparison.Ordinal);
        Assert.Contains("no nuts", mine, StringComparison.Ordinal);
        var theirs = await other.GetAsync(round);
        Assert.DoesNotContain("Zebedee", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("And 1 door you do not see.", theirs.Words(), StringComparison.Ordinal);
        var stop = await group.ReadAsync(db => db.DeliveryStops.SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/help/doors/{stop.Id}")).Status);
        await (await driver.GetAsync($"/help/doors/{stop.Id}")).SubmitFormAsync("#door", ("Do", "done"));
        await (await driver.GetAsync(round)).PressAsync("The round is over");
        Assert.DoesNotContain("Zebedee", (await driver.GetAsync(round)).Text, StringComparison.Ordinal);

        // An account that is closed brings nothing any more.
        var second = await RoundAsync(group, desk, driver, await group.AddPersonAsync());
        await new AccountService(group.Store) { Steps = House.AccountSteps }.RetireAsync(driver.Account!.UserId, Actor.CommandLine);
        Assert.Contains("nobody brings it yet", (await desk.GetAsync(second)).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task NobodyAtHome_StaysPromised_AndGoesOnAnotherRound_AndADeathCallsItOff(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await group.StockAsync(3);
        var first = await RoundAsync(group, desk, peer, person);
        Assert.Contains("They are on a round with this already.", (await (await desk.GetAsync($"{first}/add?who={person.Reference}")).SubmitAsync()).Words(".error-summary"), StringComparison.Ordinal);
        var stop = await group.ReadAsync(db => db.DeliveryStops.SingleAsync());
        await (await peer.GetAsync($"/help/doors/{stop.Id}")).SubmitFormAsync("#door", ("Do", "away"), ("Words", "lights off"));
        Assert.Equal((HelpState.Promised, 2), await StateAsync());
        var second = await RoundAsync(group, desk, peer, null);
        var again = await (await desk.GetAsync($"/help/doors/{stop.Id}")).SubmitFormAsync("#again", ("On", second.Split('/')[^1]), ("Do", "again"));
        Assert.Equal(second, again.Path);
        var newer = await group.ReadAsync(db => db.DeliveryStops.Where(s => s.Id != stop.Id).SingleAsync());
        await (await peer.GetAsync($"/help/doors/{newer.Id}")).SubmitFormAsync("#door", ("Do", "done"));
        Assert.Equal((HelpState.Given, 2), await StateAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await (await peer.GetAsync($"/help/doors/{stop.Id}")).SubmitFormAsync("#door", ("Do", "done"))).Status); // it is not at two doors

        var third = await RoundAsync(group, desk, peer, person);
        var deaths = new DeathService(group.Store, House.DeathSteps);
        await deaths.SayAsync(person.Id, new DeathDetails(null, null), Actor.CommandLine);
        Assert.Contains("called off", (await desk.GetAsync(third)).Words("li.card"), StringComparison.Ordinal);
        Assert.Equal(2, await group.ReadAsync(db => db.Stock.Select(s => s.Count).SingleAsync()));
        await deaths.TakeBackAsync(person.Id, null, Actor.CommandLine);
        Assert.Contains("to come", (await desk.GetAsync(third)).Words("li.card"), StringComparison.Ordinal);
        Assert.Equal(1, await group.ReadAsync(db => db.Stock.Select(s => s.Count).SingleAsync()));
        Assert.Empty(await group.VerifyAsync());

        async Task<(HelpState, int)> StateAsync() => await group.ReadAsync(async db => (await db.HelpGiven.OrderBy(h => h.MadeAt).Select(h => h.State).FirstAsync(), await db.Stock.Select(s => s.Count).SingleAsync()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ARound_IsOrderedByPlace_AndByHand_AndThoseOfLastTimeAreOffered(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        PersonDetails At(string given, string address, string? postcode) => new() { GivenName = given, Surname = "Harley", Address = address, Postcode = postcode };
        var people = new List<Person>();
        foreach (var (given, address, postcode) in new[] { ("Zoe", "1 Hill Road", "DN5 1XY"), ("Nobody", "somewhere", null), ("Ben", "9 Mill Lane", "DN2 4AA"), ("Ann", "4 Mill Lane", "DN2 4AA") })
            people.Add(await group.AddPersonAsync(At(given, address, postcode)));
        await group.StockAsync(9);
        var round = await RoundAsync(group, desk, null, null);
        foreach (var person in people)
            Assert.Equal($"{round}/add", (await (await desk.GetAsync($"{round}/add?who={person.Reference}")).SubmitAsync()).Path); // the next one at once
        Assert.Equal(["Zoe", "Nobody", "Ben", "Ann"], await OrderAsync());

        await (await desk.GetAsync(round)).PressAsync("Order by place");
        Assert.Equal(["Ann", "Ben", "Zoe", "Nobody"], await OrderAsync());
        await (await desk.GetAsync(round)).PressAsync("Earlier Zoe H.");
        Assert.Equal(["Ann", "Zoe", "Ben", "Nobody"], await OrderAsync());

        await (await desk.GetAsync(round)).PressAsync("The round is over");
        var next = await RoundAsync(group, desk, null, people[2]);
        var offered = (await desk.GetAsync($"{next}/add")).Words(".people");
        Assert.Contains("Ann H.", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben H.", offered, StringComparison.Ordinal);

        async Task<IEnumerable<string>> OrderAsync() => (await desk.GetAsync(round)).Page.QuerySelectorAll("li.card h2").Select(h => h.TextContent.Trim().Split(' ')[0]);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AtTheirDoor_TwoWhoWriteAtOnce_LoseNoWord(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var (quick, slow) = (await peer.GetAsync($"/people/{person.Reference}/doorstep"), await peer.GetAsync($"/people/{person.Reference}/doorstep"));
        await quick.SubmitAsync(("Diet", "no nuts"));
        var both = await slow.SubmitAsync(("Doorstep", "side door"));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("no nuts", both.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("side door", both.Page.QuerySelector("[name=Doorstep]")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await both.SubmitAsync(("Diet", "no nuts"))).Status);
    }

    /// <summary>A round for today, with one person on it and somebody who brings it; answers with its address.</summary>
    private static async Task<string> RoundAsync(TestGroup group, Visitor desk, Visitor? driver, Person? person)
    {
        var round = (await (await desk.GetAsync("/help/rounds")).SubmitAsync(("Name", "Food round"))).Path;
        if (person is not null)
            Assert.Equal(HttpStatusCode.OK, (await (await desk.GetAsync($"{round}/add?who={person.Reference}")).SubmitAsync()).Status);
        if (driver is not null)
            await (await desk.GetAsync(round)).SubmitFormAsync("#change", ("Driver", driver.Account!.Id.ToString()));
        return round;
    }
}

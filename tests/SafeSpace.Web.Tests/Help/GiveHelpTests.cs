using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Help;

public sealed class GiveHelpTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Give_FromAPersonsPage_IsTwoTaps_AndThePotKnowsIt(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var pot = await group.PotAsync(8500);

        var form = await (await peer.GetAsync($"/people/{person.Reference}")).FollowAsync("Electricity card");
        Assert.Equal("electricity_card", form.Page.QuerySelector("[name=Item][checked]")!.GetAttribute("value"));
        Assert.Contains("£10.00 · from Winter fund", form.Words(), StringComparison.Ordinal);
        var after = await form.SubmitAsync();

        Assert.Equal($"/people/{person.Reference}", after.Path);
        Assert.Contains("Electricity card, £10.00 · Winter fund", after.Words(".saved"), StringComparison.Ordinal);
        Assert.Contains("was given: Electricity card", after.Words("ol.timeline"), StringComparison.Ordinal);
        await form.SubmitAsync(); // the same form again is the same card
        var now = await group.PotAsItIsAsync(pot.Id);
        Assert.Equal((8500, 0, 1000, 7500), (now.PutInPence, now.PromisedPence, now.SpentPence, now.LeftPence));
        var hub = await peer.GetAsync("/help");
        Assert.Equal(["£85.00", "£0.00", "£10.00", "£75.00"], hub.Page.QuerySelectorAll("table td.number").Select(d => d.TextContent));
        Assert.Equal(["−£10.00", "£85.00"], (await peer.GetAsync($"/help/pots/{pot.Id}")).Page.QuerySelectorAll("table td.number").Select(d => d.TextContent));
        Assert.Empty(await group.VerifyAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.True(await db.Operations.AnyAsync(o => o.Kind == "HelpGiven" && o.ById == peer.Account!.UserId));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Give_WithACall_IsSavedWithIt_AndWhatCannotBeIsAskedAbout(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        await group.PotAsync(1500);
        Assert.Contains("Electricity card", (await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Gift", "electricity_card"))).Words(".saved"), StringComparison.Ordinal);

        var log = await peer.GetAsync($"/people/{person.Reference}/log");
        var asked = await log.SubmitAsync(("Gift", "gas_card"));

        Assert.Contains("The call is saved. This could not be given as usual", asked.Words(), StringComparison.Ordinal);
        Assert.Equal("gas_card", asked.Page.QuerySelector("[name=Item][checked]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await asked.SubmitAsync(("Source", "purse"))).Status);
        var (contacts, helps) = await group.ReadAsync(async db => (await db.Contacts.OrderBy(c => c.LoggedAt).ToListAsync(), await db.HelpGiven.OrderBy(h => h.MadeAt).ToListAsync()));
        Assert.Equal(contacts.Select(c => (Guid?)c.Id.Value), helps.Select(h => h.ContactId));
        Assert.NotNull(helps[1].ClaimId);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APot_SpentByTwoAtOnce_IsNeverBelowNothing(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var pot = await group.PotAsync(2500);
        var people = new List<Core.Register.Person>();
        for (var i = 0; i < 8; i++)
            people.Add(await group.AddPersonAsync($"Sam{i}"));
        var peers = new[] { await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer) };
        var forms = new List<Answer>();
        foreach (var (person, i) in people.Select((p, i) => (p, i)))
            forms.Add(await peers[i % 2].GetAsync($"/people/{person.Reference}/help?item=electricity_card"));

        var answers = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        Assert.Equal(2, answers.Count(a => a.Status == HttpStatusCode.OK));
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Contains("The pot has £5.00 left. Nothing was taken.", a.Words(".error-summary"), StringComparison.Ordinal));
        Assert.Equal(500, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        Assert.Empty(await group.VerifyAsync());
    }

    [Fact]
    public async Task APot_SpentOnTwoNodesAtOnce_IsNeverBelowNothing()
    {
        var site = await TestSite.NewAsync(EngineKind.Postgres, door => door.TriesPerMinute = int.MaxValue);
        var beside = await TestSite.BesideAsync(site);
        var group = await site.NewGroupAsync();
        var pot = await group.PotAsync(2500);
        var stores = new[] { group.Store, await beside.Stores.GetAsync(group.Slug) };
        var people = new List<Core.Register.Person>();
        for (var i = 0; i < 10; i++)
            people.Add(await group.AddPersonAsync($"Sam{i}"));

        var outcomes = await Task.WhenAll(people.Select((p, i) => Task.Run(() =>
            new HelpService(stores[i % 2]).GiveAsync(new HelpDetails { Id = Ids.New(), Person = p.Id, Item = "electricity_card" }, Actor.CommandLine))));

        Assert.Equal(2, outcomes.Count(o => o.Result == HelpResult.Done));
        Assert.Equal(8, outcomes.Count(o => o.Result == HelpResult.PotTooSmall));
        Assert.Equal(500, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task BelowNothing_OnlyWithAWord_FromSomebodyWhoMay(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var person = await group.AddPersonAsync();
        var pot = await group.PotAsync(400);
        var address = $"/people/{person.Reference}/help?item=electricity_card";
        var refused = await (await peer.GetAsync(address)).SubmitAsync(("Words", "the meter is empty"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("the meter is empty", refused.Page.QuerySelector("[name=Words]")!.TextContent);
        Assert.Null(refused.Page.QuerySelector("[name=Beyond]"));
        // A word that no form of theirs asks for opens nothing.
        Assert.Equal(HttpStatusCode.BadRequest, (await peer.PostAsync(address, [.. refused.FormFields(), new("Beyond", "please")])).Status);

        var asked = await (await desk.GetAsync(address)).SubmitAsync();
        Assert.Contains("The pot has £4.00 left. Write a word why it may go below nothing", asked.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await asked.SubmitAsync(("Beyond", "a child in the house, and it is freezing"))).Status);

        Assert.Equal(-600, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        var rows = (await desk.GetAsync($"/help/pots/{pot.Id}")).Words("table");
        Assert.Contains("below nothing", rows, StringComparison.Ordinal);
        Assert.Contains("a child in the house", rows, StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ARefund_ComesBackToThePot_AndNeverMoreThanItCost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var pot = await group.PotAsync(5000);
        var help = (await group.GiveAsync(await group.AddPersonAsync(), "travel", pence: 1230)).Help!;
        var page = await peer.GetAsync($"/help/given/{help.Id}");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#back", ("Back", "12.31"), ("Do", "back"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#back", ("Back", "-1"), ("Do", "back"))).Status);

        var back = await page.SubmitFormAsync("#back", ("Back", "4.05"), ("Do", "back"));
        await page.SubmitFormAsync("#back", ("Back", "4.05"), ("Do", "back")); // sent twice, it came back once

        Assert.Contains("£4.05 came back", back.Words(), StringComparison.Ordinal);
        var now = await group.PotAsItIsAsync(pot.Id);
        Assert.Equal((825, 4175), (now.SpentPence, now.LeftPence));
        Assert.Empty(await group.VerifyAsync());
        await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#mistake", ("Do", "mistake"));
        Assert.Equal(5000, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APromise_HoldsTheMoney_UntilItIsHandedOverOrCalledOff(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var pot = await group.PotAsync(5000);
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=bed")).SubmitAsync(("Amount", "45.50"), ("Later", "True"));
        Assert.Equal((4550, 0, 450), (await group.PotAsItIsAsync(pot.Id)) is var held ? (held.PromisedPence, held.SpentPence, held.LeftPence) : default);
        Assert.Contains("Bed, £45.50", (await peer.GetAsync("/help")).Words("[aria-labelledby=promised]"), StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());
        var keeper = await group.SignInAsync(Role.Coordinator);
        Assert.Contains("still promised", (await (await keeper.GetAsync($"/help/pots/{pot.Id}")).PressAsync("Close the pot")).Words(".error-summary"), StringComparison.Ordinal);

        var page = await (await peer.GetAsync("/help")).FollowAsync("Look");
        await page.SubmitFormAsync("#over", ("Way", "Delivered"), ("Do", "over"));
        var given = await group.ReadAsync(db => db.HelpGiven.SingleAsync());
        Assert.Equal((HelpState.Given, HelpWay.Delivered), (given.State, given.Way));
        Assert.Equal((0, 4550), (await group.PotAsItIsAsync(pot.Id)) is var spent ? (spent.PromisedPence, spent.SpentPence) : default);

        var other = (await group.GiveAsync(person, "travel", pence: 300, promised: true)).Help!;
        await (await peer.GetAsync($"/help/given/{other.Id}")).SubmitFormAsync("#over", ("Do", "off"));
        Assert.Equal(450, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "2026-03-29T01:30:00Z", "2026-03-29", "2026-03-29T01:30:00Z", "01:30")]
    [InlineData(EngineKind.Postgres, "2026-10-25T03:00:00Z", "2026-10-25", "2026-10-25T00:30:00Z", "01:30")]
    public async Task AtThreeInTheMorning_OfAClockChangeNight_TheDayIsTheGroupsDay(EngineKind engine, string now, string day, string earlier, string typed)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TriesPerMinute, door.TicketLifetime) = (int.MaxValue, TimeSpan.FromDays(3650)));
        site.Folder.Clock.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var group = await site.NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        await group.PotAsync(5000, until: DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=electricity_card")).SubmitAsync();
        // A time that this night leaves out is the first after the gap; one that it has twice is the first of the two.
        var answer = await (await peer.GetAsync($"/people/{person.Reference}/help?item=gas_card")).SubmitAsync(("When.Day", "today"), ("When.Time", typed));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var helps = await group.ReadAsync(db => db.HelpGiven.OrderBy(h => h.MadeAt).ToListAsync());
        Assert.All(helps, h => Assert.Equal(day, h.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(DateTimeOffset.Parse(earlier, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime, helps[1].At);
        Assert.Empty(await group.VerifyAsync());
    }
}

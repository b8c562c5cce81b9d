using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Help;

/// <summary>A tap at the wrong place is put right where it was made, and no penny is lost by it.</summary>
public sealed class MistakesInHelpTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatComesBackOffAClaim_SentTwice_CameBackOnce_AndNobodyWaitsForNothing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, keeper) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Coordinator));
        var person = await group.AddPersonAsync();
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=travel")).SubmitAsync(("Source", "purse"), ("Amount", "4.20"));
        var help = await group.ReadAsync(db => db.HelpGiven.SingleAsync());
        var page = await peer.GetAsync($"/help/given/{help.Id}");
        await page.SubmitFormAsync("#back", ("Back", "1.20"), ("Do", "back"));
        await page.SubmitFormAsync("#back", ("Back", "1.20"), ("Do", "back"));
        Assert.Equal(300, await group.ReadAsync(db => db.PurseClaims.Select(c => c.Pence).SingleAsync()));

        await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#back", ("Back", "3.00"), ("Do", "back"));

        Assert.Contains("Nobody waits for money.", (await keeper.GetAsync("/help/claims")).Words(), StringComparison.Ordinal);
        Assert.Null((await peer.GetAsync($"/help/given/{help.Id}")).Page.QuerySelector("#back"));
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnAmountThatIsRefused_LeavesTheReceiptInItsBox(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=travel")).SubmitAsync(("Source", "purse"), ("Amount", "4.20"));
        var help = await group.ReadAsync(db => db.HelpGiven.SingleAsync());
        await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#receipt", ("Receipt", "R 17"), ("Do", "receipt"));

        var refused = await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#back", ("Back", "9.00"), ("Do", "back"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        await refused.SubmitFormAsync("#receipt", ("Do", "receipt"));
        Assert.Equal("R 17", await group.ReadAsync(db => db.HelpGiven.Select(h => h.Receipt).SingleAsync()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task PaidBackFromTheWrongPot_ItWaitsAgain_AndEachPotHasItsOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, keeper) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Coordinator));
        var (wrong, right) = (await group.PotAsync(2000, "Food fund"), await group.PotAsync(2000, "Travel fund"));
        await (await peer.GetAsync("/help/purse")).SubmitAsync(("Amount", "3.15"), ("What", "the bus"));
        Assert.Contains("1 thing a peer paid waits to be paid back", (await keeper.GetAsync("/")).Words(".notes"), StringComparison.Ordinal);
        var page = await keeper.GetAsync("/help/claims");
        Assert.Equal(wrong.Id.ToString(), page.Page.QuerySelector("#Pot option[selected]")!.GetAttribute("value")); // one that has enough is there already
        page = await page.SubmitFormAsync("#pay", ("Do", "pay"));
        Assert.Contains("What you paid: 1 answer for you", (await peer.GetAsync("/mine")).Words(".notes"), StringComparison.Ordinal);

        page = await page.PressAsync($"This was a mistake: it waits again: {peer.Account!.DisplayName}, £3.15, {await DayAsync(group)}");

        Assert.Equal((0, 2000), (await group.PotAsItIsAsync(wrong.Id)) is var back ? (back.SpentPence, back.LeftPence) : default);
        await page.SubmitFormAsync("#pay", ("Pot", right.Id.ToString()), ("Do", "pay"));
        Assert.Equal(1685, (await group.PotAsItIsAsync(right.Id)).LeftPence);
        Assert.Contains("does not count", (await keeper.GetAsync($"/help/pots/{wrong.Id}")).Words("table"), StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task PaidBackAndAllOfItReturned_ItMayBeAMistake_AndThePotIsWhole(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, keeper) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Coordinator));
        var pot = await group.PotAsync(2000);
        var person = await group.AddPersonAsync();
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=travel")).SubmitAsync(("Source", "purse"), ("Amount", "4.20"));
        await (await keeper.GetAsync("/help/claims")).SubmitFormAsync("#pay", ("Do", "pay"));
        var help = await group.ReadAsync(db => db.HelpGiven.SingleAsync());
        Assert.Contains("Write down the money that came back first.", (await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#mistake", ("Do", "mistake"))).Words(".error-summary"), StringComparison.Ordinal);
        await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#back", ("Back", "4.20"), ("Do", "back"));

        Assert.Equal(HttpStatusCode.OK, (await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#mistake", ("Do", "mistake"))).Status);

        Assert.Equal((0, 2000), (await group.PotAsItIsAsync(pot.Id)) is var now ? (now.SpentPence, now.LeftPence) : default);
        Assert.Contains("Some of this has come back since", (await (await keeper.GetAsync("/help/claims")).PressAsync($"This was a mistake: it waits again: {peer.Account!.DisplayName}, £4.20, {await DayAsync(group)}")).Words(".error-summary"), StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AtTheWrongDoor_ItIsStillToBeBrought_AndSaidTooEarly_ItIsPromisedAgain(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await group.StockAsync(3);
        var round = (await (await desk.GetAsync("/help/rounds")).SubmitAsync(("Name", "Food round"))).Path;
        await (await desk.GetAsync($"{round}/add?who={person.Reference}")).SubmitAsync();
        await (await desk.GetAsync(round)).SubmitFormAsync("#change", ("Driver", peer.Account!.Id.ToString()));
        // The driver hears of it on the first page.
        var sheet = await (await peer.GetAsync("/mine")).FollowAsync("You bring 1 delivery round");
        Assert.Equal(round, sheet.Path);
        await (await sheet.FollowAsync("At the door")).SubmitFormAsync("#door", ("Do", "done"));
        Assert.Equal(HelpState.Given, await StateAsync());

        await (await (await peer.GetAsync(round)).FollowAsync("Was that a mistake?")).SubmitFormAsync("#notyet", ("Do", "notyet"));

        Assert.Equal(HelpState.Promised, await StateAsync());
        var door = await (await peer.GetAsync(round)).FollowAsync("At the door");
        await door.SubmitFormAsync("#door", ("Do", "away"));
        await (await peer.GetAsync(door.Path)).SubmitFormAsync("#notyet", ("Do", "notyet"));
        await (await peer.GetAsync(door.Path)).SubmitFormAsync("#door", ("Do", "done"));
        Assert.Equal((HelpState.Given, 2), (await StateAsync(), await group.ReadAsync(db => db.Stock.Select(s => s.Count).SingleAsync())));
        // What was brought is put right at the door, not behind its back; and not when the round is over.
        var help = await group.ReadAsync(db => db.HelpGiven.SingleAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await (await peer.GetAsync($"/help/given/{help.Id}")).PressAsync("It is not with them yet")).Status);
        await (await peer.GetAsync(round)).PressAsync("The round is over");
        Assert.DoesNotContain("You bring", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        Assert.Equal(RoundChange.Over, await new RoundService(group.Store).NotYetAsync(await group.ReadAsync(db => db.DeliveryStops.Select(s => s.Id).SingleAsync()), Actor.CommandLine));

        var pot = await group.PotAsync(5000);
        var card = (await group.GiveAsync(person)).Help!;
        await (await peer.GetAsync($"/help/given/{card.Id}")).PressAsync("It is not with them yet");
        Assert.Equal((1000, 0, 4000), (await group.PotAsItIsAsync(pot.Id)) is var now ? (now.PromisedPence, now.SpentPence, now.LeftPence) : default);
        Assert.Empty(await group.VerifyAsync());

        Task<HelpState> StateAsync() => group.ReadAsync(db => db.HelpGiven.Select(h => h.State).SingleAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AVoucher_GetsItsNumberLater_AndUsedByMistakeItIsNot(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var at = group.Store.Clock.ToUtc(new LocalMoment(group.Store.Clock.Today, new TimeOnly(0, 30)));
        var help = (await group.GiveAsync(await group.AddPersonAsync(), source: $"voucher:{await group.SchemeAsync()}", at: at, beyond: "night")).Help!;
        var page = await (await desk.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#voucher", ("VoucherNumber", "FV-0077"), ("Do", "number"));
        Assert.Contains("FV-0077 not used yet", page.Words(".facts"), StringComparison.Ordinal);
        var used = await (await desk.GetAsync("/help/vouchers?show=open")).PressAsync($"It was used Sam H., {await DayAsync(group)}");
        Assert.Equal("/help/vouchers?show=open", used.Path); // where one was
        Assert.Contains("No voucher here.", used.Words(), StringComparison.Ordinal);
        await (await desk.GetAsync("/help/vouchers?show=used")).PressAsync($"Not used after all Sam H., {await DayAsync(group)}");
        Assert.Contains("FV-0077", (await desk.GetAsync("/help/vouchers?show=open")).Words(), StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APhotoOfSomethingElse_IsTakenAway_AndNobodySeesItAnyMore(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await group.PotAsync(5000);
        var help = (await group.GiveAsync(await group.AddPersonAsync())).Help!;
        Assert.Equal(HttpStatusCode.BadRequest, (await (await peer.GetAsync($"/help/given/{help.Id}")).UploadAsync("Photo", [("x.png", "no picture"u8.ToArray())])).Status);
        var page = await (await peer.GetAsync($"/help/given/{help.Id}")).UploadAsync("Photo", [("receipt.png", Png)]);
        var photo = page.Page.QuerySelector("a[href*='/help/receipts/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync(photo)).Status);
        page = await page.PressAsync("Photo 1 is not of this: take it away");
        Assert.Null(page.Page.QuerySelector("a[href*='/help/receipts/']"));
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync(photo)).Status);
    }

    /// <summary>Today, as pages say it.</summary>
    private static Task<string> DayAsync(TestGroup group) => Task.FromResult(group.Store.Clock.Today.ToString("d MMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB")));
}

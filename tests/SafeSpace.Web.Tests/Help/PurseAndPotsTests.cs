using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Help;

public sealed class PurseAndPotsTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatAPeerPaid_IsAskedBack_PaidBack_AndSaysNotForWhom(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, keeper, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync("Zebedee", "Marrowbone");
        var pot = await group.PotAsync(2000);
        await (await peer.GetAsync($"/people/{person.Reference}/help?item=travel")).SubmitAsync(("Source", "purse"), ("Amount", "4.20"), ("Receipt", "77"));
        var asked = await (await peer.GetAsync("/help/purse")).UploadAsync("Photo", [("receipt.png", Png)], ("Amount", "3.15"), ("What", "milk for the kitchen"));
        Assert.Contains("£3.15, milk for the kitchen", asked.Words(), StringComparison.Ordinal);
        Assert.Equal((0, 2000), (await group.PotAsItIsAsync(pot.Id)) is var before ? (before.SpentPence, before.LeftPence) : default);

        var page = await keeper.GetAsync("/help/claims");
        Assert.Contains("£4.20", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", page.Text, StringComparison.Ordinal);
        var photo = page.Page.QuerySelector("a[href*='/help/receipts/']")!.GetAttribute("href")!;
        Assert.Equal("image/png", (await keeper.GetAsync(photo)).Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(photo)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#pay", ("Do", "decline"))).Status);
        var claims = await group.ReadAsync(db => db.PurseClaims.OrderBy(c => c.AskedAt).ToListAsync());
        await page.SubmitFormAsync("#pay", ("Claim", claims[0].Id.ToString()), ("Pot", pot.Id.ToString()), ("Words", "thank you"), ("Do", "pay"));
        var twice = await page.SubmitFormAsync("#pay", ("Claim", claims[0].Id.ToString()), ("Pot", pot.Id.ToString()), ("Do", "pay"));

        Assert.Contains("This was answered already.", twice.Words(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(420, (await group.PotAsItIsAsync(pot.Id)).SpentPence);
        Assert.Contains("paid back · receipt 77 thank you", (await peer.GetAsync("/help/purse")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", (await keeper.GetAsync($"/help/pots/{pot.Id}")).Text, StringComparison.Ordinal);
        Assert.Empty(await group.VerifyAsync());

        // A refund of what was paid back goes to the pot that paid it.
        var help = await group.ReadAsync(db => db.HelpGiven.SingleAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#mistake", ("Do", "mistake"))).Status);
        await (await peer.GetAsync($"/help/given/{help.Id}")).SubmitFormAsync("#back", ("Back", "1.20"), ("Do", "back"));
        Assert.Equal(1700, (await group.PotAsItIsAsync(pot.Id)).LeftPence);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APot_IsMadeFilledEmptiedChangedAndClosed(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (keeper, peer) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Peer));
        var form = await keeper.GetAsync("/help/pots/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("Name", "Winter fund"), ("Amount", "1,000"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("Amount", "10"))).Status);
        var pot = await form.SubmitAsync(("Name", "Winter fund"), ("From", "the council"), ("Amount", "100.10"), ("Until", "31 3 2026"));
        Assert.Contains("£100.10", pot.Words(".figures"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await pot.SubmitFormAsync("#money", ("Amount", "100.11"), ("Do", "out"))).Status);
        var less = await pot.SubmitFormAsync("#money", ("Amount", "0.10"), ("Do", "out"));
        Assert.Equal("£100.00 put in £0.00 promised £0.00 spent £100.00 left", string.Join(' ', less.Page.QuerySelectorAll(".figures > div").Select(d => $"{d.QuerySelector("dd")!.TextContent} {d.QuerySelector("dt")!.TextContent}")));
        var (quick, slow) = (await keeper.GetAsync(pot.Path), await keeper.GetAsync(pot.Path));
        await quick.SubmitFormAsync("#change", ("Name", "Cold fund"), ("Do", "change"));
        var both = await slow.SubmitFormAsync("#change", ("Name", "Ice fund"), ("Do", "change"));
        Assert.Equal((HttpStatusCode.Conflict, "Cold fund"), (both.Status, both.Words("h1")));
        Assert.Equal("Ice fund", both.Page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        var id = Guid.Parse(pot.Path.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.PostAsync(pot.Path, [.. (await peer.GetAsync("/me")).FormFields().Where(f => f.Key == "__RequestVerificationToken"), new("Do", "in"), new("Amount", "5")])).Status);
        await (await keeper.GetAsync(pot.Path)).PressAsync("Close the pot");
        Assert.Equal(HelpResult.SaySource, (await group.GiveAsync(await group.AddPersonAsync())).Result);
        Assert.Equal(HelpResult.PotShut, (await group.GiveAsync(await group.AddPersonAsync(), source: $"pot:{id}")).Result);
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheUsualPot_IsTheOneForThisAlone_ThenTheOneThatEndsFirst_AndNoneWhoseTimeIsOver(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var over = await group.PotAsync(9000, "Over", until: group.Store.Clock.Today.AddDays(-1));
        var late = await group.PotAsync(1000, "Late", until: group.Store.Clock.Today.AddDays(90));
        var soon = await group.PotAsync(1500, "Soon", until: group.Store.Clock.Today);
        var own = await group.PotAsync(1000, "Own", item: "electricity_card");
        Assert.Equal([own.Id, soon.Id, late.Id], await TakeAsync(3));
        Assert.Equal(HelpResult.PotTooSmall, (await group.GiveAsync(person)).Result);
        Assert.Equal(HelpResult.NoSuchSource, (await group.GiveAsync(person, "travel", $"pot:{own.Id}", 100)).Result);
        Assert.Equal(9000, (await group.PotAsItIsAsync(over.Id)).LeftPence);

        async Task<List<Guid>> TakeAsync(int times)
        {
            var from = new List<Guid>();
            for (var i = 0; i < times; i++)
                from.Add((await group.GiveAsync(person)).Help!.PotId!.Value);
            return from;
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ADeath_CallsOffWhatWasPromised_AndTakenBack_ItStandsAsItStood(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var pot = await group.PotAsync(3000);
        await group.GiveAsync(person);
        var promised = (await group.GiveAsync(person, "gas_card", promised: true)).Help!;
        var deaths = new DeathService(group.Store, House.DeathSteps);
        await deaths.SayAsync(person.Id, new DeathDetails(null, null), Actor.CommandLine);
        Assert.Equal((0, 1000, 2000), (await group.PotAsItIsAsync(pot.Id)) is var died ? (died.PromisedPence, died.SpentPence, died.LeftPence) : default);
        Assert.Equal(HelpResult.NoSuchPerson, (await group.GiveAsync(person)).Result);
        Assert.Empty(await group.VerifyAsync());
        await deaths.TakeBackAsync(person.Id, "it was her sister", Actor.CommandLine);
        Assert.Equal(1000, (await group.PotAsItIsAsync(pot.Id)).PromisedPence);
        Assert.Equal(HelpState.Promised, await group.ReadAsync(db => db.HelpGiven.Where(h => h.Id == promised.Id).Select(h => h.State).SingleAsync()));
        Assert.Empty(await group.VerifyAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoRecordsJoined_BringTheirHelp_AndPartedAgain_EachHasItsOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (kept, gone) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Samuel", "Harley"));
        await group.PotAsync(9000);
        await group.StockAsync(5);
        await group.GiveAsync(kept);
        var theirs = (await group.GiveAsync(gone, "food_pack")).Help!;
        var money = (await group.GiveAsync(gone)).Help!;
        var duplicates = new DuplicateService(group.Store, House.MergeSteps);
        await duplicates.SameAsync(kept.Id, gone.Id, null, Actor.CommandLine);
        var later = (await group.GiveAsync(kept, "gas_card")).Help!;
        Assert.Equal((4, 4), await CountsAsync(kept.Id));
        Assert.Empty(await group.VerifyAsync());
        var merge = await group.ReadAsync(db => db.Merges.SingleAsync());
        Assert.Equal([later.Id], (await duplicates.LaterRowsAsync(merge.Id)).Select(r => r.Id));
        await duplicates.UndoAsync(merge.Id, new HashSet<Guid> { later.Id }, Actor.CommandLine, null);
        Assert.Equal((1, 1), await CountsAsync(kept.Id));
        Assert.Equal((3, 3), await CountsAsync(gone.Id));
        Assert.Empty(await group.VerifyAsync());

        async Task<(int Helps, int Moves)> CountsAsync(PersonId person) => await group.ReadAsync(async db =>
            (await db.HelpGiven.CountAsync(h => h.PersonId == person), await db.PotEntries.CountAsync(e => e.PersonId == person) + await db.StockMoves.CountAsync(m => m.PersonId == person)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APotWhoseSumsWereChanged_IsFoundByVerify(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var pot = await group.PotAsync(3000);
        await group.GiveAsync(await group.AddPersonAsync());
        await using (var db = await group.Store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE pot SET spent_pence = spent_pence - 1");
        Assert.Contains(await group.VerifyAsync(), p => p.Contains($"Pot {pot.Id} says 3000 put in, 0 promised and 999 spent; its rows say 3000, 0 and 1000.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheList_IsTheGroupsOwn_AndWhatWasGivenKeepsItsValue(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var keeper = await group.SignInAsync(Role.Coordinator);
        var person = await group.AddPersonAsync();
        await group.PotAsync(9000);
        await group.GiveAsync(person);
        var form = await keeper.GetAsync("/help/items");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("Label", "Food pack"))).Status);
        await form.SubmitAsync(("Label", "School shoes"), ("Amount", "18.00"));
        var card = await group.ReadAsync(db => db.SupportItems.SingleAsync(i => i.Code == "electricity_card"));
        await (await keeper.GetAsync($"/help/items?id={card.Id}")).SubmitAsync(("Label", "Power card"), ("Amount", "15.00"));
        var page = (await keeper.GetAsync($"/people/{person.Reference}/help")).Words();
        Assert.Contains("School shoes £18.00", page, StringComparison.Ordinal);
        Assert.Contains("Power card £15.00", page, StringComparison.Ordinal);
        Assert.Contains("Power card, £10.00", page, StringComparison.Ordinal);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class AgreedTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Agree_IsShownBeforeRinging_NeverStopsACall_AndLapsesByItself(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var address = $"/people/{person.Reference}/agreed";
        var page = await peer.GetAsync(address);
        Assert.Contains("Many calls may be care", page.Words(), StringComparison.Ordinal);
        var endless = await page.SubmitAsync(("What", "one long call a day"), ("Why", "evenings are hard"));
        Assert.Equal(HttpStatusCode.BadRequest, endless.Status);
        Assert.Contains("Please say until when.", endless.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await endless.SubmitAsync(("Until", "yesterday"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await endless.SubmitAsync(("Until", Later(group, 400)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await endless.SubmitAsync(("Until", "tomorrow"), ("ReviewOn", Later(group, 5)))).Status);
        Assert.Equal(address, (await endless.SubmitAsync(("Until", Later(group, 14)), ("ReviewOn", Later(group, 7)))).Path);
        foreach (var where in new[] { $"/people/{person.Reference}", $"/people/{person.Reference}/log" })
            Assert.Contains("one long call a day", (await peer.GetAsync(where)).Words(".know"), StringComparison.Ordinal);
        for (var call = 0; call < 3; call++)
            Assert.Equal("/mine", (await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallIn"))).Path);

        await group.Store.Write("TimeWentBy", Actor.CommandLine, async unit =>
        {
            var row = await unit.Db.Agreements.SingleAsync();
            (row.From, row.Until) = (row.From.AddDays(-20), group.Store.Clock.Today.AddDays(-1));
        });
        Assert.DoesNotContain("one long call a day", (await peer.GetAsync($"/people/{person.Reference}/log")).Words(), StringComparison.Ordinal);
        Assert.Contains("one long call a day", (await peer.GetAsync(address)).Words("section[aria-labelledby=before]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ChangeAndEnd_EveryVersionStays_AndTheSlowerOneSeesBoth(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var id = Ids.New();
        await new AgreementService(group.Store).MakeAsync(person.Id, new AgreementDetails("one call", "because", group.Store.Clock.Today, group.Store.Clock.Today.AddDays(9)), Follows.ActorOf(peer.Account!), id);
        var (quick, slow) = (await peer.GetAsync($"/agreed/{id}"), await peer.GetAsync($"/agreed/{id}"));
        Assert.EndsWith("/agreed", (await quick.SubmitAsync(("What", "two calls"))).Path, StringComparison.Ordinal);
        var both = await slow.SubmitAsync(("What", "mine"));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Contains("two calls", both.Words(".know"), StringComparison.Ordinal);
        Assert.Equal("mine", both.Page.QuerySelector("[name=What]")!.TextContent);
        await both.SubmitAsync();
        var all = await group.ReadAsync(db => db.Agreements.OrderBy(a => a.MadeAt).ToListAsync());
        Assert.Equal(["one call", "two calls", "mine"], all.Select(a => group.Store.Vault.Open(AgreementRules.What, a.Id, a.What)));
        Assert.Equal([null, all[0].Id, all[1].Id], all.Select(a => a.PreviousId));
        await (await peer.GetAsync($"/agreed/{all[2].Id}")).SubmitAsync(("Do", "end"), ("EndWords", "not needed"));
        Assert.Contains("ended: not needed", (await peer.GetAsync($"/people/{person.Reference}/agreed")).Words(), StringComparison.Ordinal);
        Assert.Empty(await group.ReadAsync(db => db.AgreedWithAsync(person.Id, group.Store.Clock.Today)));
    }

    private static string Later(TestGroup group, int days) => group.Store.Clock.Today.AddDays(days).ToString("d M yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Change_AfterItLapsedByItself_IsNotSaidToBeSaved(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var id = Ids.New();
        await new AgreementService(group.Store).MakeAsync((await group.AddPersonAsync()).Id, new AgreementDetails("one call", "because", group.Store.Clock.Today, group.Store.Clock.Today.AddDays(9)), Follows.ActorOf(peer.Account!), id);
        var page = await peer.GetAsync($"/agreed/{id}");
        await group.Store.Write("AgreementPast", Actor.CommandLine, async unit =>
        {
            var row = await unit.Db.Agreements.SingleAsync();
            (row.From, row.Until) = (row.From.AddDays(-20), group.Store.Clock.Today.AddDays(-1));
        });
        var late = await page.SubmitAsync(("What", "two calls"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nothing was saved", late.Words("body"), StringComparison.Ordinal);
        Assert.Equal("two calls", late.Page.QuerySelector("[name=What]")!.TextContent);
    }
}

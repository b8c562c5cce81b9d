using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class MineTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Mine_ShowsEachPersonWhereTheyBelong(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var (me, other) = (peer.Account!, await group.AddAccountAsync(Role.Peer));
        var today = await group.AddPersonAsync(new PersonDetails { GivenName = "Tessa", Surname = "Today", SafeTimes = "not before five", CommunicationNeeds = "likes texts first", Phones = [new PhoneDetails("+44 7700 900001")] });
        var late = await group.AddPersonAsync("Lara", "Late");
        var later = await group.AddPersonAsync("Lionel", "Later");
        var claimed = await group.AddPersonAsync("Clara", "Claimed");
        var listed = await group.AddPersonAsync("Stef", "Stepdown");
        var spoken = await group.AddPersonAsync("Joe", "Spoken");
        await group.PromiseAsync(today, me, at: new TimeOnly(23, 0));
        await group.PromiseAsync(late, me);
        await group.Store.Write("PromiseMovedBack", SafeSpace.Core.Shared.Actor.CommandLine, async unit => (await unit.Db.Promises.SingleAsync(p => p.PersonId == late.Id)).DueOn = group.Store.Clock.Today.AddDays(-1));
        await group.PromiseAsync(later, me, inDays: 3);
        await group.TieAsync(claimed, me);
        await group.TieAsync(listed, me, TieKind.StepDown);
        await group.LogContactAsync(spoken, me, daysAgo: 6);
        // Not mine: somebody else spoke last, their promise, their claim, a closed case.
        var taken = await group.AddPersonAsync("Olga", "Other");
        await group.LogContactAsync(taken, me, daysAgo: 5);
        await group.LogContactAsync(taken, other, daysAgo: 2);
        await group.PromiseAsync(await group.AddPersonAsync("Paul", "Promised"), other);
        await group.TieAsync(await group.AddPersonAsync("Otto", "Owned"), other);
        var closed = await group.AddPersonAsync("Cleo", "Closed");
        await group.LogContactAsync(closed, me, daysAgo: 1);
        await group.CloseCaseAsync(closed);

        var page = await peer.GetAsync("/mine");

        Assert.Equal(["Tessa T."], Names("today"));
        Assert.Equal(["Lara L."], Names("late"));
        Assert.Equal(["Lionel L."], Names("later"));
        Assert.Equal(["Clara C.", "Joe S.", "Stef S."], Names("nobody").Order());
        foreach (var words in new[] { "ring today, 23:00", "not before five", "likes texts first", "late: promised yesterday", "Rang out, 6 days ago", "nobody has spoken with them yet" })
            Assert.Contains(words, page.Words(), StringComparison.Ordinal);
        Assert.Equal("tel:+447700900001", page.Page.QuerySelector("section[aria-labelledby=today] a[href^=tel]")!.GetAttribute("href"));
        Assert.NotNull(page.Page.QuerySelector("a[data-leave]"));

        IEnumerable<string> Names(string part) => page.Page.QuerySelectorAll($"section[aria-labelledby={part}] .who > a:first-child").Select(e => e.TextContent);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Nobody_SaysWhatWillStandHere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        Assert.Contains("Nobody is yours just now.", (await (await group.SignInAsync(Role.Peer)).GetAsync("/mine")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Referrer)).GetAsync("/mine")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Rings_ClaimGiveBackAndStepDown_HaveOneHolder(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var (one, two) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var address = $"/people/{person.Reference}/rings";
        var (pageOne, pageTwo) = (await one.GetAsync(address), await two.GetAsync(address));
        Assert.Contains("You do.", (await pageOne.SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "take"))).Words(), StringComparison.Ordinal);
        var slower = await pageTwo.SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "take"));
        Assert.Equal(HttpStatusCode.Conflict, slower.Status);
        Assert.Contains(one.Account!.DisplayName, slower.Words(), StringComparison.Ordinal);
        await (await one.GetAsync(address)).SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "back"));
        Assert.Contains("You do.", (await (await two.GetAsync(address)).SubmitFormAsync("section[aria-labelledby=Claimed] form", ("Do", "take"))).Words(), StringComparison.Ordinal);
        await (await two.GetAsync(address)).SubmitFormAsync("section[aria-labelledby=StepDown] form", ("Do", "take"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(3, await db.PeerTies.CountAsync());
        Assert.Equal(2, await db.PeerTies.CountAsync(t => t.Until == null && t.PeerId == two.Account!.UserId));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class StepDownTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_List_SaysTheRhythmAndAboutWhen_CountedFromTheLastAnsweredContact_AndNobodyIsLate(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var (mine, nobodys, theirs) = (await SteppedDownAsync(group, "Mina"), await SteppedDownAsync(group, "Nora"), await SteppedDownAsync(group, "Theo"));
        await group.AddPersonAsync("Opal");
        await group.TieAsync(mine, peer.Account!, TieKind.StepDown);
        await group.TieAsync(theirs, other, TieKind.StepDown);
        await group.LogContactAsync(mine, peer.Account!, daysAgo: 9);
        await group.LogContactAsync(mine, peer.Account!, ContactKind.NoAnswer, daysAgo: 1);
        var rhythms = new RhythmService(group.Store);
        await rhythms.AgreeAsync(mine.Id, 7, "after tea", null, Follows.ActorOf(peer.Account!));
        var page = await peer.GetAsync("/step-down");
        var words = page.Words("section[aria-labelledby=mine]");
        Assert.Contains("Mina H.", words, StringComparison.Ordinal);
        Assert.Contains("every week: after tea", words, StringComparison.Ordinal);
        Assert.Contains("about now again", words, StringComparison.Ordinal);
        Assert.Contains("Nora H.", page.Words("section[aria-labelledby=nobodys]"), StringComparison.Ordinal);
        Assert.Contains($"on the list of {other.DisplayName}", page.Words("section[aria-labelledby=others]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Opal", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("late", page.Words(), StringComparison.OrdinalIgnoreCase);
        // Whoever is gone holds nobody.
        await new AccountService(group.Store).RetireAsync(other.UserId, Actor.CommandLine);
        Assert.Contains("Theo H.", (await peer.GetAsync("/step-down")).Words("section[aria-labelledby=nobodys]"), StringComparison.Ordinal);
        Assert.Contains(nobodys.Reference, (await (await group.SignInAsync(Role.Facilitator)).GetAsync("/step-down")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Rhythm_IsAgreedChangedAndEnded_AndEveryVersionStays(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await SteppedDownAsync(group, "Rita");
        var address = $"/people/{person.Reference}/rhythm";
        var first = await peer.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, (await first.SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await first.SubmitAsync(("Days", "0"))).Status);
        Assert.Equal("/step-down", (await first.SubmitAsync(("Every", "7"))).Path);
        var stale = await first.SubmitAsync(("Days", "10"), ("Words", "typed"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("every week", stale.Words(".know"), StringComparison.Ordinal);
        Assert.Equal("typed", stale.Page.QuerySelector("[name=Words]")!.GetAttribute("value"));
        Assert.Equal("/step-down", (await stale.SubmitAsync(("Every", ""))).Path);
        Assert.Contains("every 10 days: typed", (await peer.GetAsync($"/people/{person.Reference}")).Words(), StringComparison.Ordinal);
        await (await peer.GetAsync(address)).SubmitAsync(("Do", "end"));
        var all = await group.ReadAsync(db => db.Rhythms.ToListAsync());
        Assert.Equal(2, all.Count);
        Assert.All(all, r => Assert.NotNull(r.EndedAt));
        Assert.Equal(CaseState.SteppedDown, (await group.ReadAsync(db => db.Cases.SingleAsync())).State);
    }

    private static async Task<Person> SteppedDownAsync(TestGroup group, string name)
    {
        var person = await group.AddPersonAsync(name);
        await new CaseService(group.Store).StepDownAsync(person.Id, group.Store.Clock.Today, Actor.CommandLine);
        return person;
    }
}

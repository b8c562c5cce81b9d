using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

/// <summary>What was done on paper while the app was away, typed in with its own times.</summary>
public sealed class OnPaperTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Lines_AreLoggedOnce_EachAtItsOwnTime_OverMidnight_AndKeepThePromise(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (sam, kit) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Kit", "Moore"));
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.PromiseAsync(sam, peer.Account, inDays: -2);
        var day = group.Store.Clock.Today.AddDays(-2);
        var form = await peer.GetAsync("/log/paper");
        (string, string)[] lines =
        [
            ("Day", day.ToString("yyyy-MM-dd")),
            ("Lines[0].Who", sam.Reference), ("Lines[0].Time", "21:40"), ("Lines[0].Minutes", "25"), ("Lines[0].Words", "Calmer by the end."), ("Lines[0].Keeps", "True"),
            ("Lines[1].Who", "kit moore"), ("Lines[1].Time", "0.20"), ("Lines[1].Kind", "NoAnswer"), ("Lines[1].Minutes", "3"),
        ];
        var saved = await form.SubmitAsync(lines);
        await form.SubmitAsync(lines);
        Assert.Contains("2 lines are saved", saved.Words(), StringComparison.Ordinal);

        var contacts = (await group.ContactsAsync()).OrderBy(c => c.At).ToList();
        Assert.Equal(2, contacts.Count);
        var clock = group.Store.Clock;
        Assert.Equal([clock.ToUtc(new LocalMoment(day, new TimeOnly(21, 40))), clock.ToUtc(new LocalMoment(day.AddDays(1), new TimeOnly(0, 20)))], contacts.Select(c => c.At));
        Assert.Equal([(25, ContactKind.CallOut), ((int?)null, ContactKind.NoAnswer)], contacts.Select(c => (c.Minutes, c.Kind)));
        Assert.All(contacts, c => Assert.Equal(peer.Account!.UserId, c.PeerId));
        Assert.Equal("Calmer by the end.", group.WordsOf(contacts[0]));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(PromiseState.Kept, (await db.Promises.AsNoTracking().SingleAsync(p => p.Id == promise.Id)).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OneLineThatIsNotClear_SavesNothing_AndGivesEveryWordBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        await group.AddPersonAsync("Zofia", "Hiddenly", open: false);
        var peer = await group.SignInAsync(Role.Peer);
        var refused = await (await peer.GetAsync("/log/paper")).SubmitAsync(
            ("Day", "yesterday"),
            ("Lines[0].Who", sam.Reference), ("Lines[0].Time", "21:40"), ("Lines[0].Words", "kept words"),
            ("Lines[1].Who", "Zofia Hiddenly"), ("Lines[1].Time", "half past"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Nobody is found", refused.Words(), StringComparison.Ordinal);
        Assert.Contains("Write the time like 21:40", refused.Words(), StringComparison.Ordinal);
        Assert.Contains("kept words", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await group.ContactsAsync());
    }

    [Fact]
    public async Task NothingFilledIn_OrATimeThatHasNotCome_IsSaid()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var form = await peer.GetAsync("/log/paper");
        Assert.Contains("one line at least", (await form.SubmitAsync()).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("Day", "tomorrow"), ("Lines[0].Who", sam.Reference), ("Lines[0].Time", "10:00"))).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheDesk_TypesInForAPeer_ButAPeerOnlyTheirOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var sam = await group.AddPersonAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        await (await desk.GetAsync("/log/paper")).SubmitAsync(("Day", "yesterday"), ("Peer", peer.Account!.Id.ToString()), ("Lines[0].Who", sam.Reference), ("Lines[0].Time", "20:00"));
        Assert.Equal(peer.Account.UserId, (await group.OnlyContactAsync()).PeerId);
        Assert.Null((await peer.GetAsync("/log/paper")).Page.QuerySelector("[name=Peer]"));
    }
}

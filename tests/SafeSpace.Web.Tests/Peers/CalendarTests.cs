using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>A peer's calendar, by a secret address: shifts and promises, without names, in the group's time zone.</summary>
public sealed class CalendarTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Feed_HasShiftsAndPromises_WithoutNames_UntilItIsSwitchedOff(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await group.TakeAsync(await group.PlanShiftAsync(24, 28), peer.Account!, atHome: true);
        await group.PlanShiftAsync(48, 52); // not theirs
        var person = await group.AddPersonAsync("Sam", "Harley", phone: "07700 900417");
        await group.PromiseAsync(person, peer.Account, inDays: 1, at: new TimeOnly(18, 30));
        await group.PromiseAsync(person, peer.Account, inDays: 2);

        var page = await (await peer.GetAsync("/me/peer")).PressAsync("Make an address");
        var path = new Uri(page.Words("code")).AbsolutePath[("/" + group.Slug).Length..];
        var feed = await group.Visit().GetAsync(path);
        Assert.Equal("text/calendar", feed.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(3, feed.Text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("SUMMARY:On shift\\, at home", feed.Text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:A call is promised", feed.Text, StringComparison.Ordinal);
        Assert.Contains("TZID=Europe/London:", feed.Text, StringComparison.Ordinal);
        foreach (var word in new[] { "Sam", "Harley", person.Reference, "900417", peer.Account!.DisplayName })
            Assert.DoesNotContain(word, feed.Text, StringComparison.Ordinal);

        var again = await (await peer.GetAsync("/me/peer")).PressAsync("Make a new address");
        Assert.Equal(HttpStatusCode.NotFound, (await group.Visit().GetAsync(path)).Status);
        var next = new Uri(again.Words("code")).AbsolutePath[("/" + group.Slug).Length..];
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync(next)).Status);
        await (await peer.GetAsync("/me/peer")).PressAsync("Switch it off");
        Assert.Equal(HttpStatusCode.NotFound, (await group.Visit().GetAsync(next)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await group.Visit().GetAsync("/calendar/guessed.ics")).Status);
    }

    [Fact]
    public async Task Feed_OfAClosedAccount_IsGone()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        var secret = await new CalendarLinks(group.Store).MakeAsync(peer.UserId, Actor.CommandLine);
        Assert.Equal(HttpStatusCode.OK, (await group.Visit().GetAsync($"/calendar/{secret}.ics")).Status);
        await new AccountService(group.Store).RetireAsync(peer.UserId, Actor.CommandLine); // even where no module was told
        Assert.Equal(HttpStatusCode.NotFound, (await group.Visit().GetAsync($"/calendar/{secret}.ics")).Status);
    }
}

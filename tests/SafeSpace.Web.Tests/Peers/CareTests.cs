using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>Looking after peers: a talk offered and asked again, their own week, and how it ended.</summary>
public sealed class CareTests
{
    private const string Asks = "You marked a call as hard. Would you like to talk?";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Debrief_PutOff_IsAskedAgain_ThenWanted_ThenHad(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var (peer, supervisor) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Supervisor));
        await OfferAsync(group, peer.Account!);

        Assert.Contains(Asks, (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        var page = await (await peer.GetAsync("/mine")).FollowAsync("Say yes, later or no");
        await page.PressAsync("Ask me again later");
        Assert.DoesNotContain(Asks, (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromHours(13));
        peer = group.Visit();
        await peer.SignInAsync((await OfPeerAsync(group)));
        Assert.Contains(Asks, (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await (await peer.GetAsync("/me/load")).PressAsync("Yes, I would like to talk");
        Assert.DoesNotContain(Asks, (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);

        supervisor = await group.SignInAsync(Role.Supervisor);
        var list = await supervisor.GetAsync("/debriefs");
        Assert.Contains("would like to talk", list.Words(".people"), StringComparison.Ordinal);
        var done = await list.PressAsync("We have talked " + peer.Account!.DisplayName);
        Assert.Contains("Nobody waits for a talk.", done.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var had = await db.Debriefs.SingleAsync();
        Assert.Equal((DebriefState.Had, supervisor.Account!.UserId), (had.State, had.WithId!.Value));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "No, thank you", DebriefState.NotWanted)]
    [InlineData(EngineKind.Postgres, "We have talked", DebriefState.Had)]
    public async Task Debrief_Answered_IsNotedAndGone_AndStaysSo(EngineKind engine, string button, DebriefState state)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await OfferAsync(group, peer.Account!);
        var page = await peer.GetAsync("/me/load");
        await page.PressAsync(button);
        await page.PressAsync("Yes, I would like to talk"); // an old window: what was said stands
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(state, (await db.Debriefs.SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Debrief_OfAnother_CannotBeAnswered_AndACallMarkedTwiceIsOneOffer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other) = (await group.AddAccountAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var contact = Guid.CreateVersion7();
        await OfferAsync(group, peer, contact);
        var offered = await OfferAsync(group, peer, contact);
        var token = (await other.GetAsync("/me/load")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await other.PostAsync("/me/load?handler=Debrief", [new("id", offered.Id.ToString()), new("answer", "No"), new("__RequestVerificationToken", token)]);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(DebriefState.Offered, (await db.Debriefs.SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Load_AgainstMyOwnLimit_IsMine_UntilIShareIt(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        await group.SignOnAsync(await group.PlanShiftAsync(), peer.Account!);
        var person = await group.AddPersonAsync();
        await group.LogContactAsync(person, peer.Account!, minutes: 40);
        await group.LogContactAsync(person, peer.Account!, minutes: null);
        await group.LogContactAsync(person, peer.Account!, kind: SafeSpace.Core.Diary.ContactKind.NoAnswer, minutes: null);

        var page = await (await peer.GetAsync("/me/load")).SubmitFormAsync("#enough", ("Calls", "2"), ("Hours", "10"), ("Share", "no"));
        Assert.Contains("2 calls and visits since Monday", Figures(page), StringComparison.Ordinal);
        Assert.Contains("40 min", Figures(page), StringComparison.Ordinal);
        Assert.Contains("1 of them has no length noted", page.Words(), StringComparison.Ordinal);
        Assert.Contains("You have done plenty.", page.Words(), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await group.WhoIsOnAsync()).HadEnough);
        Assert.DoesNotContain("had enough", (await desk.GetAsync("/shift")).Words(), StringComparison.Ordinal);
        await page.SubmitFormAsync("#enough", ("Share", "yes"));
        Assert.True(Assert.Single(await group.WhoIsOnAsync()).HadEnough);
        Assert.Contains("has had enough for this week", (await desk.GetAsync("/shift")).Words(), StringComparison.Ordinal);
        var wrong = await page.SubmitFormAsync("#enough", ("Calls", "0"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Ending_OnlyWhereThePersonAgreed_IsHeardByWhoSupportedThem_AndTheLookIsRecorded(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other, facilitator) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var (told, untold) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Ana", "Reed"));
        foreach (var person in new[] { told, untold })
        {
            await group.LogContactAsync(person, peer.Account!);
            var close = await facilitator.GetAsync($"/people/{person.Reference}/close");
            (string, string)[] fields = [("Reason", close.Page.QuerySelector("[name=Reason]")!.GetAttribute("value")!), ("HowThingsAre", "sleeps again")];
            await close.SubmitAsync(person == told ? [.. fields, ("HelpersMayHear", "yes")] : fields);
        }

        var page = await (await peer.GetAsync("/")).FollowAsync("How it ended");
        Assert.Contains("Sam H. sleeps again", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing to tell just now.", (await other.GetAsync("/endings")).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Set<SafeSpace.Core.Audit.View>().CountAsync(v => v.Surface == "endings"));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Profile_IsWhatThePeerSays_AndTwoWindowsLoseNothing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var (one, two) = (await peer.GetAsync("/me/peer"), await peer.GetAsync("/me/peer"));
        await one.SubmitAsync(("ReachOn", "07700 900123"), ("Gender", "woman"), ("Languages", "English, Polish"), ("Days", "Tuesday"));
        var late = await two.SubmitAsync(("Neighbourhood", "Hexley"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Hexley", late.Page.QuerySelector("[name=Neighbourhood]")!.GetAttribute("value"));
        var unreachable = await one.SubmitAsync(("RemindBy", "Text"), ("RemindOn", ""));
        Assert.Contains("Tell us the number for text messages.", unreachable.Words("body"), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var said = (await PeerProfile.FindAsync(db, peer.Account!.UserId))!;
        Assert.Equal(("07700 900123", "woman", "English, Polish", null), (said.ReachOn, said.Gender, said.Languages, said.Neighbourhood));
        Assert.True(said.CouldOn(DayOfWeek.Tuesday) && !said.CouldOn(DayOfWeek.Wednesday));
        Assert.Equal(ReminderWay.None, said.RemindBy);
    }

    private static string Figures(Answer page) => string.Join(' ', page.Page.QuerySelectorAll(".figures > div").Select(d => $"{d.QuerySelector("dd")!.TextContent.Trim()} {d.QuerySelector("dt")!.TextContent.Trim()}"));

    private static Task<Debrief> OfferAsync(TestGroup group, User peer, Guid? contact = null) =>
        group.Store.Write("CallMarkedHard", new SafeSpace.Core.Shared.Actor(peer.UserId, peer.DisplayName), unit => DebriefService.OfferAsync(unit, contact ?? Guid.CreateVersion7(), peer.UserId));

    private static async Task<User> OfPeerAsync(TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        var id = (await db.Debriefs.FirstAsync()).PeerId.Value;
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == id);
    }
}

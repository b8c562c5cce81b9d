using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>The rota: places taken, given up, given to others; too little cover shows.</summary>
public sealed class RotaTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TakeAPlaceAndGiveItUp_OpensItAgain_AndCoverShows(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var shift = await group.PlanShiftAsync(24, 28, least: 2);

        Assert.Contains("1 shift of the next days needs more peers.", (await peer.GetAsync("/")).Words(), StringComparison.Ordinal);
        var page = await (await peer.GetAsync("/rota")).FollowAsync("Take a place");
        var taken = await page.SubmitFormAsync("#take", ("Place.From", "home"), ("Place.ReachOn", "07700 900123"));
        Assert.Contains("Thank you. You have a place.", taken.Words("body"), StringComparison.Ordinal);
        Assert.Contains("1 more is needed.", taken.Words(), StringComparison.Ordinal);
        var open = await taken.PressAsync("I cannot come after all");
        Assert.Contains("Nobody yet. 2 peers are needed.", open.Words(), StringComparison.Ordinal);
        await open.SubmitFormAsync("#take", ("Place.From", "building"));
        await using var db = await group.Store.ReadAsync();
        var places = await db.ShiftPlaces.AsNoTracking().Where(p => p.ShiftId == shift.Id).OrderBy(p => p.Id).ToListAsync();
        Assert.Equal([true, false], places.Select(p => p.GivenUpAt is not null));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AFacilitatorPlacesOthers_WhoCouldFirst_AndTakesThemOff(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var (first, could) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var shift = await group.PlanShiftAsync(24, 28);
        var day = group.Store.Clock.DayOf(shift.StartsAt).DayOfWeek;
        await new PeerProfileService(group.Store).ChangeAsync(could.UserId, null, p => p.CouldDays = PeerProfile.Bit(day), Actor.CommandLine);

        var page = await facilitator.GetAsync($"/rota/{shift.Id}");
        var names = page.Page.QuerySelectorAll("#put select[name=Who] option").Select(o => o.TextContent.Trim()).Skip(1).ToList();
        Assert.Equal([$"{could.DisplayName} (could on this day)", first.DisplayName], names);
        var placed = await page.SubmitFormAsync("#put", ("Who", could.Id.ToString()), ("Other.From", "home"));
        Assert.Contains($"{could.DisplayName}at home", placed.Words(".people"), StringComparison.Ordinal);
        var off = await placed.PressAsync("Take off " + could.DisplayName);
        Assert.DoesNotContain(could.DisplayName, off.Words(".people"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Take_TwoShiftsAtOnce_IsRefusedKindly_AndTwiceTheSameIsOne(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        var (one, over, after) = (await group.PlanShiftAsync(24, 28), await group.PlanShiftAsync(26, 30), await group.PlanShiftAsync(28, 32));
        Assert.Equal(RotaChange.Done, await group.TakeAsync(one, peer));
        Assert.Equal(RotaChange.Done, await group.TakeAsync(one, peer, atHome: true));
        Assert.Equal(RotaChange.OnAnother, await group.TakeAsync(over, peer));
        Assert.Equal(RotaChange.Done, await group.TakeAsync(after, peer));
        await using var db = await group.Store.ReadAsync();
        Assert.True((await db.ShiftPlaces.SingleAsync(p => p.ShiftId == one.Id)).AtHome);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Take_TenAtTheSameInstant_EachHasOnePlace(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        var shift = await group.PlanShiftAsync(24, 28);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => group.TakeAsync(shift, peer)));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.ShiftPlaces.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ChangeAfterSomebodyElse_ShowsWhatItSaysNow(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Facilitator));
        var shift = await group.PlanShiftAsync(24, 28);
        var (first, second) = (await one.GetAsync($"/rota/{shift.Id}"), await other.GetAsync($"/rota/{shift.Id}"));
        await first.SubmitFormAsync("#change", ("Starts", "12:00"), ("Ends", "02:00"), ("Least", "4"));

        var late = await second.SubmitFormAsync("#change", ("Starts", "13:00"), ("Ends", "14:00"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("12:00–02:00", late.Words(), StringComparison.Ordinal);
        Assert.Equal("13:00", late.Page.QuerySelector("#change [name=Starts]")!.GetAttribute("value"));
        await late.SubmitFormAsync("#change");
        Assert.Contains("13:00–14:00", (await one.GetAsync($"/rota/{shift.Id}")).Words("h1"), StringComparison.Ordinal);
        var off = await (await one.GetAsync($"/rota/{shift.Id}")).PressAsync("It does not take place");
        Assert.Contains("This shift does not take place.", off.Words(), StringComparison.Ordinal);
        await off.PressAsync("It takes place after all");
        Assert.Equal(RotaChange.Done, await group.TakeAsync(shift, await group.AddAccountAsync(Role.Peer)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_FromOpeningHours_MakesEachOnce_WithGapsNightsAndDaysShut(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/rota/plan");
        var refused = await page.SubmitFormAsync("#hours");
        Assert.Contains("Nobody has said yet when we are open.", refused.Words("body"), StringComparison.Ordinal);
        var monday = group.Store.Clock.Today.AddDays(7 + ((8 - (int)group.Store.Clock.Today.DayOfWeek) % 7));
        var hours = new OpeningHours(group.Store);
        await hours.SetAsync(monday, OpeningWeek.Parse("10:00-12:00,16:00-21:30|22:00-02:00|||||"), null, Actor.CommandLine);
        (string, string)[] twoWeeks = [("First", Say(monday)), ("Last", Say(monday.AddDays(13))), ("Longest", "3")];
        await hours.CloseAsync(monday.AddDays(7), "holiday", Actor.CommandLine);

        var made = await page.SubmitFormAsync("#hours", twoWeeks);
        Assert.Contains("7 shifts were made.", made.Words("body"), StringComparison.Ordinal);
        Assert.Contains("0 shifts were made.", (await page.SubmitFormAsync("#hours", twoWeeks)).Words("body"), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var shifts = (await db.Shifts.AsNoTracking().OrderBy(s => s.StartsAt).ToListAsync()).Select(s => $"{group.Store.Clock.DayOf(s.StartsAt).DayNumber - monday.DayNumber}: {At(s.StartsAt)}-{At(s.EndsAt)}");
        Assert.Equal(["0: 10:00-12:00", "0: 16:00-18:45", "0: 18:45-21:30", "1: 22:00-00:00", "2: 00:00-02:00", "8: 22:00-00:00", "9: 00:00-02:00"], shifts);

        string At(DateTime utc) => group.Store.Clock.ToLocal(utc).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("Starts", "late", "18:04")]
    [InlineData("Least", "0", "Between 1 and 50 peers.")]
    [InlineData("Day", "", "Please say which day.")]
    public async Task Post_AShiftThatCannotBe_KeepsWhatWasTyped(string field, string typed, string says)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        (string, string)[] good = [("Day", "tomorrow"), ("Starts", "16:30"), ("Ends", "21:00"), ("Least", "2")];
        var refused = await (await coordinator.GetAsync("/rota/plan")).SubmitFormAsync("#one", [.. good.Where(g => g.Item1 != field), (field, typed)]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words("body"), StringComparison.Ordinal);
        Assert.Equal(typed, refused.Page.QuerySelector($"#one [name={field}]")!.GetAttribute("value") ?? "");
        Assert.Contains("16:30–21:00", (await refused.SubmitFormAsync("#one", good)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ByAPeer_NothingOfOthersCanBeChanged()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var (peer, facilitator, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator), await group.AddAccountAsync(Role.Peer));
        var shift = await group.PlanShiftAsync(24, 28);
        await group.TakeAsync(shift, other);
        var token = (await peer.GetAsync($"/rota/{shift.Id}")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var handler in new[] { $"GiveUp&peer={other.Id}", "CallOff", "Put", "Change" })
            Assert.Equal(HttpStatusCode.NotFound, (await peer.PostAsync($"/rota/{shift.Id}?handler={handler}", [new("__RequestVerificationToken", token)])).Status);
        Assert.Contains(other.DisplayName, (await facilitator.GetAsync("/rota?from=" + group.Store.Clock.DayOf(shift.StartsAt).ToString("yyyy-MM-dd"))).Words(), StringComparison.Ordinal);
    }

    private static string Say(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_TwoWhoShouldNotMeet_OnOneShiftInTheBuilding_WhoPlansIsTold_WithoutWhy(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (desk, peer) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Peer));
        var (one, other) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(one.UserId), Party.Of(other.UserId), "an old quarrel", Actor.CommandLine);
        var shift = await group.PlanShiftAsync(24, 28);
        await group.TakeAsync(shift, one);
        await group.TakeAsync(shift, other, atHome: true);
        const string Says = "should not meet";
        Assert.DoesNotContain(Says, (await desk.GetAsync($"/rota/{shift.Id}")).Words(), StringComparison.Ordinal);
        await group.TakeAsync(shift, other);

        var page = await desk.GetAsync($"/rota/{shift.Id}");

        Assert.Contains(Says, page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("quarrel", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Says, (await peer.GetAsync($"/rota/{shift.Id}")).Words(), StringComparison.Ordinal);
    }
}

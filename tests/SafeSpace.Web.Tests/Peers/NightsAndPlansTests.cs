using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Peers;

/// <summary>Shifts over midnight and on the nights the clock changes; and that what the desk reads at each look does not grow with the years.</summary>
public sealed class NightsAndPlansTests
{
    [Theory]
    // London: the night of 28 March 2027 has no 01:00 to 02:00; that of 31 October has it twice.
    [InlineData(EngineKind.Sqlite, 2027, 3, 27, 5)]
    [InlineData(EngineKind.Postgres, 2027, 3, 27, 5)]
    [InlineData(EngineKind.Sqlite, 2027, 10, 30, 7)]
    [InlineData(EngineKind.Postgres, 2027, 10, 30, 7)]
    [InlineData(EngineKind.Sqlite, 2027, 6, 5, 6)]
    public async Task ShiftsFromHours_OverMidnight_AreAsLongAsTheNightIs(EngineKind engine, int year, int month, int day, int hours)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var evening = new DateOnly(year, month, day);
        await new OpeningHours(group.Store).SetAsync(evening.AddDays(-7), OpeningWeek.Parse(string.Join('|', Enumerable.Repeat("22:00-04:00", 7))), null, Actor.CommandLine);
        Assert.Equal(1, await new ShiftsFromHours(group.Store).MakeAsync(evening, evening, 1, null, Actor.CommandLine));
        await using var db = await group.Store.ReadAsync();
        var shift = await db.Shifts.SingleAsync();
        Assert.Equal(TimeSpan.FromHours(hours), shift.EndsAt - shift.StartsAt);
        Assert.Equal((22, 4), (group.Store.Clock.ToLocal(shift.StartsAt).Hour, group.Store.Clock.ToLocal(shift.EndsAt).Hour));
        var shown = await (await group.SignInAsync(Role.Peer)).GetAsync($"/rota?from={evening:yyyy-MM-dd}");
        Assert.Contains("22:00–04:00", shown.Words(), StringComparison.Ordinal);
    }

    /// <summary>02:30 on the night that has none is the first moment after the gap; nobody's shift is lost or turned round.</summary>
    [Fact]
    public async Task Post_AShiftInTheHourThatIsNotThere_IsPlannedAfterIt()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var rota = await (await coordinator.GetAsync("/rota/plan")).SubmitFormAsync("#one", ("Day", "2027-03-28"), ("Starts", "01:30"), ("Ends", "03:00"), ("Least", "1"));
        Assert.Contains("02:30–03:00", rota.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Reads_OfEachLook_ScanNothingThatGrows(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.AddAccountAsync(Role.Peer);
        await group.SignOnAsync(await group.PlanShiftAsync(), peer);
        await group.LogContactAsync(await group.AddPersonAsync(), peer);
        await new PeerProfileService(group.Store).ChangeAsync(peer.UserId, null, p => (p.SharesLoad, p.EnoughCalls) = (true, 5), Actor.CommandLine);
        var clock = group.Store.Clock;
        await using var db = await group.Store.ReadAsync();
        var plans = await QueryPlans.OfAsync(async () =>
        {
            await OnShift.ReadAsync(db, clock);
            await Rota.ShortAsync(db, clock, new CoverSettings());
            await Endings.ReadAsync(db, clock, peer.UserId);
            await DebriefService.AskedNow(db, peer.UserId, clock.Now).AnyAsync();
        });
        Assert.NotEmpty(plans);
        Assert.Empty(QueryPlans.Scans(plans, "shift", "shift_place", "contact", "spell", "debrief", "person"));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Connections;

/// <summary>A first slot within two working days, in whichever nation, over bank holidays and nights on which the clock changes.</summary>
public sealed class CounsellingTests
{
    /// <summary>Counted on a wall calendar: Easter 2027 is 26 to 29 March; St Andrew's Day in Scotland is Tuesday 30 November 2027; the Twelfth of July 2027 is a Monday.</summary>
    [Theory]
    [InlineData("2027-03-22", 2, Nation.EnglandAndWales, "2027-03-24")] // Monday to Wednesday
    [InlineData("2027-03-24", 2, Nation.EnglandAndWales, "2027-03-30")] // Wednesday before Good Friday: Thursday, and Tuesday after Easter
    [InlineData("2027-03-24", 2, Nation.Scotland, "2027-03-29")] // no holiday in Scotland on Easter Monday
    [InlineData("2027-03-25", 2, Nation.EnglandAndWales, "2027-03-31")]
    [InlineData("2027-03-27", 2, Nation.EnglandAndWales, "2027-03-31")] // asked on a Saturday
    [InlineData("2027-11-29", 2, Nation.Scotland, "2027-12-02")]
    [InlineData("2027-11-29", 2, Nation.EnglandAndWales, "2027-12-01")]
    [InlineData("2027-07-09", 2, Nation.NorthernIreland, "2027-07-14")]
    [InlineData("2027-07-09", 2, Nation.EnglandAndWales, "2027-07-13")]
    [InlineData("2027-12-24", 1, Nation.EnglandAndWales, "2027-12-29")] // Christmas on a Saturday, both days moved
    public void WorkingDays_OverHolidays_OfEachNation(string asked, int days, Nation nation, string due) =>
        Assert.Equal(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), WorkingDays.After(DateOnly.Parse(asked, System.Globalization.CultureInfo.InvariantCulture), days, nation));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AskedBeforeABankHoliday_IsInTime_LateWithAWhy_AndCounted(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        // To Thursday 25 March 2027, the day before Good Friday.
        site.GoTo(group, new DateOnly(2027, 3, 25));
        var (inTime, late, refused) = (await group.AddPersonAsync("Mina", "Vale"), await group.AddPersonAsync("Otto", "Berg"), await group.AddPersonAsync("Iris", "Thorn"));
        var first = await group.ConnectAsync(inTime, kind: Connection.Counselling);
        var second = await group.ConnectAsync(late, kind: Connection.Counselling);
        await group.ConnectAsync(refused, await group.AddPartnerAsync());
        Assert.Equal(new DateOnly(2027, 3, 31), first.OfferDueOn);
        var supervisor = await group.SignInAsync(Role.Supervisor);
        await (await supervisor.GetAsync("/counselling/new")).SubmitAsync(("Name", "Noor"));
        var slots = await (await supervisor.GetAsync("/counselling")).FollowAsync("Add slots");
        Assert.Equal(HttpStatusCode.BadRequest, (await slots.SubmitAsync(("On", "1 4 2027"), ("Time", "10:00"), ("Weeks", "0"))).Status);
        // 28 March, 01:30: a time that the spring night leaves out is told, not guessed.
        var gap = await slots.SubmitAsync(("On", "28 3 2027"), ("Time", "01:30"));
        Assert.Contains("There is no 01:30", gap.Words("#error-summary"), StringComparison.Ordinal);
        Assert.Contains("2 slots added.", (await slots.SubmitAsync(("On", "1 4 2027"), ("Time", "10:00"), ("Weeks", "2"))).Words("body"), StringComparison.Ordinal);

        // Tuesday after Easter, in time: a slot is offered.
        site.GoTo(group, new DateOnly(2027, 3, 30));
        Assert.DoesNotContain("late", (await supervisor.GetAsync("/")).Words(".notes"), StringComparison.Ordinal);
        var offer = await supervisor.GetAsync($"/connections/{first.Id}/appointment");
        var slot = offer.Page.QuerySelectorAll("#Slot option").First(o => o.GetAttribute("value")!.Length > 0).GetAttribute("value")!;
        await offer.SubmitAsync(("Slot", slot));
        // Somebody reaches for the same slot in the same moment.
        var lost = await supervisor.PostAsync($"/connections/{second.Id}/appointment", (await supervisor.GetAsync($"/connections/{second.Id}/appointment")).FormFields(("Slot", slot)));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Somebody else took it first.", lost.Words("#error-summary"), StringComparison.Ordinal);

        // Thursday: its day is over.
        site.GoTo(group, new DateOnly(2027, 4, 1), hour: 9);
        Assert.Contains("Counselling: 1 first slot is late", (await supervisor.GetAsync("/")).Words(".notes"), StringComparison.Ordinal);
        var list = await supervisor.GetAsync("/counselling");
        Assert.Contains("Otto Berg", list.Words("#waiting + ul .now"), StringComparison.Ordinal);
        var without = await (await supervisor.GetAsync($"/connections/{second.Id}/appointment")).SubmitAsync(("On", "2 4 2027"), ("Time", "9:00"));
        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        await without.SubmitAsync(("LateWhy", "no_slot"));
        list = await supervisor.GetAsync("/counselling");
        Assert.Contains("No counsellor had room: 1", list.Words(), StringComparison.Ordinal);
        var month = list.Page.QuerySelectorAll("table tbody tr").Single(r => r.QuerySelector("time")?.GetAttribute("datetime") == "2027-03");
        // Asked at noon on the 25th; offered at noon on the 30th (5 days less the hour the spring night left out: 119) and at 9 on the 1st (164): the middle is 141.5.
        Assert.Equal(["2", "1", "1", "0", "141.5"], month.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AskedAtThree_OnTheNightTheClockGoesBack_IsOfThatDay_AndItsHoursAreThoseThatPassed(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        // Sunday 31 October 2027: at 02:00 the clock goes back to 01:00.
        site.GoTo(group, new DateOnly(2027, 10, 31), hour: 3);
        var connection = await group.ConnectAsync(await group.AddPersonAsync(), kind: Connection.Counselling);
        Assert.Equal(new DateOnly(2027, 10, 31), connection.AskedOn);
        Assert.Equal(new DateOnly(2027, 11, 2), connection.OfferDueOn);
        var before = await group.ConnectAsync(await group.AddPersonAsync("Mina", "Vale"));
        site.GoTo(group, new DateOnly(2027, 10, 31), hour: 23);
        Assert.Equal(before.AskedOn, (await group.ConnectAsync(await group.AddPersonAsync("Otto", "Berg"))).AskedOn);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ACounsellorWhoLeaves_LeavesNobodyWaitingUnseen(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Member);
        var service = new CounsellingService(group.Store);
        var counsellor = Ids.New();
        await service.AddAsync(counsellor, "Noor", true, account.UserId, Actor.CommandLine);
        await service.AddSlotsAsync(new NewSlots(counsellor, new LocalMoment(group.Store.Clock.Today.AddDays(5), new TimeOnly(10, 0)), 50, 3), Actor.CommandLine);
        var connection = await group.ConnectAsync(await group.AddPersonAsync(), kind: Connection.Counselling);
        var slot = await group.ReadAsync(db => db.CounsellingSlots.OrderBy(s => s.StartsAt).FirstAsync());
        await new AppointmentService(group.Store).OfferAsync(connection.Id, connection.Version, new AppointmentOffer(Ids.New(), default, slot.Id), Actor.CommandLine);
        Assert.Equal(group.Store.Clock.Today.AddDays(5), Assert.Single(await group.StepsAsync(connection.Id)).DueOn);

        await new AccountService(group.Store, TestGroup.Hasher) { Steps = House.AccountSteps }.RetireAsync(account.UserId, Actor.CommandLine);

        Assert.Equal(group.Store.Clock.Today, Assert.Single(await group.StepsAsync(connection.Id)).DueOn);
        Assert.True(await group.ReadAsync(db => db.CounsellingSlots.AllAsync(s => s.TakenBackAt != null)));
        var desk = await group.SignInAsync(Role.Facilitator);
        Assert.Contains("does not take place", (await desk.GetAsync($"/connections/{connection.Id}")).Words(), StringComparison.Ordinal);
        Assert.Contains("No slot of ours is free.", (await desk.GetAsync($"/connections/{connection.Id}/appointment")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhoseHolidays_IsDecidedByTheGroup_AndWhatWasAskedKeepsItsDay(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        site.GoTo(group, new DateOnly(2027, 11, 29));
        var before = await group.ConnectAsync(await group.AddPersonAsync(), kind: Connection.Counselling);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var form = await coordinator.GetAsync("/group/connections");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("WorkingDays", "many"))).Status);
        await form.SubmitAsync(("Nation", "Scotland"), ("WorkingDays", "2"));
        var after = await group.ConnectAsync(await group.AddPersonAsync("Mina", "Vale"), kind: Connection.Counselling);
        Assert.Equal((new DateOnly(2027, 12, 1), new DateOnly(2027, 12, 2)), ((await group.ConnectionAsync(before.Id)).OfferDueOn, after.OfferDueOn));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync("/counselling")).Status);
    }
}

using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class PromisedTimesTests
{
    /// <summary>In Warsaw the last Sunday of March has no 02:30, and the last of October has it twice.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ATimeTheSpringNightLeavesOut_IsSaidInAClearSentence_AndNothingIsLost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync(timeZone: "Europe/Warsaw");
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var night = SundayOf(group.Store.Clock.Today, 3);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        var refused = await page.SubmitAsync(("Kind", "CallIn"), ("Words", "typed"), ("PromiseOn", Said(night)), ("PromiseTime", "02:30"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("that night the clocks go from 02:00 to 03:00", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("typed", refused.Page.QuerySelector("[name=Words]")!.TextContent);
        Assert.Equal("/mine", (await refused.SubmitAsync(("PromiseTime", "03:00"))).Path);
        var promise = await group.ReadAsync(db => db.Promises.SingleAsync());
        Assert.Equal((night, night.ToDateTime(new TimeOnly(1, 0))), (promise.DueOn, promise.DueAt!.Value));
        var moved = await (await peer.GetAsync($"/promises/{promise.Id}")).SubmitAsync(("Do", "move"), ("On", Said(night)), ("Time", "2:59"));
        Assert.Contains("There is no 02:59", moved.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ATimeTheAutumnNightHasTwice_IsTheFirstOfTheTwo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync(timeZone: "Europe/Warsaw");
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var night = SundayOf(group.Store.Clock.Today, 10);
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("PromiseOn", Said(night)), ("PromiseTime", "02:30"));
        var promise = await group.ReadAsync(db => db.Promises.SingleAsync());
        Assert.Equal(night.ToDateTime(new TimeOnly(0, 30)), promise.DueAt!.Value);
        Assert.Contains("02:30", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Service_GivenATimeThatIsNot_TakesTheFirstAfterTheGap(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync(timeZone: "Europe/Warsaw");
        var person = await group.AddPersonAsync();
        var night = SundayOf(group.Store.Clock.Today, 3);
        await new PromiseService(group.Store).MakeAsync(person.Id, null, new PromiseDetails(night, new TimeOnly(2, 30)), Actor.CommandLine);
        Assert.Equal(night.ToDateTime(new TimeOnly(1, 30)), (await group.ReadAsync(db => db.Promises.SingleAsync())).DueAt!.Value);
    }

    private static string Said(DateOnly day) => day.ToString("d M yyyy", CultureInfo.InvariantCulture);

    /// <summary>The next last Sunday of a month.</summary>
    private static DateOnly SundayOf(DateOnly today, int month)
    {
        for (var year = today.Year; ; year++)
        {
            var day = new DateOnly(year, month, 31);
            day = day.AddDays(-(int)day.DayOfWeek);
            if (day > today)
                return day;
        }
    }
}

using System.Globalization;
using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

public sealed class LogOnClockChangeNightsTests
{
    /// <summary>In spring 01:30 is left out; in autumn it comes twice. A contact is kept at a moment that was, on the day it was.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite, "29 3 2026", "01:30", "2026-03-29T01:30:00Z", "2026-03-29")]
    [InlineData(EngineKind.Postgres, "29 3 2026", "00:59", "2026-03-29T00:59:00Z", "2026-03-29")]
    [InlineData(EngineKind.Sqlite, "29 3 2026", "02:10", "2026-03-29T01:10:00Z", "2026-03-29")]
    [InlineData(EngineKind.Postgres, "29 3 2026", "23:30", "2026-03-29T22:30:00Z", "2026-03-29")]
    [InlineData(EngineKind.Sqlite, "25 10 2026", "01:30", "2026-10-25T00:30:00Z", "2026-10-25")]
    [InlineData(EngineKind.Postgres, "25 10 2026", "02:00", "2026-10-25T02:00:00Z", "2026-10-25")]
    [InlineData(EngineKind.Sqlite, "25 10 2026", "00:15", "2026-10-24T23:15:00Z", "2026-10-25")]
    public async Task Post_ClockChangeNights_KeepTheDayAndAMomentThatWas(EngineKind engine, string day, string time, string utc, string kept)
    {
        var site = await AutumnAsync(engine);
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var saved = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("When.Day", day), ("When.Time", time));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        var contact = await group.OnlyContactAsync();
        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), contact.At);
        Assert.Equal(DateOnly.Parse(kept, CultureInfo.InvariantCulture), contact.Day);
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var diary = await facilitator.GetAsync($"/diary?day={kept}");
        Assert.Single(diary.Page.QuerySelectorAll(".timeline > li"));
    }

    private static readonly Dictionary<EngineKind, Lazy<Task<TestSite>>> Autumn = Enum.GetValues<EngineKind>().ToDictionary(e => e, e => new Lazy<Task<TestSite>>(async () =>
    {
        var site = await TestSite.NewAsync(e, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(3650), int.MaxValue));
        site.Folder.Clock.Advance(TimeSpan.FromDays(240));
        return site;
    }));

    /// <summary>A site on which it is November.</summary>
    private static Task<TestSite> AutumnAsync(EngineKind engine) => Autumn[engine].Value;

    /// <summary>The hour that comes twice: an entry of its second pass stays there when only its words are set right.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Correct_InTheHourThatComesTwice_KeepsTheMoment(EngineKind engine)
    {
        var group = await (await AutumnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var second = new DateTime(2026, 10, 25, 1, 30, 25, DateTimeKind.Utc);
        var wrong = await group.LogContactAsync(await group.AddPersonAsync(), peer.Account!, at: second);
        await (await peer.GetAsync($"/diary/{wrong.Id.Value}/correct")).SubmitAsync(("Words", "only the words"));
        Assert.Equal(second, (await group.ContactsAsync()).Single(c => c.CorrectsId == wrong.Id).At);
    }
}

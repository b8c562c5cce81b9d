using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Peers.Calendar;

/// <summary>A peer's own calendar, for the calendar program of their phone: when they are on, and that a call is promised. No name, no reference, no link to anybody.</summary>
public static class CalendarEndpoint
{
    private const int DaysBack = 31;
    private const int DaysAhead = 183;

    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/calendar/{secret}.ics", ReadAsync).AllowAnonymous();

    private static async Task<IResult> ReadAsync(string secret, GroupDb db, GroupStore store, Texts texts)
    {
        if (await CalendarLinks.FindAsync(db, secret) is not { } peer)
            return Results.NotFound();
        var clock = store.Clock;
        var calendar = new Ical.Net.Calendar { ProductId = "-//Safe Space//Rota//EN" };
        var zone = store.Profile.TimeZone;
        calendar.AddTimeZone(new VTimeZone(zone));
        foreach (var shift in (await Rota.ReadAsync(db, clock.Now.AddDays(-DaysBack), clock.Now.AddDays(DaysAhead))).Where(s => !s.IsCalledOff && s.PlaceOf(peer) is not null))
            calendar.Events.Add(Event(shift.Shift.Id, texts[shift.PlaceOf(peer)!.Place.AtHome ? "On shift, at home" : "On shift"], At(shift.Shift.StartsAt), At(shift.Shift.EndsAt), clock));
        var since = clock.Today.AddDays(-DaysBack);
        foreach (var promise in await db.Promises.AsNoTracking().Where(p => p.PeerId == peer && p.State == PromiseState.Open && p.DueOn >= since).ToListAsync())
        {
            var says = texts[promise.For is not null ? "Something to see to" : promise.Visit ? "A visit is promised" : "A call is promised"];
            calendar.Events.Add(promise.DueAt is { } at
                ? Event(promise.Id, says, At(at), At(at.AddMinutes(15)), clock)
                : Event(promise.Id, says, new CalDateTime(promise.DueOn.Year, promise.DueOn.Month, promise.DueOn.Day), null, clock));
        }

        return Results.Text(new CalendarSerializer().SerializeToString(calendar), "text/calendar; charset=utf-8");

        CalDateTime At(DateTime utc) => new(DateTime.SpecifyKind(clock.ToLocal(utc), DateTimeKind.Unspecified), zone);
    }

    private static CalendarEvent Event(Guid id, string says, CalDateTime from, CalDateTime? to, GroupClock clock) => new()
    {
        Uid = $"{id}@safespace",
        DtStamp = new CalDateTime(clock.Now),
        Summary = says,
        Start = from,
        End = to,
    };
}

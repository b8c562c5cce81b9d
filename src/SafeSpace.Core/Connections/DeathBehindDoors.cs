using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Died;

namespace SafeSpace.Core.Connections;

/// <summary>
/// What went on behind other doors stops, appointments are given back, and what they offered ends. The next steps are promises,
/// and stop with them. Taken back, all of it stands as it stood.
/// </summary>
public sealed class DeathBehindDoors : IDeathStep
{
    private const string Connection = "connection", Appointment = "appointment", Passed = "passed_back", Stay = "hospital_stay", Asked = "ask", AskMatched = "ask_matched", Offer = "help_offer", Cause = "cause";

    public async Task StopAsync(Stopping stopping)
    {
        var (unit, person, today) = (stopping.Unit, stopping.Person, stopping.Unit.Clock.DayOf(stopping.Unit.Now));
        foreach (var row in await unit.Db.Connections.Where(c => c.PersonId == person && Connections.Connection.OpenStates.Contains(c.State)).ToListAsync())
        {
            (row.State, row.EndedOn) = (ConnectionState.Stopped, today);
            stopping.Note(Connection, row.Id);
        }

        foreach (var row in await unit.Db.Appointments.Where(a => a.PersonId == person && a.State == AppointmentState.Offered).ToListAsync())
        {
            await AppointmentWriter.GiveBackAsync(unit, row);
            stopping.Note(Appointment, row.Id);
        }

        foreach (var row in await unit.Db.PassedBack.Where(p => p.PersonId == person && p.ClosedAt == null).ToListAsync())
        {
            row.ClosedAt = unit.Now;
            stopping.Note(Passed, row.Id);
        }

        foreach (var row in await unit.Db.HospitalStays.Where(s => s.PersonId == person && s.HomeAt == null).ToListAsync())
        {
            row.HomeAt = unit.Now;
            stopping.Note(Stay, row.Id);
        }

        foreach (var row in await unit.Db.Causes.Where(c => c.PersonId == person && c.EndedOn == null).ToListAsync())
        {
            row.EndedOn = today;
            stopping.Note(Cause, row.Id);
        }

        await StopAsksAsync(stopping);
    }

    private static async Task StopAsksAsync(Stopping stopping)
    {
        var (unit, person) = (stopping.Unit, stopping.Person);
        foreach (var row in await unit.Db.Asks.Where(a => a.PersonId == person && (a.State == AskState.Open || a.State == AskState.Matched)).ToListAsync())
        {
            stopping.Note(row.State == AskState.Matched ? AskMatched : Asked, row.Id);
            row.State = AskState.Dropped;
        }

        foreach (var row in await unit.Db.HelpOffers.Where(o => o.PersonId == person && o.EndedAt == null).ToListAsync())
        {
            await AskWriter.EndOfferAsync(unit, row);
            stopping.Note(Offer, row.Id);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var db = stopping.Unit.Db;
        var (connections, appointments, passed, stays) = (await stopping.TakeAsync(Connection), await stopping.TakeAsync(Appointment), await stopping.TakeAsync(Passed), await stopping.TakeAsync(Stay));
        foreach (var row in await db.Connections.Where(c => connections.Contains(c.Id)).ToListAsync())
            (row.State, row.EndedOn) = (row.StateFromDates, null);
        foreach (var row in await db.Appointments.Where(a => appointments.Contains(a.Id)).ToListAsync())
        {
            // Somebody else may have the slot by now: then the appointment stays given back, and its next step says so on its day.
            if (row.SlotId is not { } id)
                row.State = AppointmentState.Offered;
            else if (await db.CounsellingSlots.FindAsync(id) is { AppointmentId: null, TakenBackAt: null } slot)
                (slot.AppointmentId, row.State) = (row.Id, AppointmentState.Offered);
        }

        foreach (var row in await db.PassedBack.Where(p => passed.Contains(p.Id)).ToListAsync())
            row.ClosedAt = null;
        foreach (var row in await db.HospitalStays.Where(s => stays.Contains(s.Id)).ToListAsync())
            row.HomeAt = null;
        var (causes, open, matched, offers) = (await stopping.TakeAsync(Cause), await stopping.TakeAsync(Asked), await stopping.TakeAsync(AskMatched), await stopping.TakeAsync(Offer));
        foreach (var row in await db.Causes.Where(c => causes.Contains(c.Id)).ToListAsync())
            row.EndedOn = null;
        foreach (var row in await db.Asks.Where(a => open.Contains(a.Id) || matched.Contains(a.Id)).ToListAsync())
            row.State = matched.Contains(row.Id) && row.OfferId is not null ? AskState.Matched : AskState.Open;
        foreach (var row in await db.HelpOffers.Where(o => offers.Contains(o.Id)).ToListAsync())
            row.EndedAt = null;
    }
}

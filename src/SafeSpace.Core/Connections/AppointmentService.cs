using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections;

/// <param name="At">UTC; of a slot, its own.</param>
/// <param name="Slot">A free slot of one of our own counsellors.</param>
/// <param name="LateWhy">Why a first offer comes too late.</param>
public sealed record AppointmentOffer(Guid Id, DateTime At, Guid? Slot = null, string? LateWhy = null);

/// <summary>Appointments behind a door: offered, kept, missed, given back. A slot has one winner, however many reach for it.</summary>
public sealed class AppointmentService(GroupStore store)
{
    public async Task<DoorChange> OfferAsync(Guid connection, Guid seen, AppointmentOffer offer, Actor by)
    {
        try
        {
            return await store.Write("AppointmentOffered", by, unit => OfferAsync(unit, connection, seen, offer));
        }
        catch (StaleVersionException) when (offer.Slot is not null)
        {
            // Somebody may have taken the slot on another node in the same moment: asked again, the slot says so.
            return await store.Write("AppointmentOffered", by, unit => OfferAsync(unit, connection, seen, offer));
        }
    }

    private static async Task<DoorChange> OfferAsync(Unit unit, Guid id, Guid seen, AppointmentOffer offer)
    {
        if (await unit.Db.Appointments.FindAsync(offer.Id) is not null)
            return DoorChange.Done;
        if (await unit.Db.Connections.FindAsync(id) is not { } connection)
            return DoorChange.NoSuchRow;
        if (!connection.IsOpen)
            return DoorChange.NotNow;
        Unit.Expect(connection, seen);
        var (at, today, first) = (offer.At, unit.Clock.DayOf(unit.Now), connection.FirstOfferedAt is null);
        var late = first && connection.OfferDueOn < today;
        if (late && string.IsNullOrEmpty(offer.LateWhy))
            return DoorChange.LateNeedsWhy;
        if (offer.Slot is { } wanted)
        {
            if (await unit.Db.CounsellingSlots.FindAsync(wanted) is not { TakenBackAt: null, AppointmentId: null } slot || slot.StartsAt <= unit.Now)
                return DoorChange.Taken;
            slot.AppointmentId = offer.Id;
            at = slot.StartsAt;
        }

        if (first)
            (connection.FirstOfferedAt, connection.FirstOfferedOn, connection.LateWhy) = (unit.Now, today, late ? offer.LateWhy : null);
        ConnectionService.Take(unit, connection);
        unit.Db.Appointments.Add(new Appointment { Id = offer.Id, ConnectionId = id, PersonId = connection.PersonId, At = at, SlotId = offer.Slot, OfferedAt = unit.Now, OfferedById = unit.By.Id });
        // On its day somebody hears how it was.
        var day = unit.Clock.DayOf(at);
        await NextSteps.SetAsync(unit, connection, new NextStep(day < today ? today : day));
        return DoorChange.Done;
    }

    /// <summary>How it was; said again, the last word holds.</summary>
    /// <param name="how">Kept, missed or given back.</param>
    public Task<DoorChange> SayAsync(Guid appointment, Guid seen, AppointmentState how, NextStep next, Actor by) =>
        store.Write(how switch { AppointmentState.Kept => "AppointmentKept", AppointmentState.Missed => "AppointmentMissed", _ => "AppointmentGivenBack" }, by, async unit =>
        {
            if (await unit.Db.Appointments.FindAsync(appointment) is not { } row || await unit.Db.Connections.FindAsync(row.ConnectionId) is not { } connection)
                return DoorChange.NoSuchRow;
            if (row.State == how || how == AppointmentState.Offered || !connection.IsOpen || (how != AppointmentState.GivenBack && row.At > unit.Now))
                return DoorChange.NotNow;
            Unit.Expect(row, seen);
            if (how == AppointmentState.GivenBack)
                await AppointmentWriter.GiveBackAsync(unit, row);
            row.State = how;
            var kept = await unit.Db.Appointments.Where(a => a.ConnectionId == connection.Id && a.Id != appointment && a.State == AppointmentState.Kept).Select(a => a.At).ToListAsync();
            if (how == AppointmentState.Kept)
                kept.Add(row.At);
            connection.FirstKeptOn = kept.Count == 0 ? null : unit.Clock.DayOf(kept.Min());
            await NextSteps.SetAsync(unit, connection, next);
            return DoorChange.Done;
        });
}

internal static class AppointmentWriter
{
    /// <summary>It does not take place; its slot is free for somebody else.</summary>
    public static async Task GiveBackAsync(Unit unit, Appointment appointment)
    {
        appointment.State = AppointmentState.GivenBack;
        if (appointment.SlotId is { } id && await unit.Db.CounsellingSlots.FindAsync(id) is { } slot && slot.AppointmentId == appointment.Id)
            slot.AppointmentId = null;
    }

    public static async Task GiveBackAllAsync(Unit unit, Guid connection)
    {
        foreach (var open in await unit.Db.Appointments.Where(a => a.ConnectionId == connection && a.State == AppointmentState.Offered && a.At > unit.Now).ToListAsync())
            await GiveBackAsync(unit, open);
    }
}

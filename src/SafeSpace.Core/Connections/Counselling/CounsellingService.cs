using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Counselling;

/// <summary>Until when a first slot is in time.</summary>
public static class CounsellingClock
{
    public static async Task<ConnectionRules> RulesAsync(GroupDb db) => await db.ConnectionRules.AsNoTracking().SingleOrDefaultAsync() ?? new ConnectionRules();

    public static async Task<DateOnly> DueAsync(GroupDb db, DateOnly askedOn)
    {
        var rules = await RulesAsync(db);
        return WorkingDays.After(askedOn, rules.WorkingDays, rules.Nation);
    }
}

/// <param name="At">The first, as the wall clock says.</param>
/// <param name="Weeks">How many weeks in a row.</param>
public sealed record NewSlots(Guid Counsellor, LocalMoment At, int Minutes, int Weeks);

/// <summary>Counsellors and their slots; and how the group reckons.</summary>
public sealed class CounsellingService(GroupStore store)
{
    public Task AddAsync(Guid id, string name, bool student, UserId? account, Actor by) =>
        store.Write("CounsellorAdded", by, async unit =>
        {
            if (await unit.Db.Counsellors.FindAsync(id) is null)
                unit.Db.Counsellors.Add(new Counsellor { Id = id, Name = name.Trim(), Student = student, AccountId = account });
        });

    /// <summary>Slots each week at the same time of the wall clock, also over a night on which the clock changes. One that is there already is not made twice.</summary>
    /// <returns>How many were made; null when there is no such counsellor.</returns>
    public Task<int?> AddSlotsAsync(NewSlots slots, Actor by) =>
        store.Write<int?>("CounsellingSlotsAdded", by, async unit =>
        {
            await unit.AloneAsync();
            if (await unit.Db.Counsellors.FindAsync(slots.Counsellor) is not { EndedAt: null })
                return null;
            var made = 0;
            for (var week = 0; week < slots.Weeks; week++)
            {
                var at = unit.Clock.ToUtc(slots.At with { Day = slots.At.Day.AddDays(7 * week) });
                if (await unit.Db.CounsellingSlots.AnyAsync(s => s.CounsellorId == slots.Counsellor && s.StartsAt == at && s.TakenBackAt == null))
                    continue;
                unit.Db.CounsellingSlots.Add(new CounsellingSlot { Id = Ids.New(), CounsellorId = slots.Counsellor, StartsAt = at, Minutes = slots.Minutes });
                made++;
            }

            return made;
        });

    /// <summary>The counsellor cannot. Whoever was to come needs another slot, and is thought of today.</summary>
    public Task<bool> TakeBackAsync(Guid slot, Actor by) =>
        store.Write("CounsellingSlotTakenBack", by, async unit =>
        {
            if (await unit.Db.CounsellingSlots.FindAsync(slot) is not { } row)
                return false;
            await TakeBackAsync(unit, row);
            return true;
        });

    /// <summary>They leave: what they had from now on is taken back.</summary>
    public Task<bool> EndAsync(Guid id, Actor by) =>
        store.Write("CounsellorEnded", by, async unit =>
        {
            await unit.AloneAsync();
            if (await unit.Db.Counsellors.FindAsync(id) is not { } counsellor)
                return false;
            await EndAsync(unit, counsellor);
            return true;
        });

    /// <param name="seen">The version the form was filled in on; empty when nothing was decided yet.</param>
    public Task DecideAsync(Nation nation, int workingDays, bool publishes, Guid seen, Actor by) =>
        store.Write("ConnectionRulesChanged", by, async unit =>
        {
            var rules = await unit.Db.ConnectionRules.SingleOrDefaultAsync();
            if (rules is null)
                unit.Db.ConnectionRules.Add(rules = new ConnectionRules());
            else
                Unit.Expect(rules, seen);
            (rules.Nation, rules.WorkingDays, rules.Publishes) = (nation, workingDays, publishes);
        });

    internal static async Task EndAsync(Unit unit, Counsellor counsellor)
    {
        counsellor.EndedAt ??= unit.Now;
        foreach (var slot in await unit.Db.CounsellingSlots.Where(s => s.CounsellorId == counsellor.Id && s.StartsAt > unit.Now && s.TakenBackAt == null).ToListAsync())
            await TakeBackAsync(unit, slot);
    }

    private static async Task TakeBackAsync(Unit unit, CounsellingSlot slot)
    {
        slot.TakenBackAt ??= unit.Now;
        if (slot.AppointmentId is not { } id || await unit.Db.Appointments.FindAsync(id) is not { State: AppointmentState.Offered } appointment)
            return;
        await AppointmentWriter.GiveBackAsync(unit, appointment);
        if (await unit.Db.Connections.FindAsync(appointment.ConnectionId) is { IsOpen: true } connection)
            await NextSteps.SetAsync(unit, connection, new NextStep(unit.Clock.DayOf(unit.Now)), PromiseState.Moved);
    }
}

/// <summary>A counsellor's account is closed: nobody waits for a slot that nobody holds. An offer of help that was theirs ends too.</summary>
public sealed class CounsellorsWhoLeft : IAccountStep
{
    public async Task BeforeRetireAsync(Unit unit, UserId account)
    {
        foreach (var counsellor in await unit.Db.Counsellors.Where(c => c.AccountId == account && c.EndedAt == null).ToListAsync())
            await CounsellingService.EndAsync(unit, counsellor);
        foreach (var offer in await unit.Db.HelpOffers.Where(o => o.AccountId == account && o.EndedAt == null).ToListAsync())
            await Asking.AskWriter.EndOfferAsync(unit, offer);
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Hospital;

/// <summary>From admission to home: turns for visiting, who brings what, the way home.</summary>
public sealed class HospitalService(GroupStore store)
{
    /// <param name="since">UTC.</param>
    public Task<DoorChange> AdmitAsync(Guid id, PersonId person, string where, DateTime since, NextStep next, Actor by) => store.Write("HospitalAdmitted", by, async unit =>
    {
        await unit.AloneAsync();
        if (await unit.Db.HospitalStays.FindAsync(id) is not null)
            return DoorChange.Done;
        if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
            return DoorChange.NoSuchPerson;
        if (await unit.Db.HospitalStays.AnyAsync(s => s.PersonId == standing && s.HomeAt == null))
            return DoorChange.Taken;
        var stay = new HospitalStay { Id = id, PersonId = standing, Since = since };
        stay.Where = unit.Seal(standing, HospitalWords.Where, id, where.Trim());
        unit.Db.HospitalStays.Add(stay);
        await NextSteps.SetAsync(unit, stay, next);
        return DoorChange.Done;
    });

    public Task<DoorChange> ChangeAsync(Guid id, Guid seen, string where, string? wayHome, NextStep next, Actor by) => OnAsync("HospitalStayChanged", id, by, async (unit, stay) =>
    {
        Unit.Expect(stay, seen);
        if (unit.Open(HospitalWords.Where, id, stay.Where) != where.Trim())
            stay.Where = unit.Seal(stay.PersonId, HospitalWords.Where, id, where.Trim());
        if (unit.Open(HospitalWords.WayHome, id, stay.WayHome) != ConnectionService.Clean(wayHome))
            stay.WayHome = unit.Seal(stay.PersonId, HospitalWords.WayHome, id, ConnectionService.Clean(wayHome));
        await NextSteps.SetAsync(unit, stay, next, PromiseState.Moved);
        return DoorChange.Done;
    });

    /// <summary>A turn for visiting is a promised visit. Two who must be kept apart do not get one.</summary>
    public Task<DoorChange> TurnAsync(Guid promise, Guid id, UserId? peer, PromiseDetails when, Actor by) => OnAsync("HospitalTurnPromised", id, by, async (unit, stay) =>
    {
        if (await unit.Db.Promises.FindAsync(promise) is not null)
            return DoorChange.Done;
        if (peer is { } visitor && !await PeersWhoRing.IsAsync(unit.Db, visitor))
            return DoorChange.NoSuchPeer;
        if (peer is { } who && !(await Meeting.ReadAsync(unit.Db)).May(Party.Of(stay.PersonId), Party.Of(who)))
            return DoorChange.KeptApart;
        await PromiseWriter.MakeAsync(unit, stay.PersonId, peer, when with { Visit = true }, id: promise, forId: id);
        return DoorChange.Done;
    });

    /// <summary>Who brings what is something to do.</summary>
    public Task<DoorChange> BringAsync(Guid task, Guid id, TaskDetails what, Actor by) => OnAsync("HospitalBringing", id, by, async (unit, stay) =>
    {
        if (await unit.Db.SupportTasks.FindAsync(task) is null)
            TaskWriter.Add(unit, stay.PersonId, what, id: task, forId: id);
        return DoorChange.Done;
    });

    /// <summary>Home again: turns that were still to come are not needed; things to do stay until they are done.</summary>
    /// <param name="at">UTC.</param>
    public Task<DoorChange> HomeAsync(Guid id, Guid seen, DateTime at, string? how, Actor by) => OnAsync("HospitalHome", id, by, async (unit, stay) =>
    {
        Unit.Expect(stay, seen);
        if (at < stay.Since)
            return DoorChange.NotNow;
        (stay.HomeAt, stay.HowHome) = (at, unit.Seal(stay.PersonId, HospitalWords.HowHome, id, ConnectionService.Clean(how)));
        await NextSteps.EndAsync(unit, id);
        foreach (var turn in await unit.Db.Promises.Where(p => p.ForId == id && p.For == null && p.State == PromiseState.Open).ToListAsync())
            PromiseWriter.End(unit, turn, PromiseState.Released);
        return DoorChange.Done;
    });

    /// <summary>They are not home after all. Turns that were let go are promised anew by whoever visits.</summary>
    public Task<DoorChange> NotHomeAsync(Guid id, Guid seen, NextStep next, Actor by) => store.Write("HospitalNotHome", by, async unit =>
    {
        await unit.AloneAsync();
        if (await unit.Db.HospitalStays.FindAsync(id) is not { } stay || await ContactWriter.LivingAsync(unit, stay.PersonId) is null)
            return DoorChange.NoSuchRow;
        if (stay.HomeAt is null)
            return DoorChange.NotNow;
        Unit.Expect(stay, seen);
        if (await unit.Db.HospitalStays.AnyAsync(s => s.PersonId == stay.PersonId && s.HomeAt == null))
            return DoorChange.NotNow;
        (stay.HomeAt, stay.HowHome) = (null, null);
        await NextSteps.SetAsync(unit, stay, next);
        return DoorChange.Done;
    });

    private Task<DoorChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, HospitalStay, Task<DoorChange>> change) => store.Write(kind, by, async unit =>
    {
        await unit.AloneAsync(); // nobody comes home, or is kept apart from them, meanwhile
        return await unit.Db.HospitalStays.FindAsync(id) is not { } stay ? DoorChange.NoSuchRow : stay.HomeAt is not null ? DoorChange.NotNow : await change(unit, stay);
    });
}

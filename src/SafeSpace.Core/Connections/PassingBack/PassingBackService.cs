using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.PassingBack;

/// <param name="DueAt">UTC: by when they said.</param>
public sealed record Told(Guid Id, string Whom, string Owes, DateTime DueAt);

/// <summary>Passed back to the crisis team: told, chased, answered, closed. The next step is when the first answer is due.</summary>
public sealed class PassingBackService(GroupStore store)
{
    public Task<DoorChange> PassAsync(Guid id, PersonId person, string what, Told told, PromiseKeeper keeper, Actor by) =>
        store.Write("PassedBack", by, async unit =>
        {
            if (await unit.Db.PassedBack.FindAsync(id) is not null)
                return DoorChange.Done;
            if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
                return DoorChange.NoSuchPerson;
            var row = new PassedBack { Id = id, PersonId = standing, At = unit.Now, ById = by.Id, ByName = by.Name };
            row.What = unit.Seal(standing, PassedBackWords.What, id, what.Trim());
            unit.Db.PassedBack.Add(row);
            Tell(unit, row, told);
            await ChaseNextAsync(unit, row, keeper);
            return DoorChange.Done;
        });

    public Task<DoorChange> TellAsync(Guid id, Told told, Actor by) => OnAsync("PassedBackTold", id, by, async (unit, row) =>
    {
        if (await unit.Db.PassedBackTold.FindAsync(told.Id) is not null)
            return;
        Tell(unit, row, told);
        await ChaseNextAsync(unit, row);
    });

    /// <summary>We asked again; they have another hour or day.</summary>
    public Task<DoorChange> AskAgainAsync(Guid told, Guid seen, DateTime dueAt, Actor by) => OnToldAsync("PassedBackAskedAgain", told, seen, by, (unit, row) =>
        (row.AskedAgain, row.AskedAgainAt, row.DueAt) = (row.AskedAgain + 1, unit.Now, dueAt));

    public Task<DoorChange> CameAsync(Guid told, Guid seen, string what, Actor by) => OnToldAsync("PassedBackCame", told, seen, by, (unit, row) =>
        (row.CameAt, row.Came) = (unit.Now, unit.Seal(row.PersonId, PassedBackWords.Came, row.Id, what.Trim())));

    public Task<DoorChange> CloseAsync(Guid id, Guid seen, string outcome, Actor by) => OnAsync("PassedBackClosed", id, by, async (unit, row) =>
    {
        Unit.Expect(row, seen);
        (row.ClosedAt, row.Outcome) = (unit.Now, unit.Seal(row.PersonId, PassedBackWords.Outcome, id, outcome.Trim()));
        await NextSteps.EndAsync(unit, id);
    });

    public Task<DoorChange> OpenAgainAsync(Guid id, Guid seen, Actor by) => store.Write("PassedBackOpenedAgain", by, async unit =>
    {
        if (await unit.Db.PassedBack.FindAsync(id) is not { ClosedAt: not null } row || await ContactWriter.LivingAsync(unit, row.PersonId) is null)
            return DoorChange.NoSuchRow;
        Unit.Expect(row, seen);
        (row.ClosedAt, row.Outcome) = (null, null);
        await ChaseNextAsync(unit, row);
        return DoorChange.Done;
    });

    private static void Tell(Unit unit, PassedBack row, Told told) => unit.Db.PassedBackTold.Add(new PassedBackTold
    {
        Id = told.Id,
        PassedBackId = row.Id,
        PersonId = row.PersonId,
        Whom = unit.Seal(row.PersonId, PassedBackWords.Whom, told.Id, told.Whom.Trim()),
        Owes = unit.Seal(row.PersonId, PassedBackWords.Owes, told.Id, told.Owes.Trim()),
        ToldAt = unit.Now,
        DueAt = told.DueAt,
    });

    /// <summary>When the next answer is due; when none is, today: it can be closed, or somebody else must be told.</summary>
    private static async Task ChaseNextAsync(Unit unit, PassedBack row, PromiseKeeper? keeper = null)
    {
        await unit.Db.SaveChangesAsync();
        var due = await unit.Db.PassedBackTold.Where(t => t.PassedBackId == row.Id && t.CameAt == null).Select(t => (DateTime?)t.DueAt).MinAsync();
        var at = due is { } moment ? unit.Clock.ToLocal(moment) : (DateTime?)null;
        await NextSteps.SetAsync(unit, row, at is { } local ? new NextStep(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), keeper) : new NextStep(unit.Clock.DayOf(unit.Now), By: keeper));
    }

    private Task<DoorChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, PassedBack, Task> change) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.PassedBack.FindAsync(id) is not { } row)
            return DoorChange.NoSuchRow;
        if (row.ClosedAt is not null)
            return DoorChange.NotNow;
        await change(unit, row);
        return DoorChange.Done;
    });

    private Task<DoorChange> OnToldAsync(string kind, Guid told, Guid seen, Actor by, Action<Unit, PassedBackTold> change) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.PassedBackTold.FindAsync(told) is not { } row || await unit.Db.PassedBack.FindAsync(row.PassedBackId) is not { } passed)
            return DoorChange.NoSuchRow;
        if (row.CameAt is not null || passed.ClosedAt is not null)
            return DoorChange.NotNow;
        Unit.Expect(row, seen);
        change(unit, row);
        await ChaseNextAsync(unit, passed);
        return DoorChange.Done;
    });
}

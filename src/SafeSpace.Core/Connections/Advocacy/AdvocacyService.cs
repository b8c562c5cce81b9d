using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Advocacy;

/// <param name="WorthPence">In money; null where it is none.</param>
public sealed record CauseEnd(string Outcome, string? Words, long? WorthPence, string? Worth);

/// <summary>What we fight for: begun, its deadlines, papers still missing, how it ended and what it was worth.</summary>
public sealed class AdvocacyService(GroupStore store)
{
    public Task<DoorChange> BeginAsync(Guid id, PersonId person, string? kind, string what, NextStep next, Actor by) => store.Write("CauseBegun", by, async unit =>
    {
        if (await unit.Db.Causes.FindAsync(id) is not null)
            return DoorChange.Done;
        if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
            return DoorChange.NoSuchPerson;
        var cause = new Cause { Id = id, PersonId = standing, Kind = kind, BegunAt = unit.Now };
        cause.What = unit.Seal(standing, CauseWords.What, id, what.Trim());
        unit.Db.Causes.Add(cause);
        await NextSteps.SetAsync(unit, cause, next);
        return DoorChange.Done;
    });

    /// <summary>A deadline that comes before the next step is the next step.</summary>
    public Task<DoorChange> DeadlineAsync(Guid id, Guid cause, string what, DateOnly dueOn, Actor by) => OnAsync("CauseDeadlineSet", cause, by, async (unit, row) =>
    {
        if (await unit.Db.CauseDeadlines.FindAsync(id) is not null)
            return;
        unit.Db.CauseDeadlines.Add(new CauseDeadline { Id = id, CauseId = cause, PersonId = row.PersonId, DueOn = dueOn, What = unit.Seal(row.PersonId, CauseWords.Deadline, id, what.Trim()) });
        if (await NextSteps.Of(unit.Db, cause).FirstOrDefaultAsync() is { } step && step.DueOn > dueOn)
            await NextSteps.SetAsync(unit, row, new NextStep(dueOn), PromiseState.Moved);
    });

    public Task<DoorChange> MetAsync(Guid deadline, Guid seen, Actor by) => OnDeadlineAsync("CauseDeadlineMet", deadline, seen, by, (unit, row) => row.MetOn ??= unit.Clock.DayOf(unit.Now));

    /// <summary>It was another one that is in.</summary>
    public Task<DoorChange> NotMetAsync(Guid deadline, Guid seen, Actor by) => OnDeadlineAsync("CauseDeadlineNotMet", deadline, seen, by, (_, row) => row.MetOn = null);

    /// <summary>There is no such deadline: it was written down by mistake, or it was moved.</summary>
    public Task<DoorChange> NoDeadlineAsync(Guid deadline, Guid seen, Actor by) => OnDeadlineAsync("CauseDeadlineTakenBack", deadline, seen, by, (unit, row) => row.TakenBackAt ??= unit.Now);

    public Task<DoorChange> PaperAsync(Guid task, Guid cause, TaskDetails paper, Actor by) => OnAsync("CausePaperMissing", cause, by, async (unit, row) =>
    {
        if (await unit.Db.SupportTasks.FindAsync(task) is null)
            TaskWriter.Add(unit, row.PersonId, paper, id: task, forId: cause);
    });

    /// <summary>Not later than the next deadline.</summary>
    public Task<DoorChange> LaterAsync(Guid id, Guid seen, NextStep next, Actor by) => OnAsync("CauseMoved", id, by, async (unit, cause) =>
    {
        Unit.Expect(cause, seen);
        var due = await unit.Db.CauseDeadlines.Where(d => d.CauseId == id && d.MetOn == null && d.TakenBackAt == null).Select(d => (DateOnly?)d.DueOn).MinAsync();
        var today = unit.Clock.DayOf(unit.Now);
        await NextSteps.SetAsync(unit, cause, due < next.On ? next with { On = due < today ? today : due.Value } : next, PromiseState.Moved);
    });

    public Task<DoorChange> EndAsync(Guid id, Guid seen, CauseEnd end, Actor by) => OnAsync("CauseEnded", id, by, async (unit, cause) =>
    {
        Unit.Expect(cause, seen);
        (cause.EndedOn, cause.Outcome, cause.WorthPence) = (unit.Clock.DayOf(unit.Now), end.Outcome, end.WorthPence);
        cause.OutcomeWords = unit.Seal(cause.PersonId, CauseWords.Outcome, id, ConnectionService.Clean(end.Words));
        cause.WorthWords = unit.Seal(cause.PersonId, CauseWords.Worth, id, ConnectionService.Clean(end.Worth));
        await NextSteps.EndAsync(unit, id);
    });

    /// <summary>It was no end after all; how it had ended stays in its changes.</summary>
    public Task<DoorChange> OpenAgainAsync(Guid id, Guid seen, NextStep next, Actor by) => store.Write("CauseOpenedAgain", by, async unit =>
    {
        if (await unit.Db.Causes.FindAsync(id) is not { } cause || await ContactWriter.LivingAsync(unit, cause.PersonId) is null)
            return DoorChange.NoSuchRow;
        if (cause.EndedOn is null)
            return DoorChange.NotNow;
        Unit.Expect(cause, seen);
        (cause.EndedOn, cause.Outcome, cause.OutcomeWords, cause.WorthPence, cause.WorthWords) = (null, null, null, null, null);
        await NextSteps.SetAsync(unit, cause, next);
        return DoorChange.Done;
    });

    private Task<DoorChange> OnDeadlineAsync(string kind, Guid deadline, Guid seen, Actor by, Action<Unit, CauseDeadline> change) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.CauseDeadlines.FindAsync(deadline) is not { } row)
            return DoorChange.NoSuchRow;
        Unit.Expect(row, seen);
        change(unit, row);
        return DoorChange.Done;
    });

    private Task<DoorChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, Cause, Task> change) => store.Write(kind, by, async unit =>
    {
        if (await unit.Db.Causes.FindAsync(id) is not { } cause)
            return DoorChange.NoSuchRow;
        if (cause.EndedOn is not null)
            return DoorChange.NotNow;
        await change(unit, cause);
        return DoorChange.Done;
    });
}

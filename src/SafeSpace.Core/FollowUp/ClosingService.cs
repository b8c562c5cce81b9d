using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum FateKind
{
    /// <summary>It still holds, though the case is closed.</summary>
    Keep,
    Give,
    Release,
}

/// <summary>What happens to one open promise, or to one thing that is still to do, when its case closes.</summary>
/// <param name="Id">Of the promise or the task.</param>
/// <param name="To">Who keeps or does it now, of <see cref="FateKind.Give"/>; null is anybody.</param>
/// <param name="Word">Why it is released.</param>
public sealed record Fate(Guid Id, FateKind Kind, UserId? To = null, string? Word = null);

/// <summary>What became of closing: the case moved or did not; or something is open that nobody said anything about.</summary>
public sealed record Closing(CaseMove Move, bool SomethingLeft = false);

/// <summary>
/// What another room knows of what happened since a case was closed, when that is undone. Listed in <c>House.ReopenSteps</c>.
/// </summary>
public interface IReopenStep
{
    /// <summary>Takes out what must stay ended, and from a row the peer whom it must not be given to again.</summary>
    Task LookAsync(Unit unit, PersonId person, List<Promise> promises, List<SupportTask> tasks);
}

/// <summary>Closes a case together with what was promised and what is still to do, in one unit: nothing vanishes with its case; and takes a closing back, with what it ended.</summary>
public sealed class ClosingService(GroupStore store, params IReadOnlyList<IReopenStep> steps)
{
    /// <summary>The kind of the operation.</summary>
    private const string Closed = "CaseClosed";

    public Task<Closing> CloseAsync(PersonId person, DateOnly on, string? reason, string? howThingsAre, IReadOnlyList<Fate> fates, Actor by, bool helpersMayHear = false) =>
        store.Write(Closed, by, async unit =>
        {
            var promises = await unit.Db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Open && p.For == null).ToListAsync();
            var tasks = await unit.Db.SupportTasks.Where(t => t.PersonId == person && t.State == TaskState.Open).ToListAsync();
            if (promises.Select(p => p.Id).Concat(tasks.Select(t => t.Id)).Except(fates.Select(f => f.Id)).Any())
                return new Closing(CaseMove.Done, SomethingLeft: true);
            var move = await CaseWriter.CloseAsync(unit, person, on, reason, howThingsAre, helpersMayHear);
            if (move != CaseMove.Done)
                return new Closing(move);
            foreach (var promise in promises)
            {
                var fate = fates.First(f => f.Id == promise.Id);
                if (fate.Kind == FateKind.Release)
                    PromiseWriter.End(unit, promise, PromiseState.Released, fate.Word);
                else if (fate.Kind == FateKind.Give)
                    promise.PeerId = fate.To;
            }

            foreach (var task in tasks)
            {
                var fate = fates.First(f => f.Id == task.Id);
                if (fate.Kind == FateKind.Release)
                    TaskWriter.End(unit, task, TaskState.Dropped, fate.Word);
                else if (fate.Kind == FateKind.Give)
                    task.PeerId = fate.To;
            }

            return new Closing(CaseMove.Done);
        });

    /// <summary>
    /// It was closed by mistake: the same spell goes on, and what was released with it is promised and to do again, unless the same was promised
    /// since; anybody's, where the two must be kept apart by now. Whom the rest was given to keeps it.
    /// </summary>
    public Task<CaseMove> UndoAsync(PersonId person, Actor by, string? why) => store.Write("CaseCloseUndone", by, async unit =>
    {
        if (await unit.Db.PeopleWithMerged.AnyAsync(p => p.Id == person && p.DiedAt != null))
            return CaseMove.Died;
        var spell = await CaseWriter.NewestSpellAsync(unit, person);
        var move = await CaseWriter.UndoCloseAsync(unit, person);
        if (move == CaseMove.Done && await ClosedAtAsync(unit, person, spell!) is { } closed)
            await BringBackAsync(unit, person, closed);
        return move;
    }, why);

    /// <summary>When this spell was closed here; null where it was closed otherwise: with a referral that was not taken on, by an import.</summary>
    private static async Task<DateTime?> ClosedAtAsync(Unit unit, PersonId person, Spell spell)
    {
        var once = unit.Db.PeopleWithMerged.Where(p => p.Id == person || p.MergedIntoId == person).Select(p => (PersonId?)p.Id);
        var closings = await unit.Db.OperationParts.Where(p => once.Contains(p.PersonId)).Join(unit.Db.Operations.Where(o => o.Kind == Closed), p => p.Sequence, o => o.Sequence, (_, o) => new { o.Sequence, o.At, o.Rows })
            .OrderByDescending(o => o.Sequence).ToListAsync();
        return closings.Find(c => RowList.Read(c.Rows).Any(r => r.RowId == spell.Id.Value))?.At;
    }

    private async Task BringBackAsync(Unit unit, PersonId person, DateTime closed)
    {
        var open = await unit.Db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Open && p.For == null).ToListAsync();
        var promises = await unit.Db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Released && p.EndedAt == closed && p.For == null).ToListAsync();
        var tasks = await unit.Db.SupportTasks.Where(t => t.PersonId == person && t.State == TaskState.Dropped && t.EndedAt == closed).ToListAsync();
        promises.RemoveAll(promise => open.Exists(p => (p.PeerId, p.DueOn, p.Visit, p.ForId) == (promise.PeerId, promise.DueOn, promise.Visit, promise.ForId)));
        foreach (var step in steps)
            await step.LookAsync(unit, person, promises, tasks);
        foreach (var promise in promises)
            (promise.State, promise.EndedAt, promise.Words) = (PromiseState.Open, null, null);
        foreach (var task in tasks)
            (task.State, task.EndedAt, task.EndedById, task.Outcome) = (TaskState.Open, null, null, null);
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>What became of deciding a pair.</summary>
public enum PairOutcome
{
    Done,

    /// <summary>One of the two is not in the register, or both are one record.</summary>
    NoSuchPair,

    /// <summary>One of the two stands merged into another already.</summary>
    MergedAlready,

    /// <summary>It was decided so before; nothing changed.</summary>
    DecidedAlready,
}

/// <summary>What became of undoing a merge.</summary>
public enum UndoOutcome
{
    Done,
    NoSuchMerge,
    UndoneAlready,

    /// <summary>One of the two was joined with a third since: that has to be undone first.</summary>
    UndoLaterFirst,
}

/// <summary>People decide whether two records are one person. Every decision is recorded and can be taken back.</summary>
public sealed class DuplicateService(GroupStore store, IReadOnlyList<IMergeStep> steps)
{
    /// <summary>They are one person: the other record's rows come to the kept one.</summary>
    /// <param name="kept">Whose reference stays.</param>
    public Task<PairOutcome> SameAsync(PersonId kept, PersonId gone, string? why, Actor by) =>
        store.Write("PersonMerged", by, async unit =>
        {
            await unit.AloneAsync(); // a row saved meanwhile would not be seen, and stay behind; one saved later is told of the merge
            var (refused, keep, go) = await PairAsync(unit, kept, gone);
            if (refused is { } no)
                return no;
            await DecideAsync(unit, keep!.Id, go!.Id, PairVerdict.Same, why);
            await Merger.MergeAsync(unit, keep, go, steps);
            return PairOutcome.Done;
        }, why);

    /// <summary>They are two people: the pair is not offered again.</summary>
    public Task<PairOutcome> DifferentAsync(PersonId one, PersonId other, string? why, Actor by) =>
        store.Write("PairKeptApart", by, async unit =>
        {
            var (refused, first, second) = await PairAsync(unit, one, other);
            if (refused is { } no)
                return no;
            return await DecideAsync(unit, first!.Id, second!.Id, PairVerdict.Different, why) ? PairOutcome.Done : PairOutcome.DecidedAlready;
        }, why);

    /// <summary>Takes "two people" back: the pair may be offered again.</summary>
    public Task TakeBackAsync(Guid decision, Actor by, string? why) =>
        store.Write("PairDecisionTakenBack", by, async unit =>
        {
            var row = await unit.Db.PairDecisions.SingleAsync(d => d.Id == decision && d.Verdict == PairVerdict.Different);
            row.TakenBackAt ??= unit.Now;
            await LookAgainAsync(unit, row.FirstId, row.SecondId);
        }, why);

    /// <summary>The rows that came after a merge, about which undoing it asks. Changes nothing.</summary>
    public Task<IReadOnlyList<LaterRow>> LaterRowsAsync(Guid merge) =>
        store.Write<IReadOnlyList<LaterRow>>("MergeLookedAt", Actor.System, async unit =>
            await unit.Db.Merges.SingleOrDefaultAsync(m => m.Id == merge) is { } row ? await MergeUndo.LaterAsync(unit, row) : []);

    /// <summary>Parts the two records as they were. Later rows go where <paramref name="toGone"/> says.</summary>
    public Task<UndoOutcome> UndoAsync(Guid id, IReadOnlySet<Guid> toGone, Actor by, string? why) =>
        store.Write("MergeUndone", by, async unit =>
        {
            await unit.AloneAsync();
            var merge = await unit.Db.Merges.SingleOrDefaultAsync(m => m.Id == id);
            if (merge is null)
                return UndoOutcome.NoSuchMerge;
            if (merge.UndoneAt is not null)
                return UndoOutcome.UndoneAlready;
            var others = await unit.Db.Merges.Where(m => m.UndoneAt == null && m.Id != id && (m.KeptId == merge.KeptId || m.GoneId == merge.KeptId)).ToListAsync();
            if (others.Any(m => m.GoneId == merge.KeptId || m.At > merge.At))
                return UndoOutcome.UndoLaterFirst;
            await MergeUndo.UndoAsync(unit, merge, toGone, steps);
            foreach (var decision in await Of(unit, merge.KeptId, merge.GoneId).ToListAsync())
                decision.TakenBackAt = unit.Now;
            await LookAgainAsync(unit, merge.KeptId, merge.GoneId);
            return UndoOutcome.Done;
        }, why);

    private static async Task<(PairOutcome? Refused, Person? One, Person? Other)> PairAsync(Unit unit, PersonId one, PersonId other)
    {
        var first = await unit.Db.PeopleWithMerged.SingleOrDefaultAsync(p => p.Id == one);
        var second = await unit.Db.PeopleWithMerged.SingleOrDefaultAsync(p => p.Id == other);
        PairOutcome? refused = first is null || second is null || one == other ? PairOutcome.NoSuchPair
            : first.MergedIntoId == other || second.MergedIntoId == one ? PairOutcome.DecidedAlready
            : first.MergedIntoId is not null || second.MergedIntoId is not null ? PairOutcome.MergedAlready
            : null;
        return (refused, first, second);
    }

    private static async Task<bool> DecideAsync(Unit unit, PersonId one, PersonId other, PairVerdict verdict, string? why)
    {
        var (first, second) = PairFinder.Ordered(one, other);
        foreach (var earlier in await Of(unit, first, second).ToListAsync())
        {
            if (earlier.Verdict == verdict)
                return false;
            earlier.TakenBackAt = unit.Now;
        }

        var decision = new PairDecision { Id = Ids.New(), FirstId = first, SecondId = second, Verdict = verdict, DecidedAt = unit.Now, DecidedById = unit.By.Id, DecidedByName = unit.By.Name };
        decision.Why = unit.Seal(first, PersonWords.DecisionWhy, decision.Id, why);
        unit.Db.PairDecisions.Add(decision);
        unit.Db.PairOffers.RemoveRange(await unit.Db.PairOffers.Where(o => o.FirstId == first && o.SecondId == second).ToListAsync());
        return true;
    }

    private static IQueryable<PairDecision> Of(Unit unit, PersonId one, PersonId other)
    {
        var (first, second) = PairFinder.Ordered(one, other);
        return unit.Db.PairDecisions.Where(d => d.FirstId == first && d.SecondId == second && d.TakenBackAt == null);
    }

    private static async Task LookAgainAsync(Unit unit, params PersonId[] people)
    {
        foreach (var person in people)
            await PairQueue.AddAsync(unit, person);
    }
}

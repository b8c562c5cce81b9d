using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum PromiseFateKind
{
    /// <summary>It still holds, though the case is closed.</summary>
    Keep,
    Give,
    Release,
}

/// <summary>What happens to one open promise when its case closes.</summary>
/// <param name="To">Who keeps it now, of <see cref="PromiseFateKind.Give"/>; null is anybody.</param>
/// <param name="Word">Why it is released.</param>
public sealed record PromiseFate(Guid PromiseId, PromiseFateKind Kind, UserId? To = null, string? Word = null);

/// <summary>What became of closing: the case moved or did not; or a promise is open that nobody said anything about.</summary>
public sealed record Closing(CaseMove Move, bool PromisesLeft = false);

/// <summary>Closes a case together with what was promised, in one unit: no promise vanishes with its case.</summary>
public sealed class ClosingService(GroupStore store)
{
    public Task<Closing> CloseAsync(PersonId person, DateOnly on, string? reason, string? howThingsAre, IReadOnlyList<PromiseFate> fates, Actor by, bool helpersMayHear = false) =>
        store.Write("CaseClosed", by, async unit =>
        {
            var open = await unit.Db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Open && p.For == null).ToListAsync();
            if (open.Exists(p => fates.All(f => f.PromiseId != p.Id)))
                return new Closing(CaseMove.Done, PromisesLeft: true);
            var move = await CaseWriter.CloseAsync(unit, person, on, reason, howThingsAre, helpersMayHear);
            if (move != CaseMove.Done)
                return new Closing(move);
            foreach (var promise in open)
            {
                var fate = fates.First(f => f.PromiseId == promise.Id);
                if (fate.Kind == PromiseFateKind.Release)
                    PromiseWriter.End(unit, promise, PromiseState.Released, fate.Word);
                else if (fate.Kind == PromiseFateKind.Give)
                    promise.PeerId = fate.To;
            }

            return new Closing(CaseMove.Done);
        });
}

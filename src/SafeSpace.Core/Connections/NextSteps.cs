using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections;

/// <summary>What goes on for somebody until it is closed, and so always has a next step.</summary>
public interface IGoesOn
{
    Guid Id { get; }

    PersonId PersonId { get; }

    PromiseFor StepFor { get; }
}

/// <summary>When it is thought of next, and by whom.</summary>
/// <param name="By">Null leaves it with whoever has it; nobody yet: anybody.</param>
public sealed record NextStep(DateOnly On, TimeOnly? At = null, PromiseKeeper? By = null);

/// <summary>The next step of what goes on is a promise like any other: late, given, nobody's, in the same lists. There is one, until it is closed.</summary>
public static class NextSteps
{
    public static IQueryable<Promise> Of(GroupDb db, Guid id) => db.Promises.Where(p => p.For != null && p.ForId == id && p.State == PromiseState.Open);

    /// <summary>The step that stood is done (or moved), and this one stands instead.</summary>
    public static async Task SetAsync(Unit unit, IGoesOn row, NextStep next, PromiseState was = PromiseState.Kept)
    {
        var open = await Of(unit.Db, row.Id).ToListAsync();
        var keeper = next.By is { } by ? by.Peer : open.FirstOrDefault()?.PeerId;
        if (keeper is { } peer && !await PeersWhoRing.IsAsync(unit.Db, peer))
            keeper = null;
        foreach (var promise in open)
            PromiseWriter.End(unit, promise, was);
        await unit.Db.SaveChangesAsync();
        await PromiseWriter.MakeAsync(unit, row.PersonId, keeper, new PromiseDetails(next.On, next.At), previous: open.FirstOrDefault()?.Id, step: row.StepFor, forId: row.Id);
    }

    /// <summary>It is closed: nothing is to be done any more.</summary>
    public static async Task EndAsync(Unit unit, Guid id, PromiseState was = PromiseState.Kept)
    {
        foreach (var promise in await Of(unit.Db, id).ToListAsync())
            PromiseWriter.End(unit, promise, was);
    }
}

/// <summary>What became of a change to something that goes on.</summary>
public enum DoorChange
{
    Done,
    NoSuchRow,
    NoSuchPerson,
    NoSuchPartner,

    /// <summary>It takes nobody any more.</summary>
    PartnerClosed,

    /// <summary>It is closed, or not there yet where this can be said.</summary>
    NotNow,

    /// <summary>Somebody else took it first.</summary>
    Taken,

    /// <summary>The offer comes later than it should: a word why is needed.</summary>
    LateNeedsWhy,

    /// <summary>The two must be kept apart.</summary>
    KeptApart,
    NoSuchPeer,

    /// <summary>They said no to our telling other services about them.</summary>
    TheyObject,
}

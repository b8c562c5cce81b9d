using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

/// <summary>A call or visit that somebody is told to expect.</summary>
/// <param name="At">The time that was said, if one was.</param>
public sealed record PromiseDetails(DateOnly On, TimeOnly? At = null, bool Visit = false, PromiseAsked? AskedBy = null);

/// <summary>Whom the person is told to expect: a peer, or (null) whoever is on.</summary>
public readonly record struct PromiseKeeper(UserId? Peer);

/// <summary>Writes promises inside a unit of work.</summary>
public static class PromiseWriter
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Words = "promise.words";

    /// <summary>Makes a promise. The same peer promising the same day again says only the time anew.</summary>
    public static async Task<Promise> MakeAsync(Unit unit, PersonId person, UserId? peer, PromiseDetails details, Guid? contact = null, Guid? id = null, Guid? previous = null, PromiseFor? step = null, Guid? forId = null)
    {
        var dueAt = details.At is { } time ? unit.Clock.ToUtc(new LocalMoment(details.On, time)) : (DateTime?)null;
        var promise = await unit.Db.Promises.FirstOrDefaultAsync(p =>
            p.PersonId == person && p.PeerId == peer && p.DueOn == details.On && p.Visit == details.Visit && p.State == PromiseState.Open && p.For == step && p.ForId == forId);
        if (promise is null)
        {
            promise = new Promise
            {
                Id = id ?? Ids.New(),
                PersonId = person,
                PeerId = peer,
                DueOn = details.On,
                Visit = details.Visit,
                For = step,
                ForId = forId,
                State = PromiseState.Open,
                MadeAt = unit.Now,
                MadeById = unit.By.Id,
                MadeInContactId = contact,
                PreviousId = previous,
            };
            unit.Db.Promises.Add(promise);
        }

        promise.DueAt = dueAt ?? promise.DueAt;
        promise.AskedBy = details.AskedBy ?? promise.AskedBy;
        return promise;
    }

    /// <summary>What this peer (or anybody) promised this person for today or before: a call now keeps it.</summary>
    public static IQueryable<Promise> DueBy(GroupDb db, PersonId person, UserId? peer, DateOnly today) =>
        db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Open && p.For == null && p.DueOn <= today && (p.PeerId == peer || p.PeerId == null));

    public static void End(Unit unit, Promise promise, PromiseState state, string? words = null, Guid? contact = null)
    {
        promise.State = state;
        promise.EndedAt = unit.Now;
        promise.KeptByContactId = contact;
        promise.Words = unit.Seal(promise.PersonId, Words, promise.Id, string.IsNullOrWhiteSpace(words) ? null : words);
    }
}

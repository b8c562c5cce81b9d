using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>Calls and visits that go on now: begun, hung up, ended by a word that they came to nothing. Logging the contact ends them: <see cref="CallWriter"/>.</summary>
public sealed class CallService(GroupStore store)
{
    /// <summary>Begins a call. Begun twice by the same peer with the same person, it is one.</summary>
    /// <returns>Null when there is no such person.</returns>
    public async Task<CallUnderWay?> StartAsync(PersonId? person, UserId peer, ContactKind kind, Actor by, Guid? id = null)
    {
        try
        {
            return await WriteAsync(person, peer, kind, by, id);
        }
        catch (DbUpdateException)
        {
            // The same peer began it at another node in the same moment: that one stands.
            return await WriteAsync(person, peer, kind, by, id);
        }
    }

    /// <summary>They hung up: the length is known, the notes go on. Said again, the first moment stands.</summary>
    public Task<bool> StopAsync(Guid id, Actor by) =>
        store.Write("CallStopped", by, async unit =>
        {
            if (await unit.Db.CallsUnderWay.FindAsync(id) is not { EndedAt: null } call)
                return false;
            call.StoppedAt ??= unit.Now;
            return true;
        });

    /// <summary>It came to nothing: a wrong number, a button pressed by mistake. No contact is made.</summary>
    public Task<bool> NothingAsync(Guid id, Actor by) =>
        store.Write("CallCameToNothing", by, async unit =>
        {
            if (await unit.Db.CallsUnderWay.FindAsync(id) is not { EndedAt: null } call)
                return false;
            call.EndedAt = unit.Now;
            return true;
        });

    private Task<CallUnderWay?> WriteAsync(PersonId? person, UserId peer, ContactKind kind, Actor by, Guid? id) =>
        store.Write<CallUnderWay?>("CallStarted", by, async unit =>
        {
            PersonId? standing = null;
            if (person is { } named && (standing = await ContactWriter.StandingAsync(unit, named)) is null)
                return null;
            if (id is { } given && await unit.Db.CallsUnderWay.FindAsync(given) is { } before)
                return before;
            if (standing is not null && await unit.Db.CallsUnderWay.FirstOrDefaultAsync(c => c.EndedAt == null && c.PeerId == peer && c.PersonId == standing) is { } open)
                return open;
            var call = new CallUnderWay { Id = id ?? Ids.New(), PersonId = standing, PeerId = peer, Kind = kind, StartedAt = unit.Now };
            unit.Db.CallsUnderWay.Add(call);
            return call;
        });
}

/// <summary>What a call that was begun says of the contact it becomes.</summary>
public static class CallWriter
{
    /// <summary>Longer than this, and somebody forgot to stop it: the length is not known.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(4);

    /// <summary>Whole minutes, a begun one counted; null when nobody can know.</summary>
    public static int? Minutes(this CallUnderWay call, DateTime now)
    {
        var length = (call.StoppedAt ?? now) - call.StartedAt;
        return length > Longest || length < TimeSpan.Zero ? null : Math.Max(1, (int)Math.Ceiling(length.TotalMinutes));
    }

    /// <summary>
    /// The contact's own call (the same id), or the one this peer has begun with this person: when and how long are taken from it
    /// where nobody said so. A contact of another day than now has nothing to do with it.
    /// </summary>
    public static async Task<(ContactDetails Contact, CallUnderWay? Call)> FillAsync(Unit unit, ContactDetails contact)
    {
        var call = await unit.Db.CallsUnderWay.FindAsync(contact.Id.Value);
        if (call is null && contact is { PersonId: { } person, PeerId: { } peer } && (contact.At is not { } at || at >= unit.Now.AddHours(-1)))
            call = await unit.Db.CallsUnderWay.FirstOrDefaultAsync(c => c.EndedAt == null && c.PeerId == peer && c.PersonId == person);
        if (call is not { EndedAt: null })
            return (contact, null);
        var minutes = contact.Minutes ?? (contact.Kind.HasLength() ? call.Minutes(unit.Now) : null);
        return (contact with { At = contact.At ?? call.StartedAt, Minutes = minutes }, call);
    }

    public static void End(Unit unit, CallUnderWay call, Contact contact)
    {
        call.EndedAt = unit.Now;
        call.ContactId = contact.Id;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

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
    /// <param name="own">The call with the contact's own id.</param>
    public static async Task<(ContactDetails Contact, CallUnderWay? Call)> FillAsync(Unit unit, ContactDetails contact, CallUnderWay? own)
    {
        var call = own;
        if (call is null && contact is { PersonId: { } person, PeerId: { } peer } && (contact.At is not { } at || at >= unit.Now.AddHours(-1)))
            call = await Between.AskAsync(unit.Db, peer, person);
        if (call is not { EndedAt: null })
            return (contact, null);
        var minutes = contact.Minutes ?? (contact.Kind.HasLength() ? call.Minutes(unit.Now) : null);
        return (contact with { At = contact.At ?? call.StartedAt, Minutes = minutes }, call);
    }

    private static readonly Question<UserId, PersonId, CallUnderWay?> Between =
        new((db, peer, person) => db.Set<CallUnderWay>().FirstOrDefault(c => c.EndedAt == null && c.PeerId == peer && c.PersonId == person));

    public static void End(Unit unit, CallUnderWay call, Contact contact)
    {
        call.EndedAt = unit.Now;
        call.ContactId = contact.Id;
    }
}

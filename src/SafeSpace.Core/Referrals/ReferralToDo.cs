using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Referrals;

public enum ToDoKind
{
    /// <summary>Nobody has decided yet.</summary>
    Decide,

    /// <summary>Taken on without a word of whom it was talked through with.</summary>
    TalkWithReferrer,

    /// <summary>What the person needs was not written down.</summary>
    HearNeeds,

    /// <summary>The referrer still owes us something.</summary>
    StillOwed,
}

/// <summary>Something that is missing on a person's referrals.</summary>
/// <param name="Words">What is owed; else empty.</param>
/// <param name="OwedId">The owed item, to say that it came; else empty.</param>
public sealed record ToDo(ToDoKind Kind, ReferralId Referral, DateTime Since, string? Words = null, Guid? OwedId = null);

/// <summary>A referral saves with almost nothing; what is missing is asked for here, on the person's page.</summary>
public static class ReferralToDo
{
    /// <param name="db">Read only.</param>
    /// <param name="vault">Opens what is owed.</param>
    /// <param name="person">Whose page it is.</param>
    public static async Task<IReadOnlyList<ToDo>> OfAsync(GroupDb db, Vault vault, PersonId person)
    {
        var referrals = await db.Referrals.AsNoTracking().Where(r => r.PersonId == person && r.Channel != Channel.Import)
            .OrderByDescending(r => r.Day).ThenByDescending(r => r.Order)
            .Select(r => new { r.Id, r.ReceivedAt, r.Outcome, r.TalkedWith, HasNeeds = r.Needs != null }).Take(20).ToListAsync();
        var owed = await db.OwedItems.AsNoTracking().Where(o => o.PersonId == person && o.CameAt == null).OrderBy(o => o.AskedAt).ToListAsync();
        var todo = referrals.Where(r => r.Outcome == ReferralOutcome.Waiting).Select(r => new ToDo(ToDoKind.Decide, r.Id, r.ReceivedAt)).ToList();
        if (referrals.FirstOrDefault() is { } newest)
        {
            if (newest.Outcome == ReferralOutcome.TakenOn && newest.TalkedWith is null)
                todo.Add(new ToDo(ToDoKind.TalkWithReferrer, newest.Id, newest.ReceivedAt));
            if (newest.Outcome is ReferralOutcome.TakenOn or ReferralOutcome.Waiting && !newest.HasNeeds)
                todo.Add(new ToDo(ToDoKind.HearNeeds, newest.Id, newest.ReceivedAt));
        }

        todo.AddRange(owed.Select(o => new ToDo(ToDoKind.StillOwed, o.ReferralId, o.AskedAt, vault.Open(ReferralWords.Owed, o.Id, o.What), o.Id)));
        return todo;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Handover;

/// <summary>What the log says of one person in a stretch of time.</summary>
/// <param name="Contacts">The oldest first.</param>
/// <param name="Referred">Referrals that came in.</param>
/// <param name="Waits">One of them, or an older one, has no answer yet.</param>
/// <param name="Promises">Open ones, due tomorrow at the latest.</param>
/// <param name="UnderWay">A call goes on just now.</param>
public sealed record PersonFacts(
    Person Person, IReadOnlyList<Contact> Contacts, int Referred, bool Waits, IReadOnlyList<Promise> Promises, bool UnderWay, bool NotSpokenWithYet)
{
    /// <summary>Tried in the stretch and never reached.</summary>
    public bool TriedAlone => Contacts.Count > 0 && Contacts.All(c => c.Kind == ContactKind.NoAnswer);

    public bool IsOpen => Waits || Promises.Count > 0 || UnderWay || TriedAlone || (NotSpokenWithYet && Referred > 0);
}

/// <summary>What a handover is written from: the log of the shift and what is open now. It suggests; whoever leaves decides.</summary>
/// <param name="More">There were more people than a handover is written from: it says so.</param>
public sealed record HandoverFacts(IReadOnlyList<PersonFacts> People, int CallersUnknown, bool More = false)
{
    /// <summary>A shift is written from at most as many people; the rest is in the diary.</summary>
    public const int MostPeople = 150;

    private const int MostContacts = 1000;

    public static async Task<HandoverFacts> ReadAsync(GroupDb db, GroupClock clock, DateTime from, DateTime until)
    {
        var contacts = await db.Contacts.AsNoTracking().Where(c => c.At >= from && c.At <= until && c.CorrectedById == null).OrderBy(c => c.At).Take(MostContacts).ToListAsync();
        var firstDay = clock.DayOf(from);
        var referred = await db.Referrals.AsNoTracking().Where(r => r.Day >= firstDay && r.ReceivedAt >= from && r.ReceivedAt <= until).Select(r => r.PersonId).ToListAsync();
        var waiting = await db.Referrals.AsNoTracking().Where(r => r.Outcome == ReferralOutcome.Waiting).OrderBy(r => r.ReceivedAt).Take(MostPeople).Select(r => r.PersonId).ToListAsync();
        var tomorrow = clock.Today.AddDays(1);
        var promises = await db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= tomorrow).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).Take(MostPeople).ToListAsync();
        var calls = await db.CallsUnderWay.AsNoTracking().Where(c => c.EndedAt == null && c.PersonId != null).Select(c => c.PersonId!.Value).ToListAsync();
        var ids = contacts.Select(c => c.PersonId).OfType<PersonId>().Concat(referred).Concat(waiting).Concat(promises.Select(p => p.PersonId)).Concat(calls).Distinct().ToList();
        var more = ids.Count > MostPeople || contacts.Count == MostContacts || waiting.Count == MostPeople || promises.Count == MostPeople;
        ids = [.. ids.Take(MostPeople)];
        var people = await db.LivingPeople.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync();
        var unspoken = (await db.Cases.AsNoTracking().Where(c => ids.Contains(c.PersonId) && c.State == CaseState.Open && c.FirstAnsweredAt == null).Select(c => c.PersonId).ToListAsync()).ToHashSet();
        return new HandoverFacts(
            [.. people.OrderBy(p => ids.IndexOf(p.Id)).Select(p => new PersonFacts(
                p,
                [.. contacts.Where(c => c.PersonId == p.Id)],
                referred.Count(r => r == p.Id),
                waiting.Contains(p.Id),
                [.. promises.Where(r => r.PersonId == p.Id)],
                calls.Contains(p.Id),
                unspoken.Contains(p.Id)))],
            contacts.Count(c => c.PersonId is null),
            more);
    }

    /// <summary>Where the next handover begins: where the last one ended, at most a day ago; else twelve hours ago.</summary>
    public static async Task<DateTime> BeginsAsync(GroupDb db, DateTime now)
    {
        var last = await db.Handovers.Where(h => h.SignedAt != null).OrderByDescending(h => h.SignedAt).Select(h => (DateTime?)h.Until).FirstOrDefaultAsync();
        return last is { } until && until > now.AddHours(-24) ? until : now.AddHours(-12);
    }
}

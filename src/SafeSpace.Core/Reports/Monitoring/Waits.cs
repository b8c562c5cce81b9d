using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>One referral that was taken on, and when its person was first tried and first spoken with in that spell.</summary>
internal sealed record Wait(DateOnly Day, DateTime? TakenOnAt, DateTime? TriedAt, DateTime? AnsweredAt);

/// <summary>A try or an answered contact that came after a referral was taken on, in the spell it opened.</summary>
internal sealed class WaitContact
{
    public ReferralId ReferralId { get; init; }

    public DateTime At { get; init; }

    public ContactKind Kind { get; init; }
}

/// <summary>Waiting from being taken on to the first answered contact, from what is kept of each referral.</summary>
internal static class Waits
{
    private static readonly ContactKind[] Answering = [.. Enum.GetValues<ContactKind>().Where(kind => kind.IsAnswered())];
    private static readonly ContactKind[] Trying = [.. Answering, ContactKind.NoAnswer];

    /// <summary>Referrals of the period that opened a spell and were taken on.</summary>
    public static IQueryable<Referral> Base(GroupDb db, Month from, Month to) =>
        // Said by what it is not: with an "equals" SQLite would walk every referral ever taken on, instead of the days of the period.
        db.Referrals.AsNoTracking().Where(r =>
            r.Day >= from.FirstDay && r.Day <= to.LastDay && r.Kind != ReferralKind.Double
            && r.Outcome != ReferralOutcome.Waiting && r.Outcome != ReferralOutcome.PointedElsewhere && r.Outcome != ReferralOutcome.NotNow);

    /// <summary>The same of one row.</summary>
    public static bool Counts(Referral referral) =>
        referral.Kind != ReferralKind.Double && referral.Outcome is not (ReferralOutcome.Waiting or ReferralOutcome.PointedElsewhere or ReferralOutcome.NotNow);

    /// <summary>Those whose person was spoken with.</summary>
    public static IQueryable<Referral> Answered(GroupDb db, Month from, Month to)
    {
        var reaches = db.Reaches.AsNoTracking();
        return Base(db, from, to).Where(r => reaches.Any(reached => reached.ReferralId == r.Id && reached.AnsweredAt != null));
    }

    public static IQueryable<Referral> NotYetAnswered(GroupDb db, Month from, Month to)
    {
        var reaches = db.Reaches.AsNoTracking();
        return Base(db, from, to).Where(r => !reaches.Any(reached => reached.ReferralId == r.Id && reached.AnsweredAt != null));
    }

    /// <summary>From the months that are worked out, and the rows of the others.</summary>
    public static async Task<WaitingTimes> ReadAsync(GroupDb db, GroupClock clock, Month from, Month to)
    {
        var opening = await OpeningCalendar.ReadAsync(db, clock);
        var sums = new WaitSums(clock, opening);
        var kept = new HashSet<Month>();
        if (db.Walled.Count == 0) // somebody's own view of it is not what was worked out for all
        {
            await foreach (var month in db.WaitMonths.AsNoTracking().Where(m => m.Month >= from && m.Month <= to && m.Hours == opening.Mark).AsAsyncEnumerable())
            {
                sums.Add(month.Waits!);
                kept.Add(month.Month);
            }
        }

        foreach (var (first, last) in Spans(Month.Range(from, to).Where(m => !kept.Contains(m))))
            await AddRowsAsync(db, sums, first, last);
        return sums.Sum();
    }

    /// <summary>As the rows of one month have it.</summary>
    public static async Task<WaitSums> WorkOutAsync(GroupDb db, GroupClock clock, OpeningCalendar opening, Month month)
    {
        var sums = new WaitSums(clock, opening);
        await AddRowsAsync(db, sums, month, month);
        return sums;
    }

    private static async Task AddRowsAsync(GroupDb db, WaitSums sums, Month from, Month to)
    {
        var referrals = Base(db, from, to);
        var waits = from referral in referrals
                    join reached in db.Reaches.AsNoTracking() on referral.Id equals reached.ReferralId into found
                    from reached in found.DefaultIfEmpty()
                    select new Wait(referral.Day, referral.Channel == Channel.Import ? (DateTime?)null : referral.DecidedAt, reached == null ? null : (DateTime?)reached.TriedAt, reached == null ? null : reached.AnsweredAt);
        await foreach (var wait in waits.AsAsyncEnumerable())
            sums.Add(wait);
    }

    /// <summary>Months that follow each other are asked for in one go.</summary>
    private static IEnumerable<(Month First, Month Last)> Spans(IEnumerable<Month> months)
    {
        (Month First, Month Last)? span = null;
        foreach (var month in months)
        {
            if (span is { } so && so.Last.Next == month)
            {
                span = (so.First, month);
                continue;
            }

            if (span is { } ended)
                yield return ended;
            span = (month, month);
        }

        if (span is { } last)
            yield return last;
    }

    /// <summary>As the rows have it, for whom <c>verify</c> holds it against what is kept: when each was first tried and first spoken with.</summary>
    public static async Task<Dictionary<ReferralId, (DateTime Tried, DateTime? Answered)>> CountAsync(GroupDb db, Month from, Month to) =>
        await ContactsAfter(db, from, to).GroupBy(c => c.ReferralId)
            .Select(g => new { g.Key, Tried = g.Min(c => c.At), Answered = g.Min(c => Answering.Contains(c.Kind) ? (DateTime?)c.At : null) })
            .ToDictionaryAsync(g => g.Key, g => (g.Tried, g.Answered));

    /// <summary>From being taken on (from its day on, where a spreadsheet knew no time) until the spell closed.</summary>
    private static IQueryable<WaitContact> ContactsAfter(GroupDb db, Month from, Month to)
    {
        var contacts = db.Contacts.Where(c => c.CorrectedById == null && Trying.Contains(c.Kind));
        var spells = db.Spells.AsNoTracking();
        var referrals = Base(db, from, to);
        return from referral in referrals
               from contact in contacts
               where contact.PersonId == referral.PersonId && contact.Day >= referral.Day
                   && (referral.Channel == Channel.Import || referral.DecidedAt == null || contact.At >= referral.DecidedAt)
                   && !spells.Any(s => s.Id == referral.SpellId && s.ClosedOn < contact.Day)
               select new WaitContact { ReferralId = referral.Id, At = contact.At, Kind = contact.Kind };
    }
}

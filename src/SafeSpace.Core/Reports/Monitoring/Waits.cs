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

/// <summary>Waiting from being taken on to the first answered contact, read from the contacts of each person referred in the period.</summary>
internal static class Waits
{
    public const string HoursSet = "set";
    public const string NoHours = "not set";

    private static readonly ContactKind[] Answering = [.. Enum.GetValues<ContactKind>().Where(kind => kind.IsAnswered())];
    private static readonly ContactKind[] Trying = [.. Answering, ContactKind.NoAnswer];

    /// <summary>Referrals of the period that opened a spell and were taken on.</summary>
    public static IQueryable<Referral> Base(GroupDb db, Month from, Month to) =>
        // Said by what it is not: with an "equals" SQLite would walk every referral ever taken on, instead of the days of the period.
        db.Referrals.AsNoTracking().Where(r =>
            r.Day >= from.FirstDay && r.Day <= to.LastDay && r.Kind != ReferralKind.Double
            && r.Outcome != ReferralOutcome.Waiting && r.Outcome != ReferralOutcome.PointedElsewhere && r.Outcome != ReferralOutcome.NotNow);

    /// <summary>Those whose person was spoken with.</summary>
    public static IQueryable<Referral> Answered(GroupDb db, Month from, Month to)
    {
        var answered = ContactsAfter(db, from, to).Where(c => Answering.Contains(c.Kind)).Select(c => c.ReferralId);
        return Base(db, from, to).Where(r => answered.Contains(r.Id));
    }

    public static IQueryable<Referral> NotYetAnswered(GroupDb db, Month from, Month to)
    {
        var answered = ContactsAfter(db, from, to).Where(c => Answering.Contains(c.Kind)).Select(c => c.ReferralId);
        return Base(db, from, to).Where(r => !answered.Contains(r.Id));
    }

    public static async Task<WaitingTimes> ReadAsync(GroupDb db, GroupClock clock, Month from, Month to)
    {
        var referrals = await Base(db, from, to).Select(r => new { r.Id, r.Day, r.Channel, r.DecidedAt }).ToListAsync();
        var reached = await ContactsAfter(db, from, to).GroupBy(c => c.ReferralId)
            .Select(g => new { g.Key, Tried = g.Min(c => c.At), Answered = g.Min(c => Answering.Contains(c.Kind) ? (DateTime?)c.At : null) })
            .ToDictionaryAsync(g => g.Key);
        return Summarise(
            [.. referrals.Select(r => new Wait(r.Day, r.Channel == Channel.Import ? null : r.DecidedAt, reached.GetValueOrDefault(r.Id)?.Tried, reached.GetValueOrDefault(r.Id)?.Answered))],
            clock,
            await OpeningCalendar.ReadAsync(db, clock));
    }

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

    public static WaitingTimes Summarise(IReadOnlyList<Wait> waits, GroupClock clock, OpeningCalendar opening)
    {
        var days = waits.Where(w => w.AnsweredAt is not null)
            .Select(w => clock.DayOf(w.AnsweredAt!.Value).DayNumber - (w.TakenOnAt is { } at ? clock.DayOf(at) : w.Day).DayNumber).ToList();
        var timed = waits.Where(w => w.TakenOnAt is not null).ToList();
        var open = timed.Where(w => w.AnsweredAt is not null)
            .Select(w => (All: w.AnsweredAt!.Value - w.TakenOnAt!.Value, Open: opening.OpenBetween(w.TakenOnAt.Value, w.AnsweredAt.Value))).Where(w => w.Open is not null).ToList();
        return new WaitingTimes(
            waits.Count,
            timed.Count,
            days.Count,
            waits.Count - days.Count,
            waits.Count(w => w.TriedAt is not null),
            waits.Count == 0 ? null : Math.Round(100m * days.Count / waits.Count, 1, MidpointRounding.AwayFromZero),
            days.Count(d => d <= 0),
            days.Count(d => d == 1),
            days.Count(d => d is > 1 and <= 7),
            days.Count(d => d > 7),
            MedianMinutes(timed.Select(w => w.AnsweredAt - w.TakenOnAt)),
            MedianMinutes(timed.Select(w => w.TriedAt - w.TakenOnAt)),
            opening.IsSet ? HoursSet : NoHours,
            open.Count,
            MedianMinutes(open.Select(w => w.Open)),
            open.Count == 0 ? null : (long)open.Sum(w => (w.All - w.Open!.Value).TotalHours));
    }

    private static long? MedianMinutes(IEnumerable<TimeSpan?> waits)
    {
        var sorted = waits.OfType<TimeSpan>().Order().ToList();
        return sorted.Count == 0 ? null : (long)Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]).TotalMinutes / 2, MidpointRounding.AwayFromZero);
    }
}

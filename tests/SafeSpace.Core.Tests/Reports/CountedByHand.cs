using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports;

/// <summary>The report's figures once more, from rows in memory and in the plainest way: nothing of it is shared with the report.</summary>
internal sealed class CountedByHand(MadeYear year, Month from, Month to, DateOnly on)
{
    private static readonly ContactKind[] Phone = [ContactKind.CallIn, ContactKind.CallOut];
    private static readonly ContactKind[] Flesh = [ContactKind.VisitToBuilding, ContactKind.MeetingElsewhere, ContactKind.VisitAtHome];
    private static readonly ContactKind[] Spoken = [.. Phone, .. Flesh, ContactKind.Video];

    private bool In(DateOnly day) => day >= from.FirstDay && day <= to.LastDay;

    public List<Referral> Referrals => [.. year.Referrals.Where(r => In(r.Day))];

    public List<Contact> Contacts => [.. year.Contacts.Where(c => c.CorrectedById is null && In(c.Day))];

    public List<Contact> Calls => [.. Contacts.Where(c => Phone.Contains(c.Kind))];

    public List<Contact> Visits => [.. Contacts.Where(c => Flesh.Contains(c.Kind))];

    public Dictionary<Month, int> ByMonth<T>(IEnumerable<T> rows, Func<T, DateOnly> day)
    {
        var counts = new Dictionary<Month, int>();
        for (var month = from; month <= to; month = month.Next)
            counts[month] = rows.Count(r => day(r).Year == month.Year && day(r).Month == month.Number);
        return counts;
    }

    public int KnownBy(DateOnly day) => year.Referrals.Where(r => r.Day <= day).Select(r => r.PersonId).Distinct().Count();

    public int OpenOn(DateOnly day) =>
        year.Spells.Where(s => s.OpenedOn <= day && (s.ClosedOn is null || s.ClosedOn > day)).Select(s => s.PersonId).Distinct().Count();

    public List<int> CallsOfEach => [.. Calls.Where(c => c.PersonId is not null).GroupBy(c => c.PersonId).Select(g => g.Count()).Order()];

    public decimal? Median => CallsOfEach.Count == 0 ? null : CallsOfEach.Count % 2 == 1 ? CallsOfEach[CallsOfEach.Count / 2] : (CallsOfEach[(CallsOfEach.Count / 2) - 1] + CallsOfEach[CallsOfEach.Count / 2]) / 2m;

    private IEnumerable<Referral> Firsts => year.Referrals.Where(r => r.Kind == ReferralKind.First && r.Day <= on);

    public List<(PersonId Person, HashSet<string> Factors)> FromReferrer => [.. Firsts.Select(r =>
        (r.PersonId, year.Factors.Where(f => f.ReferralId == r.Id.Value && f.SeenBy == SeenBy.Referrer && f.TakenBackAt is null).Select(f => f.Factor).ToHashSet()))];

    public List<(PersonId Person, HashSet<string> Factors)> FromPeers => [.. Firsts.Select(r =>
        (r.PersonId, year.Factors.Where(f => f.PersonId == r.PersonId && f.SeenBy == SeenBy.Peers && f.Day <= on && f.TakenBackAt is null).Select(f => f.Factor).ToHashSet()))];

    public FactorView View(string factor) => new(
        factor,
        FactorNames.Of(factor),
        FromReferrer.Count(p => p.Factors.Contains(factor)),
        FromPeers.Count(p => p.Factors.Contains(factor)),
        FromPeers.Count(p => p.Factors.Contains(factor) && !FromReferrer.Single(r => r.Person == p.Person).Factors.Contains(factor)));

    public Dictionary<string, int> Genders => Referrals.Select(r => r.PersonId).Distinct()
        .Select(id => year.People.Single(p => p.Id == id).Gender?.Trim().ToLowerInvariant() is { Length: > 0 } words ? words : "not said")
        .GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count());

    public List<(Referral Referral, DateTime? Tried, DateTime? Answered)> Waits => [.. Referrals
        .Where(r => r.Outcome == ReferralOutcome.TakenOn && r.Kind != ReferralKind.Double)
        .Select(r =>
        {
            var closed = year.Spells.SingleOrDefault(s => s.Id == r.SpellId)?.ClosedOn;
            var after = year.Contacts.Where(c => c.CorrectedById is null && c.PersonId == r.PersonId && c.Day >= r.Day && (closed is null || c.Day <= closed)
                && (r.Channel == Channel.Import || c.At >= r.DecidedAt)).OrderBy(c => c.At).ToList();
            return (r, after.FirstOrDefault(c => Spoken.Contains(c.Kind) || c.Kind == ContactKind.NoAnswer)?.At, after.FirstOrDefault(c => Spoken.Contains(c.Kind))?.At);
        })];
}

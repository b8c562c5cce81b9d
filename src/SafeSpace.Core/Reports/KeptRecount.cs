using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>
/// Counts kept figures again from their rows and says, in sentences, where the two differ; none means all agree.
/// Reads every row: for <c>verify</c>, never for a page. Contacts go a month at a time, so memory stays small.
/// </summary>
public static class KeptRecount
{
    public static async Task<IReadOnlyList<string>> RunAsync(GroupDb db, GroupClock clock)
    {
        var sentences = new List<string>();
        foreach (var month in await MonthsAsync(db))
            await RecountMonthAsync(db, month, sentences);
        var differ = await db.PersonMonths.GroupBy(m => m.PersonId)
            .CountAsync(g => g.Sum(m => m.Month == PersonMonth.All ? m.Calls : -m.Calls) != 0 || g.Sum(m => m.Month == PersonMonth.All ? m.Contacts : -m.Contacts) != 0);
        if (differ > 0)
            sentences.Add($"Calls of each person in all months together: what is kept differs from the months for {differ} people.");
        await RecountSpellsAsync(db, sentences);
        await RecountReferralsAsync(db, sentences);
        await RecountFactorsAsync(db, sentences);
        await RecountReachesAsync(db, sentences);
        await RecountWaitsAsync(db, clock, sentences);
        await RecountReferredAsync(db, sentences);
        return sentences;
    }

    private static async Task<IReadOnlyList<Month>> MonthsAsync(GroupDb db)
    {
        var months = (await db.ContactMonths.Select(m => m.Month).Distinct().ToListAsync()).ToHashSet();
        months.UnionWith(await db.PersonMonths.Where(m => m.Month != PersonMonth.All).Select(m => m.Month).Distinct().ToListAsync());
        if (await db.Contacts.MinAsync(c => (DateOnly?)c.Day) is { } first && await db.Contacts.MaxAsync(c => (DateOnly?)c.Day) is { } last)
            months.UnionWith(Month.Range(Month.Of(first), Month.Of(last)));
        return [.. months.Order()];
    }

    private static async Task RecountMonthAsync(GroupDb db, Month month, List<string> sentences)
    {
        var kinds = new Dictionary<ContactKind, (int Contacts, long Minutes, int Unknown)>();
        var people = new Dictionary<PersonId, (int Calls, int Contacts)>();
        await foreach (var row in ContactsOf(db, month).AsAsyncEnumerable())
        {
            var sum = kinds.GetValueOrDefault(row.Kind);
            kinds[row.Kind] = (sum.Contacts + 1, sum.Minutes + (row.Minutes ?? 0), sum.Unknown + (row.Minutes is null ? 1 : 0));
            if (row.PersonId is not { } person)
                continue;
            var had = people.GetValueOrDefault(person);
            people[person] = (had.Calls + (row.Kind.IsCall() ? 1 : 0), had.Contacts + 1);
        }

        var kept = await db.ContactMonths.Where(m => m.Month == month).GroupBy(m => m.Kind)
            .Select(g => new { Kind = g.Key, Contacts = g.Sum(m => m.Contacts), Minutes = g.Sum(m => m.Minutes), Unknown = g.Sum(m => m.MinutesUnknown) })
            .ToDictionaryAsync(m => m.Kind, m => (m.Contacts, m.Minutes, m.Unknown));
        foreach (var kind in kinds.Keys.Union(kept.Keys).Order())
            if (kinds.GetValueOrDefault(kind) != kept.GetValueOrDefault(kind))
                sentences.Add($"Contacts of the kind {kind} in {month}: {kept.GetValueOrDefault(kind).Contacts} with {kept.GetValueOrDefault(kind).Minutes} minutes are kept, the diary has {kinds.GetValueOrDefault(kind).Contacts} with {kinds.GetValueOrDefault(kind).Minutes}.");

        var keptPeople = await db.PersonMonths.Where(m => m.Month == month).ToDictionaryAsync(m => m.PersonId, m => (m.Calls, m.Contacts));
        var differ = people.Keys.Union(keptPeople.Keys).Count(p => people.GetValueOrDefault(p) != keptPeople.GetValueOrDefault(p));
        if (differ > 0)
            sentences.Add($"Calls of each person in {month}: what is kept differs from the diary for {differ} people.");
    }

    /// <summary>By day, as figures are; by moment with a day to spare on both sides, because that is what the index has.</summary>
    private static IQueryable<Contact> ContactsOf(GroupDb db, Month month)
    {
        var after = DateTime.SpecifyKind(month.FirstDay.AddDays(-2).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        var before = DateTime.SpecifyKind(month.LastDay.AddDays(3).ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        return db.Contacts.AsNoTracking()
            .Where(c => c.CorrectedById == null && c.At >= after && c.At < before && c.Day >= month.FirstDay && c.Day <= month.LastDay)
            .Select(c => new Contact { PersonId = c.PersonId, Kind = c.Kind, Minutes = c.Minutes });
    }

    private static async Task RecountSpellsAsync(GroupDb db, List<string> sentences)
    {
        var opened = await db.Spells.GroupBy(s => s.OpenedOn).Select(g => new { Day = g.Key, Spells = g.Count() }).ToDictionaryAsync(g => g.Day, g => g.Spells);
        var closed = await db.Spells.Where(s => s.ClosedOn != null).GroupBy(s => s.ClosedOn!.Value)
            .Select(g => new { Day = g.Key, Spells = g.Count() }).ToDictionaryAsync(g => g.Day, g => g.Spells);
        var kept = await db.SpellDays.GroupBy(d => d.Day).Select(g => new { Day = g.Key, Opened = g.Sum(d => d.Opened), Closed = g.Sum(d => d.Closed) })
            .ToDictionaryAsync(g => g.Day, g => (g.Opened, g.Closed));
        foreach (var day in opened.Keys.Union(closed.Keys).Union(kept.Keys).Order())
        {
            var counted = (Opened: opened.GetValueOrDefault(day), Closed: closed.GetValueOrDefault(day));
            var says = kept.GetValueOrDefault(day);
            if (counted != says)
                sentences.Add($"Spells on {day:yyyy-MM-dd}: {says.Opened} opened and {says.Closed} closed are kept, the cases have {counted.Opened} and {counted.Closed}.");
        }

        var others = db.Spells.AsNoTracking();
        var twice = await db.Spells.CountAsync(s => others.Any(o =>
            o.PersonId == s.PersonId && o.Id != s.Id && o.OpenedOn <= s.OpenedOn && (o.ClosedOn == null || o.ClosedOn > s.OpenedOn) && (s.ClosedOn == null || s.ClosedOn > s.OpenedOn)));
        if (twice > 0)
            sentences.Add($"{twice} spells were open on a day on which the same person had another one open: that person is counted twice.");
    }

    private static async Task RecountReachesAsync(GroupDb db, List<string> sentences)
    {
        var (differ, held) = (0, 0);
        if (await db.Referrals.MinAsync(r => (DateOnly?)r.Day) is { } first && await db.Referrals.MaxAsync(r => (DateOnly?)r.Day) is { } last)
        {
            foreach (var month in Month.Range(Month.Of(first), Month.Of(last)))
            {
                var counted = await Waits.CountAsync(db, month, month);
                var kept = await db.Reaches.AsNoTracking().Join(db.Referrals.Where(r => r.Day >= month.FirstDay && r.Day <= month.LastDay), k => k.ReferralId, r => r.Id, (k, _) => k)
                    .ToDictionaryAsync(k => k.ReferralId, k => (k.TriedAt, k.AnsweredAt));
                held += kept.Count;
                differ += counted.Keys.Union(kept.Keys).Count(r => !counted.TryGetValue(r, out var diary) || !kept.TryGetValue(r, out var says) || diary != says);
            }
        }

        differ += await db.Reaches.CountAsync() - held; // of referrals that are not there
        if (differ > 0)
            sentences.Add($"First tried and first spoken with: what is kept differs from the diary for {differ} referrals.");
    }

    /// <summary>Of the months that are worked out with the opening hours of today.</summary>
    private static async Task RecountWaitsAsync(GroupDb db, GroupClock clock, List<string> sentences)
    {
        var opening = await OpeningCalendar.ReadAsync(db, clock);
        foreach (var month in await db.WaitMonths.Where(m => m.Hours == opening.Mark).Select(m => m.Month).OrderBy(m => m).ToListAsync())
        {
            var kept = await db.WaitMonths.Where(m => m.Month == month).Select(m => m.Waits).SingleAsync();
            if (!(await Waits.WorkOutAsync(db, clock, opening, month)).Pack().AsSpan().SequenceEqual(kept))
                sentences.Add($"Waits of {month}: what was worked out differs from the referrals of the month.");
        }
    }

    private static async Task RecountReferredAsync(GroupDb db, List<string> sentences)
    {
        var counted = await ReferredMonths.CountAsync(db);
        var kept = await db.ReferredMonths.GroupBy(m => new { m.Month, m.Earlier, m.Gender }).Select(g => new { g.Key, People = g.Sum(m => m.People) })
            .ToDictionaryAsync(g => (g.Key.Month, g.Key.Earlier, g.Key.Gender), g => g.People);
        foreach (var month in counted.Keys.Union(kept.Keys).Where(key => counted.GetValueOrDefault(key) != kept.GetValueOrDefault(key)).Select(key => key.Month).Distinct().Order())
            sentences.Add($"People referred in {month}: what is kept by gender differs from the register.");
    }

    private static async Task RecountFactorsAsync(GroupDb db, List<string> sentences)
    {
        var counted = await FactorDays.CountAsync(db);
        var kept = await db.FactorDays.GroupBy(d => new { d.Day, d.Figure, d.Factor }).Select(g => new { g.Key, People = g.Sum(d => d.People) })
            .ToDictionaryAsync(g => (g.Key.Day, g.Key.Figure, g.Key.Factor), g => g.People);
        foreach (var key in counted.Keys.Union(kept.Keys).Order())
            if (counted.GetValueOrDefault(key) != kept.GetValueOrDefault(key))
                sentences.Add($"Factors from {key.Item1:yyyy-MM-dd} ({key.Item2} {key.Item3}): {kept.GetValueOrDefault(key)} people are kept, the register has {counted.GetValueOrDefault(key)}.");
    }

    private static async Task RecountReferralsAsync(GroupDb db, List<string> sentences)
    {
        var counted = await db.Referrals.GroupBy(r => new { r.Day, r.Kind, r.Outcome, r.Team })
            .Select(g => new { g.Key, Referrals = g.Count() }).ToDictionaryAsync(g => (g.Key.Day, g.Key.Kind, g.Key.Outcome, g.Key.Team ?? ""), g => g.Referrals);
        var kept = await db.ReferralDays.GroupBy(d => new { d.Day, d.Kind, d.Outcome, d.Team })
            .Select(g => new { g.Key, Referrals = g.Sum(d => d.Referrals) }).ToDictionaryAsync(g => (g.Key.Day, g.Key.Kind, g.Key.Outcome, g.Key.Team ?? ""), g => g.Referrals);
        foreach (var key in counted.Keys.Union(kept.Keys).Order())
            if (counted.GetValueOrDefault(key) != kept.GetValueOrDefault(key))
                sentences.Add($"Referrals on {key.Item1:yyyy-MM-dd} ({key.Item2}, {key.Item3}): {kept.GetValueOrDefault(key)} are kept, the register has {counted.GetValueOrDefault(key)}.");
        var firsts = await db.Referrals.Where(r => r.Kind == ReferralKind.First).GroupBy(r => r.PersonId).CountAsync(g => g.Count() > 1);
        if (firsts > 0)
            sentences.Add($"{firsts} people have more than one first referral.");
    }
}

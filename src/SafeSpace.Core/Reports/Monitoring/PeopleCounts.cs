using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>People referred in a period, by gender in their own words. Words that differ only in capitals or spaces are one.</summary>
internal static class PeopleCounts
{
    public const string NotSaid = "not said";

    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(GroupDb db, Month from, Month to)
    {
        var rows = await ByWordsAsync(db, from, to);
        return rows.Where(r => r.People != 0).GroupBy(r => Fold(r.Words))
            .Select(g => (Words: g.Key.Length == 0 ? NotSaid : g.OrderByDescending(r => r.People).ThenBy(r => r.Words, StringComparer.Ordinal).First().Words!.Trim(), People: g.Sum(r => r.People)))
            .OrderByDescending(g => g.People).ThenBy(g => g.Words, StringComparer.Ordinal)
            .ToDictionary(g => g.Words, g => g.People);
    }

    /// <summary>Of those referred in the period, each in the first month of it. Somebody's own view of it is counted from what they may see.</summary>
    private static async Task<IReadOnlyList<(string? Words, int People)>> ByWordsAsync(GroupDb db, Month from, Month to)
    {
        var words = db.Walled.Count == 0
            ? db.ReferredMonths.AsNoTracking().Where(m => m.Month >= from && m.Month <= to && m.Earlier < from).GroupBy(m => m.Gender).Select(g => new { Words = (string?)g.Key, People = g.Sum(m => m.People) })
            : Referred(db, from, to).GroupBy(p => p.Gender).Select(g => new { Words = g.Key, People = g.Count() });
        return [.. (await words.ToListAsync()).Select(w => (w.Words, w.People))];
    }

    /// <summary>Each person once who was referred in the period.</summary>
    public static IQueryable<Person> Referred(GroupDb db, Month from, Month to)
    {
        var ids = db.Referrals.Where(r => r.Day >= from.FirstDay && r.Day <= to.LastDay).Select(r => r.PersonId).Distinct();
        return db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id));
    }

    /// <summary>The spellings that are counted as one with these words.</summary>
    public static async Task<IReadOnlyList<string?>> SpellingsAsync(GroupDb db, Month from, Month to, string words)
    {
        var all = await Referred(db, from, to).Select(p => p.Gender).Distinct().ToListAsync();
        var wanted = words == NotSaid ? "" : Fold(words);
        return [.. all.Where(spelling => Fold(spelling) == wanted)];
    }

    /// <summary>Whoever wrote "not said" said no more than who wrote nothing.</summary>
    private static string Fold(string? words)
    {
        var folded = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return folded.Equals(NotSaid, StringComparison.OrdinalIgnoreCase) ? "" : folded;
    }
}

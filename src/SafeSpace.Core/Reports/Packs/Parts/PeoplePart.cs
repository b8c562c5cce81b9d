using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>Who is reached: new people by gender, in their own words. Each is counted once, so months add up.</summary>
internal sealed class PeoplePart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var months = new Dictionary<Month, Dictionary<string, (string Words, int People)>>();
        foreach (var month in pack.Months)
        {
            var ids = FactorRows.FirstReferrals(from.Db, month.LastDay).Where(r => r.Day >= month.FirstDay).Select(r => r.PersonId);
            var rows = await from.Db.PeopleWithMerged.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => p.Gender).ToListAsync();
            months[month] = rows.GroupBy(Fold).ToDictionary(g => g.Key, g => (g.Key.Length == 0 ? PeopleCounts.NotSaid : g.First()!.Trim(), g.Count()));
        }

        var slices = months.Values.SelectMany(m => m).GroupBy(m => m.Key).OrderByDescending(g => g.Sum(m => m.Value.People)).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var table = slices.Select(g => new PackRow(
            g.First().Value.Words, g.Key.Length > 0, CellKind.Count, pack.ByMonth("gender", g.Key, m => months[m].GetValueOrDefault(g.Key).People))).ToList();
        foreach (var period in pack.Periods)
            pack.Balance(PackBuilder.Key("referrals", "first", period), slices.Select(g => PackBuilder.Key("gender", g.Key, period)));
        if (table.Count > 0)
            pack.Table(new("gender", "New people by gender", "In their own words", pack.PeriodNames, table, ["Nobody has to say. “Not said” is a number of its own."]));
    }

    private static string Fold(string? words) => string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

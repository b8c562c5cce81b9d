using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>
/// Who is reached: new people by gender, in their own words. Each is counted once, so months add up. Words that fewer than five people say have no row:
/// the word itself would point at them. They stand together.
/// </summary>
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
        var named = slices.Where(g => g.Key.Length == 0 || g.Sum(m => m.Value.People) >= Quantity.Fewest).ToList();
        // Which words stand together is part of what the figure is of: two packs that name other words have other figures.
        var words = named.Select(g => g.Key).Where(k => k.Length > 0).Order(StringComparer.Ordinal).ToList();
        var others = "others:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))), 0, 8);
        var table = named.ConvertAll(g => new PackRow(
            g.First().Value.Words, g.Key.Length > 0, CellKind.Count, pack.ByMonth("gender", g.Key, m => months[m].GetValueOrDefault(g.Key).People)));
        table.Add(new("In other words", false, CellKind.Count, pack.ByMonth("gender", others, m => months[m].Where(w => w.Key.Length > 0 && !words.Contains(w.Key)).Sum(w => w.Value.People))));
        foreach (var period in pack.Periods)
            pack.Balance(PackBuilder.Key("referrals", "first", period), named.Select(g => g.Key).Append(others).Select(k => PackBuilder.Key("gender", k, period)));
        pack.Table(new("gender", "New people by gender", "In their own words", pack.PeriodNames, table, ["Nobody has to say. “Not said” is a number of its own.", "Words that fewer than five people say stand together."]));
    }

    private static string Fold(string? words) => string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>
/// Factors as referred beside factors as found, of the people who were new in the month: counts of different people each month, which add up.
/// (The report inside counts everybody up to a day; two such counts laid side by side would tell of whoever came between.)
/// </summary>
internal sealed class FactorsPart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var seen = new Dictionary<Month, List<Seen>>();
        foreach (var month in pack.Months)
            seen[month] = await ReadAsync(from.Db, month);
        // A factor of the group's own has a row only where five people have it: the word alone would say that somebody has.
        var all = seen.Values.SelectMany(s => s).ToList();
        var own = all.SelectMany(s => s.Referrer.Concat(s.Peers)).Distinct()
            .Where(code => Math.Max(all.Count(s => s.Referrer.Contains(code)), all.Count(s => s.Peers.Contains(code))) >= Quantity.Fewest);
        var codes = FactorNames.AlwaysNamed.Union(own).OrderBy(FactorNames.PlaceOf).ThenBy(c => c, StringComparer.Ordinal).ToList();
        foreach (var code in codes)
        {
            void Count(string slice, Func<Seen, bool> counts, bool hidden = false) => pack.ByMonth("factor:" + code, slice, m => seen[m].Count(counts), hidden: hidden);
            Count("referrer", s => s.Referrer.Contains(code));
            Count("peers", s => s.Peers.Contains(code));
            Count("gap", s => s.Peers.Contains(code) && !s.Referrer.Contains(code));
            Count("both", s => s.Peers.Contains(code) && s.Referrer.Contains(code), hidden: true);
            Count("referrer_only", s => !s.Peers.Contains(code) && s.Referrer.Contains(code), hidden: true);
            foreach (var period in pack.Periods)
                Balance(pack, code, period);
        }

        Beside(pack, codes);
        if (pack.Periods.Count == 1)
            return;
        Lay(pack, codes, "referrer", "Factors as referred", "What the first referral named, of the people new in the month. One person may have several.");
        Lay(pack, codes, "peers", "Factors as found", "What peers heard of the same people by the end of their first month.");
        Lay(pack, codes, "gap", "The gap: heard, not referred", "Peers heard it and the referral did not say it.");
    }

    private static void Balance(PackBuilder pack, string code, string period)
    {
        string Key(string slice) => PackBuilder.Key("factor:" + code, slice, period);
        pack.Balance(Key("referrer"), [Key("both"), Key("referrer_only")]);
        pack.Balance(Key("peers"), [Key("both"), Key("gap")]);
        pack.Rest(Key("neither"), PackBuilder.Key("referrals", "first", period), [Key("both"), Key("gap"), Key("referrer_only")]);
    }

    /// <summary>As referred, as found, and the gap, side by side: of the whole period.</summary>
    private static void Beside(PackBuilder pack, IReadOnlyList<string> codes) =>
        pack.Table(new("factors", "Factors side by side", "Factor", ["As referred", "As found", "The gap"],
            [.. codes.Select(code => new PackRow(FactorNames.Of(code), FactorNames.PlaceOf(code) == int.MaxValue, CellKind.Count, [.. new[] { "referrer", "peers", "gap" }.Select(s => pack.Cell(PackBuilder.Key("factor:" + code, s, pack.Periods[^1])))]))],
            ["As referred: what the first referral named, of the people new in these months. As found: what peers heard of the same people by the end of their first month.", "The gap: peers heard it and the referral did not say it. One person may have several factors."], 1));

    private static void Lay(PackBuilder pack, IReadOnlyList<string> codes, string slice, string title, string note) =>
        pack.Table(new("factors-" + slice, title, "Factor", pack.PeriodNames,
            [.. codes.Select(code => new PackRow(FactorNames.Of(code), FactorNames.PlaceOf(code) == int.MaxValue, CellKind.Count, [.. pack.Periods.Select(p => pack.Cell(PackBuilder.Key("factor:" + code, slice, p)))]))],
            [note], pack.PeriodNames.Count - 1));

    private static async Task<List<Seen>> ReadAsync(GroupDb db, Month month)
    {
        var day = month.LastDay;
        var first = FactorRows.FirstReferrals(db, day).Where(r => r.Day >= month.FirstDay);
        var people = (await first.Select(r => r.PersonId).ToListAsync()).ToDictionary(p => p, _ => new Seen([], []));
        var rows = await (
            from factor in db.Factors.AsNoTracking()
            join referral in first on factor.PersonId equals referral.PersonId
            where factor.TakenBackAt == null
                && ((factor.SeenBy == SeenBy.Referrer && factor.ReferralId == (Guid?)(object)referral.Id) || (factor.SeenBy == SeenBy.Peers && factor.Day <= day))
            select new { factor.PersonId, factor.Factor, factor.SeenBy }).ToListAsync();
        foreach (var row in rows)
            (row.SeenBy == SeenBy.Peers ? people[row.PersonId].Peers : people[row.PersonId].Referrer).Add(row.Factor);
        return [.. people.Values];
    }

    private sealed record Seen(HashSet<string> Referrer, HashSet<string> Peers);
}

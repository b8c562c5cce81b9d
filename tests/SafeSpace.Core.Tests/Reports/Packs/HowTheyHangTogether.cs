using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>
/// What anybody who reads the packs with care knows of their sums, written down by hand from the tables and by nothing that the program says:
/// it is the attacker's own. A figure's edition is that of the pack it stands in.
/// </summary>
internal static class HowTheyHangTogether
{
    private static readonly (string Whole, string[] Parts)[] Sums =
    [
        ("referrals|all", ["referrals|first", "referrals|repeat", "referrals|double"]),
        ("referrals|all", ["referrals|taken_on", "referrals|elsewhere", "referrals|not_now", "referrals|waiting"]),
        ("contacts|calls", ["contacts|call_in", "contacts|call_out"]),
        ("contacts|visits", ["contacts|visit_to_building", "contacts|meeting_elsewhere", "contacts|visit_at_home"]),
        ("contacts|all", ["contacts|calls", "contacts|visits", "contacts|video", "contacts|text", "contacts|message", "contacts|email", "contacts|no_answer"]),
        ("waiting|taken_on", ["waiting|same_day", "waiting|next_day", "waiting|week", "waiting|later", "waiting|not_yet"]),
        ("referrals|taken_on", ["waiting|taken_on", "waiting|doubles"]),
        ("referrals|double", ["waiting|doubles", "waiting|other_doubles"]),
        ("value|income", ["value|statutory", "value|other"]),
        ("value|return", ["value|Leadership", "value|PeerSupport", "value|CentreUse", "value|Membership", "value|CrisisSupport"]),
    ];

    /// <summary>Every row whose name begins so adds up to the whole.</summary>
    private static readonly (string Whole, string Rows)[] Breakdowns =
        [("referrals|all", "referrals|team:"), ("referrals|first", "gender|"), ("ended|all", "ended|reason:")];

    /// <param name="agreed">Pounds for one at a level: the rates are public.</param>
    public static IReadOnlyList<Relation> Of(IReadOnlyList<PublishedPack> packs, IReadOnlyDictionary<string, decimal>? agreed = null)
    {
        var relations = new List<Relation>();
        var known = new Dictionary<string, Quantity>();
        foreach (var pack in packs)
        {
            foreach (var quantity in pack.Exact.Quantities)
                known[quantity.Key] = quantity;
            var months = Month.Range(pack.Document.From, pack.Document.To).Select(m => m.ToString()).ToList();
            var period = months.Count == 1 ? null : $"{pack.Document.From}..{pack.Document.To}";
            foreach (var of in period is null ? months : months.Append(period))
            {
                OfOne(of, known, relations);
                AtRates(of, known, relations, agreed ?? new Dictionary<string, decimal>());
            }

            if (period is not null)
                foreach (var whole in known.Keys.Where(k => k.EndsWith("|" + period, StringComparison.Ordinal)).ToList())
                    Add(relations, known, whole, [.. months.Select(m => whole[..^period.Length] + m)]);
        }

        return relations;
    }

    /// <summary>A part's money is so many at each level, times what was agreed.</summary>
    private static void AtRates(string of, Dictionary<string, Quantity> known, List<Relation> relations, IReadOnlyDictionary<string, decimal> agreed)
    {
        foreach (var part in new[] { "PeerSupport", "CentreUse", "Membership", "CrisisSupport" })
        {
            var behind = known.Keys.Where(k => k.StartsWith($"behind:{part}|", StringComparison.Ordinal) && k.EndsWith("|" + of, StringComparison.Ordinal)).ToList();
            if (behind.Count == 0 || !known.TryGetValue($"value|{part}|{of}", out var money))
                continue;
            var terms = behind.ConvertAll(k => new Term(known[k].Name, -agreed[k.Split('|')[1].Split(':')[0]]));
            if (Math.Abs(money.Value + terms.Zip(behind).Sum(t => t.First.Factor * known[t.Second].Value)) < 0.001m)
                relations.Add(new([new(money.Name, 1), .. terms]));
        }
    }

    private static void OfOne(string of, Dictionary<string, Quantity> known, List<Relation> relations)
    {
        foreach (var (whole, parts) in Sums)
            Add(relations, known, $"{whole}|{of}", [.. parts.Select(p => $"{p}|{of}")]);
        foreach (var (whole, rows) in Breakdowns)
            Add(relations, known, $"{whole}|{of}", [.. known.Keys.Where(k => k.StartsWith(rows, StringComparison.Ordinal) && k.EndsWith("|" + of, StringComparison.Ordinal))]);
        foreach (var factor in known.Keys.Where(k => k.StartsWith("factor:", StringComparison.Ordinal) && k.EndsWith("|referrer|" + of, StringComparison.Ordinal)).Select(k => k.Split('|')[0]).ToList())
        {
            Add(relations, known, $"{factor}|referrer|{of}", [$"{factor}|both|{of}", $"{factor}|referrer_only|{of}"]);
            Add(relations, known, $"{factor}|peers|{of}", [$"{factor}|both|{of}", $"{factor}|gap|{of}"]);
            Add(relations, known, $"referrals|first|{of}", [$"{factor}|both|{of}", $"{factor}|gap|{of}", $"{factor}|referrer_only|{of}", $"{factor}|neither|{of}"]);
        }
    }

    /// <summary>An attacker sees when it does not add up (some of it was put right and some was not), and then makes nothing of it.</summary>
    private static void Add(List<Relation> relations, Dictionary<string, Quantity> known, string whole, string[] parts)
    {
        if (!known.TryGetValue(whole, out var sum) || parts.Length == 0 || parts.Any(p => !known.ContainsKey(p)) || sum.Value != parts.Sum(p => known[p].Value))
            return;
        relations.Add(new([new(sum.Name, 1), .. parts.Select(p => new Term(known[p].Name, -1))]));
    }
}

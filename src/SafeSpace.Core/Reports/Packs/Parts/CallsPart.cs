using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>
/// How many calls people had, in bands, month by month: who had most is nobody's business. Bands of few people are joined with their neighbours;
/// the middle of them all stands only where every band does.
/// </summary>
internal static class CallsPart
{
    private const int FewestForAMedian = 10;

    public static void Add(PackBuilder pack, Dictionary<Month, MonitoringReport> months)
    {
        var joined = Joined(months);
        var rows = joined.Select(band => new PackRow(NameOf(band), false, CellKind.Count, [.. pack.Months.Select(m => Cell(pack, months[m], m, band))])).ToList();
        var all = new PackRow("People with at least one call", false, CellKind.Count, [.. pack.Months.Select(m => pack.Cell(pack.Add(Key("all", m), months[m].CallsPerPerson.People, PackBuilder.Whole)))], Total: true);
        foreach (var month in pack.Months)
        {
            pack.Balance(Key("all", month), joined.Select(b => Key(Slice(b), month)));
            // People in a band had at least so many calls each: who knows the calls knows that there cannot be too many of them.
            var known = pack.ValueOf(PackBuilder.Key("contacts", "calls", month.ToString()));
            var least = joined.Sum(b => b.From * (pack.ValueOf(Key(Slice(b), month)) ?? 0));
            if (known is null || known < least)
                continue;
            pack.Add(Key("beyond", month), known - least, hidden: true, unit: 0);
            pack.Relate([new(PackBuilder.Key("contacts", "calls", month.ToString()), 1), new(Key("beyond", month), -1), .. joined.Select(b => new Term(Key(Slice(b), month), -b.From))]);
        }

        var median = new PackRow("Median calls per person", false, CellKind.Number, [.. pack.Months.Select(m => Median(months[m], joined))]);
        pack.Table(new("calls-per-person", "Calls per person", "Calls", [.. pack.Months.Select(m => m.ToString())], [.. rows, all, median], ["Bands of fewer than five people are joined with the next. The median is half way: as many people had fewer calls as had more."]));
    }

    /// <summary>Joins bands from the top down until each month has at least five people in each, or none of them has calls.</summary>
    private static List<CallBand> Joined(Dictionary<Month, MonitoringReport> months)
    {
        var bands = months.Values.First().CallsPerPerson.Bands.Select((b, i) => (b.From, b.To, Least: months.Values.Min(r => r.CallsPerPerson.Bands[i].People), At: i)).ToList();
        var joined = new List<(int From, int? To, int[] Places)> { (bands[^1].From, bands[^1].To, [bands[^1].At]) };
        for (var i = bands.Count - 2; i >= 0; i--)
        {
            var above = joined[^1];
            if (months.Values.Any(r => above.Places.Sum(p => r.CallsPerPerson.Bands[p].People) < Quantity.Fewest))
                joined[^1] = (bands[i].From, above.To, [bands[i].At, .. above.Places]);
            else
                joined.Add((bands[i].From, bands[i].To, [bands[i].At]));
        }

        if (joined.Count > 1 && months.Values.Any(r => joined[^1].Places.Sum(p => r.CallsPerPerson.Bands[p].People) < Quantity.Fewest))
        {
            joined[^2] = (joined[^1].From, joined[^2].To, [.. joined[^1].Places, .. joined[^2].Places]);
            joined.RemoveAt(joined.Count - 1);
        }

        joined.Reverse();
        return [.. joined.Select(j => new CallBand(j.From, j.To, 0))];
    }

    private static PackCell Cell(PackBuilder pack, MonitoringReport report, Month month, CallBand band) =>
        pack.Cell(pack.Add(Key(Slice(band), month), Within(report, band)));

    private static int Within(MonitoringReport report, CallBand band) =>
        report.CallsPerPerson.Bands.Where(b => b.From >= band.From && (band.To is null || b.To <= band.To)).Sum(b => b.People);

    private static PackCell Median(MonitoringReport report, IReadOnlyList<CallBand> bands) =>
        report.CallsPerPerson.Median is not { } median ? PackCell.Missing
        : report.CallsPerPerson.People < FewestForAMedian || bands.Any(b => Within(report, b) < Quantity.Fewest) ? PackCell.Withheld
        : new PackCell(null, CellState.Shown, median);

    private static string Slice(CallBand band) => $"{band.From}-{band.To}";

    private static string NameOf(CallBand band) => band.To is null ? $"{band.From} or more" : band.From == band.To ? $"{band.From}" : $"{band.From} to {band.To}";

    private static string Key(string slice, Month month) => PackBuilder.Key("callers", slice, month.ToString());
}

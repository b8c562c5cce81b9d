using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>
/// How many calls people had, in bands, month by month: who had most is nobody's business. Bands of few people are joined with their neighbours, and
/// a month that was published is never cut anew, or two packs side by side would tell of whoever's call was written down in between. The middle of
/// them all stands only where every band does.
/// </summary>
internal sealed class CallsPart
{
    private readonly PackBuilder pack;
    private readonly Dictionary<Month, MonitoringReport> months;

    /// <summary>Where each month may be cut, and how many people have so many calls from there to the next cut.</summary>
    private readonly Dictionary<Month, List<(int From, int? To, int People)>> pieces = [];

    private CallsPart(PackBuilder pack, Dictionary<Month, MonitoringReport> months)
    {
        (this.pack, this.months) = (pack, months);
        foreach (var month in pack.Months)
            pieces[month] = PiecesOf(month);
    }

    public static void Add(PackBuilder pack, Dictionary<Month, MonitoringReport> months) => new CallsPart(pack, months).Add();

    private void Add()
    {
        var bands = Joined();
        var rows = bands.ConvertAll(band => new PackRow(NameOf(band), false, CellKind.Count, [.. pack.Months.Select(m => pack.Cell(AddBand(m, band)))]));
        var all = new PackRow("People with at least one call", false, CellKind.Count, [.. pack.Months.Select(m => pack.Cell(pack.Add(Key("all", m), months[m].CallsPerPerson.People, PackBuilder.Whole)))], Total: true);
        foreach (var month in pack.Months)
        {
            pack.Balance(Key("all", month), bands.Select(b => Key(Slice(b), month)));
            // People in a band had at least so many calls each: who knows the calls knows that there cannot be too many of them.
            var known = pack.ValueOf(PackBuilder.Key("contacts", "calls", month.ToString()));
            var least = bands.Sum(b => b.From * (pack.ValueOf(Key(Slice(b), month)) ?? 0));
            if (known is null || known < least)
                continue;
            pack.Add(Key("beyond", month), known - least, hidden: true, unit: 0);
            pack.Relate([new(PackBuilder.Key("contacts", "calls", month.ToString()), 1), new(Key("beyond", month), -1), .. bands.Select(b => new Term(Key(Slice(b), month), -b.From))]);
        }

        var median = new PackRow("Median calls per person", false, CellKind.Number, [.. pack.Months.Select(m => Median(m, bands))]);
        pack.Table(new("calls-per-person", "Calls per person", "Calls", [.. pack.Months.Select(m => m.ToString())], [.. rows, all, median], ["Bands of fewer than five people are joined with the next. The median is half way: as many people had fewer calls as had more."]));
    }

    /// <summary>As it was cut when it was first published; else as finely as the report does.</summary>
    private List<(int From, int? To, int People)> PiecesOf(Month month)
    {
        var live = months[month].CallsPerPerson.Bands;
        var cuts = pack.Published("callers", month.ToString()).Where(s => s.Contains('-', StringComparison.Ordinal)).Select(s => int.Parse(s.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order().ToList();
        if (cuts.Count == 0)
            return [.. live.Select(b => (b.From, b.To, b.People))];
        return [.. cuts.Select((from, i) =>
        {
            int? to = i + 1 < cuts.Count ? cuts[i + 1] - 1 : null;
            return (from, to, live.Where(b => b.From >= from && (to is null || b.To <= to)).Sum(b => b.People));
        })];
    }

    /// <summary>Joins bands from the top down until each month has at least five people in each, or none of them has calls.</summary>
    private List<(int From, int? To)> Joined()
    {
        var cuts = pieces.Values.Select(p => p.Select(b => b.From)).Aggregate((one, other) => one.Intersect(other)).Order().ToList();
        var starts = new List<int> { cuts[^1] };
        for (var i = cuts.Count - 2; i >= 0; i--)
        {
            if (IsFew(starts[^1], starts.Count > 1 ? starts[^2] - 1 : null))
                starts[^1] = cuts[i];
            else
                starts.Add(cuts[i]);
        }

        if (starts.Count > 1 && IsFew(starts[^1], starts[^2] - 1))
            starts.RemoveAt(starts.Count - 2);
        starts.Reverse();
        return [.. starts.Select((from, i) => (from, i + 1 < starts.Count ? starts[i + 1] - 1 : (int?)null))];
    }

    private bool IsFew(int from, int? to) => pack.Months.Any(m => Within(m, (from, to)).Sum(b => ValueOf(m, b)) < Quantity.Fewest);

    private IEnumerable<(int From, int? To, int People)> Within(Month month, (int From, int? To) band) =>
        pieces[month].Where(b => b.From >= band.From && (band.To is null || b.To <= band.To));

    /// <summary>A month that was published is counted from what stands in its pack, so that a wider band is the sum of the narrower ones there.</summary>
    private string AddBand(Month month, (int From, int? To) band)
    {
        var parts = Within(month, band).ToList();
        if (parts.Count > 1 && !pack.IsRestating && parts.TrueForAll(b => pack.Recall(Key(Slice((b.From, b.To)), month))))
        {
            var wide = pack.Add(Key(Slice(band), month), parts.Sum(b => pack.ValueOf(Key(Slice((b.From, b.To)), month))));
            pack.Balance(wide, parts.Select(b => Key(Slice((b.From, b.To)), month)));
            return wide;
        }

        return pack.Add(Key(Slice(band), month), parts.Sum(b => b.People));
    }

    private decimal ValueOf(Month month, (int From, int? To, int People) piece) =>
        !pack.IsRestating && pack.Recall(Key(Slice((piece.From, piece.To)), month)) ? pack.ValueOf(Key(Slice((piece.From, piece.To)), month))!.Value : piece.People;

    private PackCell Median(Month month, List<(int From, int? To)> bands)
    {
        var calls = months[month].CallsPerPerson;
        return calls.Median is not null && bands.Exists(b => (pack.ValueOf(Key(Slice(b), month)) ?? 0) < Quantity.Fewest)
            ? PackCell.Withheld
            : pack.Middle(Key("median", month), calls.Median, calls.People, Key("all", month));
    }

    private static string Slice((int From, int? To) band) => $"{band.From}-{band.To}";

    private static string NameOf((int From, int? To) band) => band.To is null ? $"{band.From} or more" : band.From == band.To ? $"{band.From}" : $"{band.From} to {band.To}";

    private static string Key(string slice, Month month) => PackBuilder.Key("callers", slice, month.ToString());
}

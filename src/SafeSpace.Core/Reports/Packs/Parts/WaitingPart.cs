using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>From being taken on to the first time we really spoke.</summary>
internal sealed class WaitingPart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var months = new Dictionary<Month, WaitingTimes>();
        foreach (var month in pack.Months)
            months[month] = await Waits.ReadAsync(from.Db, from.Clock, month, month);
        PackRow Row(string slice, string name, Func<WaitingTimes, decimal> value, int weight = PackBuilder.Part, bool total = false) =>
            new(name, false, CellKind.Count, pack.ByMonth("waiting", slice, m => value(months[m]), weight), total);
        List<PackRow> rows =
        [
            Row("taken_on", "Taken on, a new crisis", w => w.TakenOn, PackBuilder.Whole, total: true),
            Row("same_day", "Spoken with on the same day", w => w.SameDay), Row("next_day", "On the next day", w => w.NextDay),
            Row("week", "Within a week", w => w.WithinAWeek), Row("later", "Later", w => w.Later), Row("not_yet", "Not spoken with yet", w => w.NotYetAnswered),
        ];
        foreach (var period in pack.Periods)
        {
            pack.Balance(Key("taken_on", period), [Key("same_day", period), Key("next_day", period), Key("week", period), Key("later", period), Key("not_yet", period)]);
            // Those taken on in the same crisis again are what is left of all that were taken on; the other doubles are what is left of those.
            pack.Rest(Key("doubles", period), PackBuilder.Key("referrals", "taken_on", period), [Key("taken_on", period)]);
            pack.Rest(Key("other_doubles", period), PackBuilder.Key("referrals", "double", period), [Key("doubles", period)]);
        }

        rows.Add(await MedianAsync(pack, from, "median", "Half waited less than (minutes)", w => (w.MedianMinutes, w.TimeKnown)));
        rows.Add(await MedianAsync(pack, from, "median_open", "Half waited less than, while we were open (minutes)", w => (w.MedianOpenMinutes, w.OpeningKnown)));
        pack.Table(new("waiting", "Waiting", "Figure", pack.PeriodNames, rows, ["Waiting is from being taken on to the first time we really spoke, in that crisis, as it stood when this was published."]));
    }

    private static string Key(string slice, string period) => PackBuilder.Key("waiting", slice, period);

    private static async Task<PackRow> MedianAsync(PackBuilder pack, PackSource from, string slice, string name, Func<WaitingTimes, (long? Minutes, int Base)> figure)
    {
        var cells = new List<PackCell>();
        foreach (var period in pack.Periods)
        {
            var (first, last) = Month.TryParse(period, out var month) ? (month, month) : (pack.From, pack.To);
            var (minutes, known) = figure(await Waits.ReadAsync(from.Db, from.Clock, first, last));
            cells.Add(pack.Middle(Key(slice, period), minutes, known, Key("taken_on", period)));
        }

        return new(name, false, CellKind.Minutes, cells);
    }
}

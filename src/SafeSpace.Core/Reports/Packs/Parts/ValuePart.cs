using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>
/// The value statement, as it may leave: the same pounds and pence as the partners' own. Where a component is worked out from so few people that its
/// money gives one away, it stands together with another, and only their sum is shown.
/// </summary>
internal sealed class ValuePart : IPackPart
{
    private static readonly (ValueComponent Component, string Words)[] Components =
    [
        (ValueComponent.Leadership, "Leadership"), (ValueComponent.PeerSupport, "Peer support"), (ValueComponent.CentreUse, "Use of the centre"),
        (ValueComponent.Membership, "Membership"), (ValueComponent.CrisisSupport, "Crisis support"),
    ];

    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var months = (await ValueReport.WorkAsync(from.Db, from.Clock, pack.From, pack.To)).Months.ToDictionary(m => m.When);
        pack.NotClosed.AddRange(pack.Months.Where(m => !months[m].IsClosed && ValueCells.Money.Any(c => months[m].Cell(c) is not null)));
        pack.PartByTheBooks.AddRange(pack.Months.Where(m => months[m].IsPart));
        PackRow Row(string slice, string name, Func<MonthFigures, decimal?> value, int weight, Func<MonthFigures, int>? people = null, bool total = false) => new(
            name, false, CellKind.Money, pack.ByMonth("value", slice, m => value(months[m]), weight, m => people is null ? 0 : PackBuilder.UnitOf(value(months[m]) ?? 0, people(months[m]))), total);
        List<PackRow> rows =
        [
            Row("statutory", "Statutory income", m => Pounds(m.Statutory), PackBuilder.Headline), Row("other", "Other income", m => Pounds(m.Other), PackBuilder.Whole),
            Row("income", "Total income", m => Pounds(m.TotalIncome), PackBuilder.Headline, total: true),
            .. Components.Select(c => Row(Slice(c.Component), c.Words, m => m.WithoutBook.Contains(c.Component) ? null : Pounds(m.Value(c.Component)), PackBuilder.Part, m => PeopleBehind(m, c.Component))),
            Row("return", "Total social return", m => Pounds(m.Return), PackBuilder.Headline, total: true),
        ];
        foreach (var month in pack.Months)
            Working(pack, months[month], month);
        foreach (var period in pack.Periods)
        {
            pack.Balance(Key("income", period), Known(pack, [Key("statutory", period), Key("other", period)]));
            pack.Balance(Key("return", period), Known(pack, [.. Components.Select(c => Key(Slice(c.Component), period))]));
        }

        pack.Table(
            new("value", "Value statement", "Figure", pack.PeriodNames, rows,
            [
                "What the support would have cost at the agreed rates (replacement cost). It is not a full social return on investment.",
                "A component that few people stand behind is shown together with another.",
            ]),
            table => Readings(Together(table)));
    }

    /// <summary>The rates are agreed and known, so whoever knows the money knows the people behind it.</summary>
    private static void Working(PackBuilder pack, MonthFigures figures, Month month)
    {
        foreach (var component in figures.Lines.Where(l => l.Pence is not null).GroupBy(l => l.Component))
        {
            if (pack.ValueOf(Key(Slice(component.Key), month.ToString())) is null)
                continue;
            var terms = new List<Term> { new(Key(Slice(component.Key), month.ToString()), 1) };
            foreach (var (line, place) in component.Select((l, i) => (l, i)))
            {
                // Hours are no count of people: how few stand behind them is told by the component's own number of leaders.
                var key = PackBuilder.Key("behind:" + Slice(component.Key), $"{line.Level}:{place}", month.ToString());
                pack.Add(key, Decimal(line.Count), hidden: true, unit: component.Key == ValueComponent.Leadership ? 0 : 1);
                terms.Add(new(key, -line.Pence!.Value / 100m));
            }

            pack.Relate(terms);
        }
    }

    /// <summary>A total is of what is known: a missing part is not in it.</summary>
    private static IEnumerable<string> Known(PackBuilder pack, IReadOnlyList<string> keys) => keys.Where(k => pack.ValueOf(k) is not null);

    private static int PeopleBehind(MonthFigures figures, ValueComponent component) => component switch
    {
        ValueComponent.Leadership => figures.Counts.Leaders,
        _ => (int)figures.Lines.Where(l => l.Component == component).Sum(l => Decimal(l.Count)),
    };

    /// <summary>Components that cannot be shown by themselves, as one row: what is left of the whole without the others.</summary>
    private static PackTable Together(PackTable table)
    {
        var parts = table.Rows.Where(r => Components.Any(c => c.Words == r.Name)).ToList();
        var few = parts.Where(r => r.Cells.Any(c => c.State == CellState.Withheld)).ToList();
        var whole = table.Rows.Single(r => r.Name == "Total social return");
        if (few.Count < 2)
            return table;
        var cells = whole.Cells.Select((cell, i) =>
            cell.State != CellState.Shown || parts.Any(r => r.Cells[i].State == CellState.Missing) ? PackCell.Withheld
            : new PackCell(null, CellState.Shown, cell.Value - parts.Except(few).Sum(r => r.Cells[i].Value)));
        var together = new PackRow(string.Join(" + ", few.Select(r => r.Name)), false, CellKind.Money, [.. cells]);
        return table with { Rows = [.. table.Rows.Except(few).SkipLast(1), together, whole] };
    }

    /// <summary>Each ratio with what it is of.</summary>
    private static PackTable Readings(PackTable table)
    {
        PackRow Of(string name) => table.Rows.Single(r => r.Name == name);
        PackRow Ratio(string name, string over, string under, decimal less = 0) => new(name, false, CellKind.Money, [.. Of(over).Cells.Zip(Of(under).Cells, (a, b) =>
            a.State == CellState.Withheld || b.State == CellState.Withheld ? PackCell.Withheld
            : a.Value is { } return_ && b.Value is { } income && income > 0 ? new PackCell(null, CellState.Shown, Math.Round((return_ / income) - less, 2, MidpointRounding.AwayFromZero))
            : PackCell.Missing)]);
        return table with
        {
            Rows =
            [
                .. table.Rows,
                Ratio("Social return for each pound of statutory income (gross)", "Total social return", "Statutory income"),
                Ratio("The same, with the statutory pounds taken off first (net)", "Total social return", "Statutory income", less: 1),
                Ratio("Social return for each pound of all income (gross)", "Total social return", "Total income"),
                Ratio("The same, with all income taken off first (net)", "Total social return", "Total income", less: 1),
            ],
        };
    }

    private static decimal? Pounds(Fraction? pence) => pence is { } value ? Decimal(value) / 100m : null;

    private static decimal Decimal(Fraction value) => (decimal)value.Over / (decimal)value.Under;

    private static string Slice(ValueComponent component) => component.ToString();

    private static string Key(string slice, string period) => PackBuilder.Key("value", slice, period);
}

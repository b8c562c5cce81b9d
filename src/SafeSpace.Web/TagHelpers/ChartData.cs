namespace SafeSpace.Web.TagHelpers;

/// <summary>What a chart shows and its table says. All words are said already, as they are shown.</summary>
/// <param name="Description">One sentence of what can be seen, for whoever does not see the picture.</param>
/// <param name="Categories">Months, teams, factors … in the order of the rows; a part month is named as one ("Mar 2026, part").</param>
/// <param name="Series">One to three, each with as many values as there are categories.</param>
/// <param name="CategoryName">The heading of the table's first column ("Month").</param>
public sealed record ChartData(string Title, string Description, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, string CategoryName = "")
{
    public decimal Highest => Series.SelectMany(series => series.Values).Max() ?? 0;
}

/// <summary>One row of bars or one line. Null: not known, drawn as a gap and written as such, never as 0.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

using AngleSharp.Dom;
using SafeSpace.Web.TagHelpers;
using SafeSpace.Web.Tests.Look;
using SafeSpace.Web.Tests.Words;

namespace SafeSpace.Web.Tests.TagHelpers;

public sealed class ChartTests : IDisposable
{
    private static readonly ChartData Gap = new("What was <heard>", "Peers hear more.", ["Money", "Housing"], [new("Referrer", [21, null]), new("Peers", [64, 0])], "Factor");

    private readonly InCulture culture = new("en-GB");
    private readonly Rendering page = new();

    public void Dispose() => culture.Dispose();

    [Fact]
    public async Task Bars_have_their_numbers_and_their_table() =>
        Approved.Match(await page.Html(new BarChartTagHelper(Rendering.Texts) { Data = Gap }, "bar-chart"), "bar-chart");

    [Fact]
    public async Task A_line_has_a_gap_where_nothing_is_known()
    {
        var data = new ChartData("Calls", "They rose.", ["Jan", "Feb", "Mar", "Apr"], [new("Calls", [1, null, 1066, 500.5m])], "Month");

        Approved.Match(await page.Html(new LineChartTagHelper(Rendering.Texts) { Data = data, Folded = true }, "line-chart"), "line-chart");
    }

    [Fact]
    public async Task The_table_says_every_number_of_the_picture_and_says_what_is_not_known()
    {
        var chart = LookHost.Parse(await page.Html(new BarChartTagHelper(Rendering.Texts) { Data = Gap }, "bar-chart"));

        Assert.Equal(["21", "64", "not known", "0"], chart.QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("img", chart.QuerySelector("svg[role]")!.GetAttribute("role"));
        Assert.Contains("What was <heard>", chart.QuerySelector("svg[role] > title")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(chart.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task Nothing_to_show_is_said()
    {
        var html = await page.Html(new LineChartTagHelper(Rendering.Texts) { Data = new("Calls", "None yet.", [], []) }, "line-chart");

        Assert.Contains("There is nothing to show yet.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(18)]
    [InlineData(120)]
    public async Task However_many_months_the_names_fit_and_everything_lies_inside(int months)
    {
        var data = new ChartData("Calls", "All nought.", [.. Enumerable.Range(1, months).Select(month => $"M{month}")], [new("Calls", [.. Enumerable.Repeat<decimal?>(0, months)])]);

        var chart = LookHost.Parse(await page.Html(new LineChartTagHelper(Rendering.Texts) { Data = data }, "line-chart"));

        Assert.InRange(chart.QuerySelectorAll("svg text.quiet").Length, 1, 4);
        Assert.Equal($"M{months}", chart.QuerySelectorAll("svg text.quiet")[^1].TextContent);
        Assert.All(chart.QuerySelectorAll("circle"), mark => Assert.InRange(decimal.Parse(mark.GetAttribute("cx")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture), 0, 100));
    }

    [Fact]
    public async Task In_another_culture_positions_stay_machine_readable()
    {
        using var _ = new InCulture("pl-PL");

        var html = await page.Html(new LineChartTagHelper(Rendering.Texts) { Data = new("C", "D", ["a", "b", "c"], [new("s", [1.5m, 2.25m, 3])]) }, "line-chart");

        Assert.DoesNotMatch("(x1|x2|cx|cy|y1|y2)=\"[^\"]*,", html);
        Assert.Contains(">2,25<", html, StringComparison.Ordinal);
    }
}

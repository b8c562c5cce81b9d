using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;bar-chart data="Model.ByTeam"/&gt;</c>: a row for each category, its name above its bars, each bar with its number.</summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChartTagHelper(Texts texts) : ChartTagHelper(texts)
{
    private const int Name = 22;
    private const int Bar = 20;
    private const int Gap = 12;

    // The rest of the width is for the number at the bar's end.
    private const decimal Longest = 0.8m;

    private int Row => Name + (Bar * Data.Series.Count) + Gap;

    protected override int Height => Row * Data.Categories.Count;

    protected override IHtmlContent Picture()
    {
        var picture = new HtmlContentBuilder();
        for (var category = 0; category < Data.Categories.Count; category++)
        {
            var top = category * Row;
            picture.Add($"<text x=\"0\" y=\"{top + 15}\">{Data.Categories[category]}</text>\n");
            for (var series = 0; series < Data.Series.Count; series++)
                picture.AppendHtml(OneBar(series, Data.Series[series].Values[category], top + Name + (series * Bar)));
        }

        return picture;
    }

    protected override IHtmlContent Swatch(int series) => Markup.Html($"<rect x=\"1\" y=\"1\" width=\"26\" height=\"12\" class=\"s{series + 1}\"/>");

    private IHtmlContent OneBar(int series, decimal? value, int top)
    {
        var width = Percent(Data.Highest > 0 ? Math.Max(value ?? 0, 0) / Data.Highest * Longest : 0);
        var bar = Markup.If(value > 0, $"<rect x=\"0\" y=\"{top + 1}\" width=\"{width}\" height=\"{Bar - 4}\" rx=\"2\" class=\"s{series + 1}\"/>");
        return Markup.Html($"{bar}<text x=\"{width}\" dx=\"8\" y=\"{top + 14}\"{Markup.Attr("class", value is null ? "quiet" : null)}>{Said(value)}</text>\n");
    }
}

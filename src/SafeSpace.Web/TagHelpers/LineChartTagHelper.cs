using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;line-chart data="Model.ByMonth"/&gt;</c>: time from left to right, from zero up; the first, highest and last value are written.</summary>
[HtmlTargetElement("line-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LineChartTagHelper(Texts texts) : ChartTagHelper(texts)
{
    private const int Top = 26;
    private const int Bottom = 226;
    private const decimal Left = 0.06m;
    private const decimal Right = 0.94m;

    // So many names fit side by side on the narrowest phone.
    private const int NamesThatFit = 3;

    protected override int Height => Bottom + 34;

    protected override IHtmlContent Picture()
    {
        var picture = new HtmlContentBuilder();
        picture.Add($"<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{Bottom}\" y2=\"{Bottom}\"/><line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{Top}\" y2=\"{Top}\"/>\n");
        foreach (var category in Named())
        {
            var anchor = category == 0 ? "start" : category == Data.Categories.Count - 1 ? "end" : "middle";
            var x = category == 0 ? "0" : category == Data.Categories.Count - 1 ? "100%" : X(category);
            picture.Add($"<text class=\"quiet\" x=\"{x}\" y=\"{Bottom + 22}\" text-anchor=\"{anchor}\">{Data.Categories[category]}</text>\n");
        }

        var told = new List<(int At, decimal Y)>();
        for (var series = 0; series < Data.Series.Count; series++) Draw(picture, series, Data.Series[series].Values, told);
        return picture;
    }

    protected override IHtmlContent Swatch(int series) =>
        Markup.Html($"<line class=\"path s{series + 1}\" x1=\"0\" x2=\"28\" y1=\"7\" y2=\"7\"/>{Mark(series, "14", 7)}");

    private void Draw(HtmlContentBuilder picture, int series, IReadOnlyList<decimal?> values, List<(int At, decimal Y)> told)
    {
        for (var at = 1; at < values.Count; at++)
        {
            if (values[at - 1] is { } before && values[at] is { } here)
                picture.Add($"<line class=\"path s{series + 1}\" x1=\"{X(at - 1)}\" y1=\"{Px(Y(before))}\" x2=\"{X(at)}\" y2=\"{Px(Y(here))}\"/>");
        }

        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is { } value) picture.AppendHtml(Mark(series, X(at), Y(value)));
        }

        foreach (var at in Told(values))
        {
            // Under the line the names of the months begin.
            var y = Y(values[at]!.Value);
            y += IsDip(values, at) && y < Bottom - 28 ? 22 : -10;
            // Numbers on top of each other cannot be read; the table has them all.
            if (told.Any(other => Math.Abs(other.At - at) <= values.Count / 12 && Math.Abs(other.Y - y) < 16)) continue;
            told.Add((at, y));
            picture.Add($"<text x=\"{X(at)}\" y=\"{Px(y)}\" text-anchor=\"middle\">{Said(values[at])}</text>");
        }

        picture.AppendHtml("\n");
    }

    private IEnumerable<int> Named()
    {
        var last = Data.Categories.Count - 1;
        var names = Math.Min(NamesThatFit, last + 1);
        return Enumerable.Range(0, names).Select(name => names == 1 ? 0 : (int)Math.Round((decimal)name * last / (names - 1)));
    }

    // The number stands where the line does not go.
    private static bool IsDip(IReadOnlyList<decimal?> values, int at)
    {
        var beside = new[] { at > 0 ? values[at - 1] : null, at + 1 < values.Count ? values[at + 1] : null };
        return beside.Any(value => value > values[at]) && !beside.Any(value => value < values[at]);
    }

    private static IEnumerable<int> Told(IReadOnlyList<decimal?> values)
    {
        var known = Enumerable.Range(0, values.Count).Where(at => values[at] is not null).ToList();
        if (known.Count == 0) return [];
        var highest = known.MaxBy(at => values[at]);
        var (first, last) = (known[0], known[^1]);
        // Numbers closer than two steps of many would run into each other; the table has them all.
        var near = values.Count / 8;
        return new[] { first, highest, last }.Distinct().Where(at => at == highest || Math.Abs(at - highest) > near);
    }

    private static IHtmlContent Mark(int series, string x, decimal y) => series switch
    {
        0 => Markup.Html($"<circle class=\"s1\" cx=\"{x}\" cy=\"{Px(y)}\" r=\"3.5\"/>"),
        1 => Markup.Html($"<circle class=\"s2\" cx=\"{x}\" cy=\"{Px(y)}\" r=\"4\"/>"),
        _ => Markup.Html($"<svg x=\"{x}\" y=\"{Px(y)}\"><rect class=\"s3\" x=\"-3.5\" y=\"-3.5\" width=\"7\" height=\"7\"/></svg>"),
    };

    private string X(int at) =>
        Percent(Data.Categories.Count == 1 ? (Left + Right) / 2 : Left + ((Right - Left) * at / (Data.Categories.Count - 1)));

    private decimal Y(decimal value) => Data.Highest > 0 ? Bottom - ((Bottom - Top) * Math.Max(value, 0) / Data.Highest) : Bottom;
}

using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// A picture with real text, and beside it the table it pictures. Positions are percentages and texts are in pixels, so that
/// letters keep their size from a phone to a desk. Series differ by shape, dash and outline besides colour.
/// </summary>
public abstract class ChartTagHelper(Texts texts) : TagHelper
{
    public ChartData Data { get; set; } = null!;

    /// <summary>How numbers are written, for example "#,0" or "0.0".</summary>
    public string Format { get; set; } = "#,0.##";

    /// <summary>The table starts folded; it is always there.</summary>
    public bool Folded { get; set; }

    protected Texts T { get; } = texts;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("figure", "chart");
        output.Content.Add($"\n<figcaption>{Data.Title} <small>{Data.Description}</small></figcaption>\n");
        if (Data.Categories.Count == 0)
        {
            output.Content.Add($"<p class=\"soft\">{T["There is nothing to show yet."]}</p>\n");
            return;
        }

        output.Content.AppendHtml("<div class=\"pair\">\n<div>\n");
        if (Data.Series.Count > 1) output.Content.AppendHtml(Key());
        var label = Data.Title + ". " + Data.Description;
        output.Content.Add(
            $"<svg role=\"img\" aria-label=\"{label}\" width=\"100%\" height=\"{Height}\"><title>{Data.Title}</title><desc>{Data.Description}</desc>\n{Picture()}</svg>\n</div>\n{Table()}</div>\n");
    }

    protected abstract int Height { get; }

    protected abstract IHtmlContent Picture();

    protected abstract IHtmlContent Swatch(int series);

    protected string Said(decimal? value) => value?.ToString(Format, CultureInfo.CurrentCulture) ?? T["not known"];

    /// <summary>A place along the width.</summary>
    protected static string Percent(decimal part) => Math.Round(part * 100, 2).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    protected static string Px(decimal value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private HtmlContentBuilder Key()
    {
        var key = new HtmlContentBuilder();
        key.AppendHtml("<ul class=\"key\" aria-hidden=\"true\">");
        for (var series = 0; series < Data.Series.Count; series++)
            key.Add($"<li><svg width=\"28\" height=\"14\">{Swatch(series)}</svg>{Data.Series[series].Name}</li>");
        key.AppendHtml("</ul>\n");
        return key;
    }

    private HtmlContentBuilder Table()
    {
        var table = new HtmlContentBuilder();
        table.Add($"<details{Markup.Flag("open", !Folded)}>\n<summary>{T["The same in a table"]}</summary>\n<table>\n<caption class=\"hidden\">{Data.Title}</caption>\n<thead><tr><th scope=\"col\">{Data.CategoryName}</th>");
        foreach (var series in Data.Series) table.Add($"<th scope=\"col\" class=\"number\">{series.Name}</th>");
        table.AppendHtml("</tr></thead>\n<tbody>\n");
        for (var row = 0; row < Data.Categories.Count; row++)
        {
            table.Add($"<tr><th scope=\"row\">{Data.Categories[row]}</th>");
            foreach (var series in Data.Series) table.Add($"<td class=\"number\">{Said(series.Values[row])}</td>");
            table.AppendHtml("</tr>\n");
        }

        table.AppendHtml("</tbody>\n</table>\n</details>\n");
        return table;
    }
}

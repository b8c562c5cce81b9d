using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;data-table caption="Register" columns="Name|Team|#Calls"&gt; rows of td &lt;/data-table&gt;</c>: a table which a phone shows as
/// cards, each cell with its column's name. Columns are English and translated; <c>#</c> before one means numbers.
/// The first cell of a row is its heading: write it as <c>th scope="row"</c>.
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper(Texts texts) : TagHelper
{
    public string Caption { get; set; } = "";

    public string Columns { get; set; } = "";

    /// <summary>The caption is read out but not shown: a heading above says the same.</summary>
    public bool CaptionHidden { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var columns = Columns.Split('|', StringSplitOptions.TrimEntries)
            .Select(column => column.StartsWith('#') ? new TableColumn(Say(column[1..]), true) : new TableColumn(Say(column), false))
            .ToList();
        var rows = (await output.GetChildContentAsync()).GetContent(HtmlEncoder.Default);
        output.Become("table", "cards");
        output.Content.Add($"\n<caption{Markup.Attr("class", CaptionHidden ? "hidden" : null)}>{texts[Caption]}</caption>\n<thead><tr>");
        foreach (var column in columns)
            output.Content.AppendHtml(Head(column));
        output.Content.AppendHtml("</tr></thead>\n<tbody>").AppendHtml(CellLabels.Add(rows, columns)).AppendHtml("</tbody>\n");
    }

    // A column of buttons has no name: its head is an empty cell, not a heading that says nothing.
    private static IHtmlContent Head(TableColumn column) => column.Label.Length == 0
        ? Markup.Html($"<td></td>")
        : Markup.Html($"<th scope=\"col\"{Markup.Attr("class", column.Number ? "number" : null)}>{column.Label}</th>");

    private string Say(string column) => column.Length == 0 ? "" : texts[column];
}

using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;error-summary/&gt;</c>, first thing on a page with a form: every mistake once, linked to its field. Nothing when there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var mistakes = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, Sentence: ForTagHelper.Sentence(error, texts))))
            .Distinct()
            .ToList();
        if (mistakes.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "error-summary");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.Add($"\n<h2 id=\"error-summary-title\">{texts["Please look at this"]}</h2>\n<ul>\n");
        foreach (var (key, sentence) in mistakes)
        {
            if (key.Length == 0) output.Content.Add($"<li>{sentence}</li>\n");
            else output.Content.Add($"<li><a href=\"#{TagBuilder.CreateSanitizedId(key, "_")}\">{sentence}</a></li>\n");
        }

        output.Content.AppendHtml("</ul>\n");
    }
}

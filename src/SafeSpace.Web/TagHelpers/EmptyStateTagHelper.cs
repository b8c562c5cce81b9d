using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;empty-state title="Nobody is waiting."&gt;What to do next&lt;/empty-state&gt;</c></summary>
[HtmlTargetElement("empty-state", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class EmptyStateTagHelper(Texts texts) : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.Become("div", "empty");
        output.Content.Add($"\n<p><strong>{texts[Title]}</strong></p>\n{body}");
    }
}

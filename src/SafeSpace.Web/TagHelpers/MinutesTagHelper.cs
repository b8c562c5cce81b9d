using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;minutes value="45"/&gt;</c>: "45 min", "1 h 20 min", and "not noted" for what nobody knows.</summary>
[HtmlTargetElement("minutes", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MinutesTagHelper(Texts texts) : TagHelper
{
    public int? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("span", Value is null ? "unknown" : null);
        output.Content.Append(Spoken.Minutes(Value, texts));
    }
}

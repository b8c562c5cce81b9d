using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SafeSpace.Web.TagHelpers;

/// <summary>Every form: the page says what is wrong, in its own words, and a browser never stops a form from being saved.</summary>
[HtmlTargetElement("form")]
public sealed class PlainFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!output.Attributes.ContainsName("novalidate")) output.Attributes.Add(new TagHelperAttribute("novalidate"));
    }
}

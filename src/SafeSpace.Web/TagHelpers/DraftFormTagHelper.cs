using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;

namespace SafeSpace.Web.TagHelpers;

/// <summary>A form that keeps drafts says which one it is, so that the draft goes when the form was saved.</summary>
[HtmlTargetElement("form", Attributes = "data-draft")]
public sealed class DraftFormTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PreContent.Add($"<input type=\"hidden\" name=\"{PutBackFilter.DraftField}\" value=\"{output.Attributes["data-draft"].Value}\">");
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;version for="Version"/&gt;</c>: which state of the record the form was filled in on. It shows the page's value, not the posted
/// one: after "Sam changed this while you were typing" the next save is on what was just shown.
/// </summary>
[HtmlTargetElement("version", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class VersionTagHelper : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Words put back after an expired sign-in were typed on the version of then: what changed meanwhile must still be noticed.
        var typedOn = ViewContext.HttpContext.Items.ContainsKey(PutBackFilter.Shown) && ViewContext.ModelState.TryGetValue(For.Name, out var kept) ? kept.AttemptedValue : null;
        output.TagName = null;
        output.Content.Add($"<input type=\"hidden\" name=\"{For.Name}\" value=\"{typedOn ?? Convert.ToString(For.Model, CultureInfo.InvariantCulture)}\">");
    }
}

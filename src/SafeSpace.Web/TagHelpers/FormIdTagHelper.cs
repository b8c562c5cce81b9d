using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;form-id/&gt;</c>: the id of what the form will make, bound as <c>FormId</c>. The same form sent twice, or sent again after a
/// mistake, bears the same id and makes one thing.
/// </summary>
[HtmlTargetElement("form-id", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FormIdTagHelper : TagHelper
{
    public string Name { get; set; } = "FormId";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var posted = ViewContext.ModelState.TryGetValue(Name, out var entry) ? entry.AttemptedValue : null;
        var id = Guid.TryParse(posted, out var same) && same != Guid.Empty ? same : Ids.New();
        output.TagName = null;
        output.Content.Add($"<input type=\"hidden\" name=\"{Name}\" value=\"{id}\">");
    }
}

using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;leave-page/&gt;</c>: a plain link to the group's neutral page. With script it also answers to Escape pressed twice and
/// takes the place of this page in the browser's history. The layout writes it on every page that is about a person.
/// </summary>
[HtmlTargetElement("leave-page", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LeavePageTagHelper(Texts texts, GroupLook look) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("a", "leave");
        output.Attributes.SetAttribute("href", look.LeaveTo);
        output.Attributes.SetAttribute("rel", "noreferrer nofollow");
        output.Attributes.SetAttribute("data-leave", "");
        output.Content.Add($"{texts["Leave this page"]} <kbd>Esc Esc</kbd>");
    }
}

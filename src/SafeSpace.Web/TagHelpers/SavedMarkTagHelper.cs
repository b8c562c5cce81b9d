using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;saved-mark/&gt;</c>: "Saved, 14:03." after a page called <see cref="PageLook.MarkSaved"/>, or at the time it is given; else nothing.</summary>
[HtmlTargetElement("saved-mark", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SavedMarkTagHelper(Texts texts) : TagHelper
{
    /// <summary>UTC.</summary>
    public DateTime? At { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var saved = At is { } at ? (at, null) : PageLook.TakeSaved(ViewContext.TempData);
        if (saved is not var (utc, words))
        {
            output.SuppressOutput();
            return;
        }

        // Asked for only now: the layout of pages outside any group holds this mark too, and there is no group's clock.
        var clock = ViewContext.HttpContext.RequestServices.GetRequiredService<GroupClock>();
        output.Become("p", "saved");
        output.Attributes.SetAttribute("role", "status");
        var time = clock.ToLocal(utc).ToString("HH:mm", CultureInfo.InvariantCulture);
        output.Content.Add($"<span aria-hidden=\"true\">✓</span> {texts["Saved, {0}.", time]}{Markup.If(words is not null, $" {words}")}");
    }
}

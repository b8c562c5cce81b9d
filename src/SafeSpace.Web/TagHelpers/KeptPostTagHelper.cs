using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;kept-post/&gt;</c>, in the layout: "We kept what you typed at 18:05", with a link that puts it back into the form; else nothing.
/// Of several windows each has its own.
/// </summary>
[HtmlTargetElement("kept-post", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KeptPostTagHelper(Texts texts, GroupClock clock, IAntiforgery antiforgery) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var http = ViewContext.HttpContext;
        if (http.Items[PutBackFilter.Found] is not IReadOnlyList<KeptPost> kept)
        {
            output.SuppressOutput();
            return;
        }

        output.Become("div", "kept");
        output.Attributes.SetAttribute("id", "kept-post");
        output.Attributes.SetAttribute("role", "status");
        foreach (var one in kept)
            Offer(output, http, one);
    }

    private void Offer(TagHelperOutput output, HttpContext http, KeptPost kept)
    {
        var shown = ReferenceEquals(http.Items[PutBackFilter.Shown], kept);
        var time = clock.ToLocal(kept.SavedAt).ToString("HH:mm", CultureInfo.InvariantCulture);
        var token = antiforgery.GetAndStoreTokens(http);
        output.Content.Add($"\n<p>{(shown ? texts["This is what you typed at {0}. It is not saved yet.", time] : texts["We kept what you typed at {0}. It is not saved yet.", time])}</p>\n<div class=\"buttons\">\n");
        if (!shown)
            output.Content.Add($"<a class=\"button main\" href=\"{PutBack(http.Request, kept)}\">{texts["Put it back"]}</a>\n");
        output.Content.Add($"<form method=\"post\" action=\"{http.Request.PathBase}/kept/throw\" novalidate><input type=\"hidden\" name=\"path\" value=\"{http.Request.Path}\"><input type=\"hidden\" name=\"copy\" value=\"{kept.Copy}\"><input type=\"hidden\" name=\"{token.FormFieldName}\" value=\"{token.RequestToken}\"><button>{texts["Throw it away"]}</button></form>\n</div>\n");
    }

    private static string PutBack(HttpRequest request, KeptPost kept)
    {
        var rest = QueryString.Create(request.Query.Where(q => q.Key != KeptPosts.Asked));
        return request.PathBase + request.Path + rest.Add(KeptPosts.Asked, kept.Copy);
    }
}

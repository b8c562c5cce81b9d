using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SafeSpace.Web.TagHelpers;

/// <summary>Writes markup in which every hole is encoded, attributes included.</summary>
internal static class Markup
{
    /// <summary>Appends an interpolated piece of HTML: holes are encoded unless they are <see cref="IHtmlContent"/>.</summary>
    public static IHtmlContentBuilder Add(this IHtmlContentBuilder content, FormattableString html) => content.AppendHtml(Html(html));

    public static IHtmlContent Html(FormattableString html) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, html.Format, html.GetArguments());

    /// <summary>An attribute with a space before it; nothing when the value is null.</summary>
    public static IHtmlContent Attr(string name, string? value) =>
        value is null ? HtmlString.Empty : Html($" {new HtmlString(name)}=\"{value}\"");

    /// <summary>An attribute without a value; nothing when it is off.</summary>
    public static IHtmlContent Flag(string name, bool on) => on ? new HtmlString(" " + name) : HtmlString.Empty;

    public static IHtmlContent If(bool shown, FormattableString html) => shown ? Html(html) : HtmlString.Empty;

    /// <summary>Starts an element of ours in place of the helper's own, its unbound class kept.</summary>
    public static void Become(this TagHelperOutput output, string tag, string? cssClass = null)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        var all = string.Join(' ', new[] { cssClass, given }.Where(name => !string.IsNullOrEmpty(name)));
        if (all.Length > 0) output.Attributes.SetAttribute("class", all);
    }

    /// <summary>Takes the attributes a page wrote that no property binds (data-, hx-, list …), to put them on the control itself.</summary>
    public static IHtmlContent TakeRest(this TagHelperOutput output)
    {
        var rest = new HtmlContentBuilder();
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name != "class").ToList())
        {
            output.Attributes.Remove(attribute);
            if (attribute.ValueStyle == HtmlAttributeValueStyle.Minimized) rest.AppendHtml(" ").AppendHtml(attribute.Name);
            else rest.Add($" {new HtmlString(attribute.Name)}=\"{attribute.Value}\"");
        }

        return rest;
    }
}

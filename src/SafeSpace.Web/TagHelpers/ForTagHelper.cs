using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>What every field of a form has: a name from the page's property, what was typed, its errors, a hint.</summary>
public abstract class ForTagHelper(Texts texts) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Help in words, under the label. English; translated.</summary>
    public string? Hint { get; set; }

    /// <summary>The work cannot go on without it. Said in words; the browser never blocks the form.</summary>
    public bool Needed { get; set; }

    /// <summary>Says "You can leave this empty." where somebody could think otherwise.</summary>
    public bool Optional { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    protected Texts T { get; } = texts;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected string? ErrorOf(string name) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) && entry.Errors.Count > 0 ? Sentence(entry.Errors[0], T) : null;

    /// <summary>What was typed, verbatim, also when it could not be read; else what the page holds.</summary>
    protected string? TypedOr(string name, string? held) =>
        ViewContext.ModelState.TryGetValue(name, out var entry) && entry.RawValue is not null ? LastOf(entry.RawValue) : held;

    protected static string? Plain(object? value) => value switch
    {
        null => null,
        string text => text,
        IFormattable formattable => formattable.ToString(null, value is Enum ? null : CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    /// <summary>Hint, "needed" and error, with the ids the control is described by.</summary>
    protected IHtmlContent Notes(string id, string? error, out string? describedBy)
    {
        var notes = new HtmlContentBuilder();
        var hint = string.Join(' ', new[] { Hint is null ? null : T[Hint], Optional ? T["You can leave this empty."] : null }.Where(text => text is not null));
        if (hint.Length > 0) notes.Add($"<p class=\"hint\" id=\"{id}-hint\">{hint}</p>\n");
        if (error is not null) notes.Add($"<p class=\"error\" id=\"{id}-error\"><b>{T["Please look:"]}</b> {error}</p>\n");
        var ids = string.Join(' ', new[] { hint.Length > 0 ? id + "-hint" : null, error is null ? null : id + "-error" }.Where(text => text is not null));
        describedBy = ids.Length > 0 ? ids : null;
        return notes;
    }

    protected IHtmlContent LabelWords(string label) =>
        Markup.Html($"{T[label]}{Markup.If(Needed, $" <span class=\"needed\">{T["(needed)"]}</span>")}");

    internal static string Sentence(ModelError error, Texts texts) =>
        texts[string.IsNullOrEmpty(error.ErrorMessage) ? Infrastructure.PlainBindingMessages.Unreadable : error.ErrorMessage];

    private static string? LastOf(object raw) => raw is string[] many ? many.LastOrDefault() : raw.ToString();
}

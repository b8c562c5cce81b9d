using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;moment-field for="When" label="When?"/&gt;</c>: "Now, 18:04 — change", and a day and a time behind it. Left alone it posts
/// nothing (null, the page saves now), so that a form which stayed open says when it was saved, not when it was opened.
/// </summary>
[HtmlTargetElement("moment-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentFieldTagHelper(Texts texts, GroupClock clock) : ForTagHelper(texts)
{
    public string Label { get; set; } = "When?";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var held = For.Model as LocalMoment?;
        var day = TypedOr(Name + ".Day", held is { } d ? DateFieldTagHelper.Said(d.Day) : null);
        var time = TypedOr(Name + ".Time", held is { } t ? t.Time.ToString("HH:mm", CultureInfo.InvariantCulture) : null);
        var error = ErrorOf(Name);
        var opened = error is not null || Has(ErrorOf(Name + ".Day")) || Has(ErrorOf(Name + ".Time")) || Has(day) || Has(time);
        Hint ??= "Leave both empty for now. A time alone means today.";
        var notes = Notes(Id, error, out var describedBy);
        var after = await output.GetChildContentAsync();
        var said = held is { } moment ? $"{Spoken.Day(moment.Day, clock.Today)}, {moment.Time.ToString("HH:mm", CultureInfo.InvariantCulture)}" : T["Now, {0}", clock.LocalNow.ToString("HH:mm", CultureInfo.InvariantCulture)];
        output.Become("div", "field moment");
        output.Content.Add(
            $"\n<details{Markup.Flag("open", opened)}>\n<summary>{T[Label]} <b>{said}</b> — <span class=\"link\">{T["change"]}</span></summary>\n");
        output.Content.Add(
            $"<fieldset id=\"{Id}\" tabindex=\"-1\"{Markup.Attr("aria-describedby", describedBy)}>\n<legend>{LabelWords(Label)}</legend>\n{notes}<div class=\"side-by-side\">\n{Part("Day", "Day", "today", day)}{Part("Time", "Time", "18:04", time)}</div>\n</fieldset>\n</details>\n");
        output.Content.AppendHtml(after);
    }

    private IHtmlContent Part(string part, string label, string example, string? value)
    {
        var (id, name) = (Id + "_" + part, Name + "." + part);
        var error = ErrorOf(name);
        var note = Markup.If(error is not null, $"<p class=\"error\" id=\"{id}-error\"><b>{T["Please look:"]}</b> {error}</p>\n");
        return Markup.Html(
            $"<div class=\"field\">\n<label for=\"{id}\">{T[label]}</label>\n{note}<input type=\"text\"{Markup.Attr("value", value)} id=\"{id}\" name=\"{name}\" class=\"day\" autocomplete=\"off\" placeholder=\"{T[example]}\"{Markup.Attr("aria-describedby", error is null ? null : id + "-error")}{Markup.Attr("aria-invalid", error is null ? null : "true")}>\n</div>\n");
    }

    private static bool Has(string? text) => !string.IsNullOrEmpty(text);
}

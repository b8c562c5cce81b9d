using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;minutes-field for="Minutes" legend="How long?"/&gt;</c>: [5][10][15][30][45][60] or a box. The property binds with
/// <see cref="Infrastructure.Binding.MinutesModelBinder"/>. Left alone it is unknown, never 0.
/// </summary>
[HtmlTargetElement("minutes-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MinutesFieldTagHelper(Texts texts) : ForTagHelper(texts)
{
    private static readonly int[] Usual = [5, 10, 15, 30, 45, 60];

    public string Legend { get; set; } = "How long?";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var typed = Typed();
        var chip = Array.Find(Usual, minutes => typed.Length == 1 && typed[0] == Text(minutes));
        var box = chip == 0 ? typed.LastOrDefault() : null;
        var error = ErrorOf(Name);
        var notes = Notes(Id, error, out var describedBy);
        output.Become("fieldset", error is null ? "choices chips" : "choices chips has-error");
        output.Content.Add($"\n<legend>{LabelWords(Legend)}</legend>\n{notes}<div class=\"options\">\n");
        foreach (var minutes in Usual)
        {
            output.Content.Add(
                $"<label class=\"choice\"><input type=\"radio\" id=\"{Id}-{Text(minutes)}\" name=\"{Name}\" value=\"{Text(minutes)}\"{Markup.Flag("checked", minutes == chip)}><span>{Text(minutes)}</span></label>\n");
        }

        output.Content.Add(
            $"<span class=\"or\"><label for=\"{Id}\">{T["or"]}</label> <input type=\"text\"{Markup.Attr("value", box)} id=\"{Id}\" name=\"{Name}\" class=\"short\" inputmode=\"numeric\" autocomplete=\"off\" aria-label=\"{T["or, in minutes"]}\"{Markup.Attr("aria-describedby", describedBy)}{Markup.Attr("aria-invalid", error is null ? null : "true")}> {T["min"]}</span>\n</div>\n");
    }

    private string[] Typed()
    {
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is { } raw)
            return [.. (raw is string[] many ? many : [raw.ToString()!]).Where(text => !string.IsNullOrWhiteSpace(text))];
        return For.Model is int held ? [Text(held)] : [];
    }

    private static string Text(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}

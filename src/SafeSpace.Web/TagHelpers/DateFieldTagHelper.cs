using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary><c>&lt;date-field for="Born" label="Born"/&gt;</c>: one box, day first, read by <see cref="Infrastructure.Binding.DayText"/>.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper(Texts texts) : ForTagHelper(texts)
{
    public string Label { get; set; } = "Day";

    public string Autocomplete { get; set; } = "off";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= "For example 14 3 1984.";
        var error = ErrorOf(Name);
        var notes = Notes(Id, error, out var describedBy);
        var rest = output.TakeRest();
        var after = await output.GetChildContentAsync();
        output.Become("div", error is null ? "field" : "field has-error");
        output.Content.Add($"\n<label for=\"{Id}\">{LabelWords(Label)}</label>\n{notes}");
        output.Content.Add(
            $"<input type=\"text\"{Markup.Attr("value", TypedOr(Name, Said(For.Model)))} id=\"{Id}\" name=\"{Name}\" class=\"day\" autocomplete=\"{Autocomplete}\"{Markup.Attr("aria-describedby", describedBy)}{Markup.Attr("aria-invalid", error is null ? null : "true")}{Markup.Attr("aria-required", Needed ? "true" : null)}{rest}>\n");
        output.Content.AppendHtml(after);
    }

    internal static string? Said(object? day) => day is DateOnly date ? date.ToString("d M yyyy", CultureInfo.InvariantCulture) : null;
}

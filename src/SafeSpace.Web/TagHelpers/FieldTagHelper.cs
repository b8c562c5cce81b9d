using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;field for="Surname" label="Surname" hint="…"/&gt;</c>: label, hint, error and control. Attributes it does not know go on
/// the control. What is inside the element comes after the control. It renders no maxlength: nothing anybody types is cut.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(Texts texts) : ForTagHelper(texts)
{
    public string Label { get; set; } = "";

    /// <summary>text, tel, email, number, password, search, textarea.</summary>
    public string Type { get; set; } = "text";

    public int Rows { get; set; } = 3;

    /// <summary>Off unless said: the browser would offer the peer's own name and phone for somebody else's.</summary>
    public string Autocomplete { get; set; } = "off";

    public string? Inputmode { get; set; }

    /// <summary>short (a number, a postcode), half, or the whole line.</summary>
    public string? Width { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var error = ErrorOf(Name);
        var notes = Notes(Id, error, out var describedBy);
        var rest = output.TakeRest();
        var after = await output.GetChildContentAsync();
        output.Become("div", error is null ? "field" : "field has-error");
        output.Content.Add($"\n<label for=\"{Id}\">{LabelWords(Label)}</label>\n{notes}");
        var common = Markup.Html(
            $" id=\"{Id}\" name=\"{Name}\"{Markup.Attr("class", Width)} autocomplete=\"{Autocomplete}\"{Markup.Attr("inputmode", Mode)}{Markup.Attr("aria-describedby", describedBy)}{Markup.Attr("aria-invalid", error is null ? null : "true")}{Markup.Attr("aria-required", Needed ? "true" : null)}{rest}");
        // A password is never sent back; everything else is, as it was typed.
        var value = Type == "password" ? null : TypedOr(Name, Plain(For.Model));
        if (Type == "textarea")
            output.Content.Add($"<textarea rows=\"{Rows}\"{common}>\n{value}</textarea>\n"); // the browser drops the first line break of a textarea
        else
            output.Content.Add($"<input type=\"{ShownType}\"{Markup.Attr("value", value)}{common}>\n");
        output.Content.AppendHtml(after);
    }

    // A number input shows nothing at all for "about 20": text keeps what was typed, inputmode brings the digits.
    private string ShownType => Type == "number" ? "text" : Type;

    private string? Mode => Inputmode ?? (Type == "number" ? "numeric" : null);
}

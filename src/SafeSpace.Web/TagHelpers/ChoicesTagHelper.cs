using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.TagHelpers;

/// <summary>
/// <c>&lt;choices for="Kind" legend="What was it?" items="Model.Kinds" look="chips"/&gt;</c>: real radio buttons (with
/// <c>multiple</c>, check boxes) in a list or as chips, or a select. What is inside the element comes after the choices.
/// </summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper(Texts texts) : ForTagHelper(texts)
{
    public string Legend { get; set; } = "";

    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>list, chips, select.</summary>
    public string Look { get; set; } = "list";

    public bool Multiple { get; set; }

    /// <summary>The first line of a select, which posts nothing.</summary>
    public string Nothing { get; set; } = "Choose one";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = Chosen();
        var error = ErrorOf(Name);
        var notes = Notes(Id, error, out var describedBy);
        var rest = output.TakeRest();
        var after = await output.GetChildContentAsync();
        var state = Markup.Html($"{Markup.Attr("aria-describedby", describedBy)}{Markup.Attr("aria-invalid", error is null ? null : "true")}");
        if (Look == "select")
        {
            output.Become("div", error is null ? "field" : "field has-error");
            output.Content.Add($"\n<label for=\"{Id}\">{LabelWords(Legend)}</label>\n{notes}");
            output.Content.Add($"<select id=\"{Id}\" name=\"{Name}\"{Markup.Flag("multiple", Multiple)}{state}{rest}>\n{Options(chosen)}</select>\n");
        }
        else
        {
            output.Become("fieldset", (Look == "chips" ? "choices chips" : "choices") + (error is null ? "" : " has-error"));
            if (describedBy is not null) output.Attributes.SetAttribute("aria-describedby", describedBy);
            output.Content.Add($"\n<legend>{LabelWords(Legend)}</legend>\n{notes}<div class=\"options\">\n{Buttons(chosen, rest)}</div>\n");
        }

        output.Content.AppendHtml(after);
    }

    private HtmlContentBuilder Options(HashSet<string> chosen)
    {
        var options = new HtmlContentBuilder();
        if (!Multiple) options.Add($"<option value=\"\">{T[Nothing]}</option>\n");
        foreach (var item in Items)
            options.Add($"<option value=\"{item.Value}\"{Markup.Flag("selected", chosen.Contains(item.Value))}>{item.Label}</option>\n");
        return options;
    }

    private HtmlContentBuilder Buttons(HashSet<string> chosen, IHtmlContent rest)
    {
        var buttons = new HtmlContentBuilder();
        var number = 0;
        foreach (var item in Items)
        {
            // The first bears the field's own id: the error summary's link lands on it.
            var id = ++number == 1 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{number}");
            var hint = Markup.If(item.Hint is not null, $" <small>{item.Hint}</small>");
            buttons.Add(
                $"<label class=\"choice\"><input type=\"{(Multiple ? "checkbox" : "radio")}\" id=\"{id}\" name=\"{Name}\" value=\"{item.Value}\"{Markup.Flag("checked", chosen.Contains(item.Value))}{rest}><span>{item.Label}{hint}</span></label>\n");
        }

        return buttons;
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is { } raw)
            return raw is string[] many ? [.. many] : [raw.ToString()!];
        return For.Model switch
        {
            null => [""], // the choice that says nothing, where there is one
            string one => [one],
            IEnumerable several => [.. several.Cast<object?>().Select(Posted).OfType<string>()],
            var one => Posted(one) is { } value ? [value] : [],
        };
    }

    private static string? Posted(object? value) => value switch
    {
        Enum => value.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}

using System.Globalization;

namespace SafeSpace.Web.Infrastructure.Words;

/// <summary>
/// The words people read, in the language of the request (<see cref="CultureInfo.CurrentUICulture"/>).
/// The English text is the key; a language file maps it to another language; what a file does not have stays English.
/// </summary>
public sealed class Texts(LanguageFiles files)
{
    /// <summary>The language in which every text comes wrapped in ⟦…⟧, so that a test finds what was never translated.</summary>
    public const string Pseudo = "xx";

    public string Language => CultureInfo.CurrentUICulture is { Name.Length: > 0 } culture ? culture.TwoLetterISOLanguageName : "en";

    public string this[string english] => Translate(english);

    /// <summary>Placeholders as in <see cref="string.Format(string, object[])"/>; numbers and days in the request's culture.</summary>
    public string this[string english, params object?[] values] =>
        Wrap(string.Format(CultureInfo.CurrentCulture, Open(Translate(english)), values));

    /// <summary>
    /// A text that depends on a number: <c>T.Count(n, "{0} person", "{0} people")</c>. The key in a language file is the
    /// second text; its value is a list of as many forms as the language has.
    /// </summary>
    public string Count(int number, string one, string many)
    {
        var forms = files.Forms(Language, many);
        var text = forms is { Count: > 1 } ? forms[Plurals.Form(Language, number, forms.Count)] : number == 1 ? one : many;
        return Seal(string.Format(CultureInfo.CurrentCulture, text, number));
    }

    private string Translate(string english)
    {
        if (string.IsNullOrEmpty(english)) return english;
        var found = files.Forms(Language, english);
        return found is null ? Seal(english) : found[^1];
    }

    private string Seal(string text) => text.StartsWith('⟦') ? text : Wrap(text);

    /// <summary>Also what begins with another text that has its own brackets.</summary>
    private string Wrap(string text) => Language == Pseudo ? $"⟦{text}⟧" : text;

    private string Open(string text) => Language == Pseudo ? text.Trim('⟦', '⟧') : text;
}

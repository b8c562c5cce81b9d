using System.Collections.Frozen;
using System.Text.Json;

namespace SafeSpace.Web.Infrastructure.Words;

/// <summary>
/// The language files of <c>Languages/</c>, built into the program: one JSON object each, English text to the translation,
/// or to a list of forms where the text depends on a number.
/// </summary>
public sealed class LanguageFiles
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, IReadOnlyList<string>>> languages;

    public LanguageFiles()
        : this(BuiltIn())
    {
    }

    /// <param name="files">Language (two letters) and the content of its file.</param>
    public LanguageFiles(IEnumerable<KeyValuePair<string, string>> files) =>
        languages = files.ToFrozenDictionary(file => file.Key, file => Read(file.Key, file.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>The languages there are files for; English needs none.</summary>
    public IEnumerable<string> Languages => languages.Keys;

    /// <summary>The translation's forms, one at least; null when the language has no such text.</summary>
    public IReadOnlyList<string>? Forms(string language, string english) =>
        languages.TryGetValue(language, out var texts) ? texts.GetValueOrDefault(english) : null;

    public IEnumerable<string> Keys(string language) => languages[language].Keys;

    private static FrozenDictionary<string, IReadOnlyList<string>> Read(string language, string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToFrozenDictionary(text => text.Name, text => (IReadOnlyList<string>)FormsOf(language, text));
    }

    private static string[] FormsOf(string language, JsonProperty text)
    {
        string[] forms = text.Value.ValueKind == JsonValueKind.Array
            ? [.. text.Value.EnumerateArray().Select(form => form.GetString()!)]
            : [text.Value.GetString()!];
        return forms.Length > 0 && forms.All(form => !string.IsNullOrWhiteSpace(form))
            ? forms
            : throw new InvalidDataException($"Languages/{language}.json: nothing is said for \"{text.Name}\".");
    }

    private static IEnumerable<KeyValuePair<string, string>> BuiltIn()
    {
        var assembly = typeof(LanguageFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("Languages/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new(Path.GetFileNameWithoutExtension(name), reader.ReadToEnd());
        }
    }
}

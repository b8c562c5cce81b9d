using SafeSpace.Core.Shared;
using System.Text;

namespace SafeSpace.Core.Import.Values;

/// <summary>Which words mean which name: "HTT" and "home treatment" are Home treatment. Case, spaces and full stops do not matter.</summary>
public sealed class WordList
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <param name="words">Each name with the words that mean it; a name always means itself.</param>
    public WordList(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> words)
    {
        foreach (var (name, meaning) in words)
        {
            names[Fold(name)] = name;
            foreach (var word in meaning) names[Fold(word)] = name;
        }
    }

    private WordList(Dictionary<string, string> names) => this.names = names;

    /// <summary>This list with a group's own words over it: theirs win.</summary>
    public WordList With(IReadOnlyDictionary<string, IReadOnlyList<string>>? own)
    {
        if (own is null || own.Count == 0) return this;
        var both = new Dictionary<string, string>(names, StringComparer.Ordinal);
        foreach (var (word, name) in new WordList(own).names) both[word] = name;
        return new WordList(both);
    }

    /// <summary>The name a word means; null where nobody has said.</summary>
    public string? Find(string word) => names.GetValueOrDefault(Fold(word));

    /// <summary>Lower case, letters, digits and the marks that tell words apart; one space between words.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in SafeText.Normalize(text, NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) || c is '/' or '&' or '+') folded.Append(char.ToLowerInvariant(c));
            else if (char.IsWhiteSpace(c) || c is '-' or '–' or '_')
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
        }

        return folded.ToString().Trim().Replace(" / ", "/", StringComparison.Ordinal);
    }
}

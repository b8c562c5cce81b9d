using System.Text.RegularExpressions;
using SafeSpace.Core.Diary;
using SafeSpace.Web.Infrastructure.Forms.KeptPosts;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Shared.GiveBack;

/// <summary>A post that was not taken, with everything that was typed.</summary>
/// <param name="Sentence">English; translated.</param>
/// <param name="PostTo">Where "Save again" sends it.</param>
/// <param name="Page">The page the form stands on.</param>
/// <param name="Again">False when sending the same again cannot help.</param>
public sealed partial record GivenBack(string Sentence, string PostTo, string Page, PostedFields Fields, bool Again)
{
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal) { "FormId", "Version", PutBackFilter.DraftField };

    /// <summary>What a person would know again: words, not ids. The name is English, translated; so are words that are ours, of a choice.</summary>
    public IEnumerable<(string Name, string Words, bool Ours)> Readable =>
        from typed in Fields.Values
        where !Hidden.Contains(typed.Key)
        from words in typed.Value
        where words.Length > 0 && !Guid.TryParse(words, out _)
        let chosen = ChoiceOf(typed.Key, words)
        select (NameOf(typed.Key), chosen ?? words, chosen is not null);

    private static string? ChoiceOf(string name, string value) =>
        name == "Kind" && Enum.GetNames<ContactKind>().Contains(value) ? KindWords.Of(Enum.Parse<ContactKind>(value)) : null;

    private static string NameOf(string name)
    {
        var spaced = Humps().Replace(name.Replace('.', ' '), " $1").Trim().ToLowerInvariant();
        return spaced.Length == 0 ? spaced : char.ToUpperInvariant(spaced[0]) + spaced[1..];
    }

    [GeneratedRegex("(?<=[a-z])([A-Z])")]
    private static partial Regex Humps();
}

using SafeSpace.Core.Shared;
using System.Globalization;
using System.Text;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Whose;

/// <summary>Names as the same or not, for rows without a reference: exact but for capitals, spaces and the shape of an apostrophe.</summary>
public static class NameFold
{
    /// <summary>"  KHAN" and "Khan" are one; "Siobhán" and "Siobhan" are two.</summary>
    public static string Exact(string given, string surname) => Fold(given, surname, keepAccents: true);

    /// <summary>Without accents, hyphens and apostrophes: what a hurried hand writes.</summary>
    public static string Loose(string given, string surname) => Fold(given, surname, keepAccents: false);

    private static string Fold(string given, string surname, bool keepAccents)
    {
        var name = SafeText.Normalize($"{given} {surname}", keepAccents ? NormalizationForm.FormC : NormalizationForm.FormD);
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '–')
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
            }
            else if (c is '\'' or '’' or '‘' or '`' or '.' || !keepAccents && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString().TrimEnd();
    }
}

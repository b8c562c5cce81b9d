using System.Text;

namespace SafeSpace.Core.Import.Recognising;

/// <summary>Headers without what people add to them: case, colons, brackets, line breaks.</summary>
internal static class HeaderText
{
    public static string Fold(string header)
    {
        var folded = new StringBuilder(header.Length);
        foreach (var c in header)
        {
            if (char.IsLetterOrDigit(c) || c is '/' or '&' or '£') folded.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '’') continue;
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd().Replace(" / ", "/", StringComparison.Ordinal);
    }
}

using System.Text;

namespace SafeSpace.Core.Shared;

/// <summary>Names of record books as the same or not: capitals, spaces, points and the shape of an apostrophe do not matter, accents do.</summary>
public static class BookNames
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in SafeText.Normalize(name, NormalizationForm.FormC))
        {
            if (char.IsWhiteSpace(c) || c is '-' or '‐' or '–')
            {
                if (key.Length > 0 && key[^1] != ' ')
                    key.Append(' ');
            }
            else if (c is not ('\'' or '’' or '‘' or '`' or '.'))
            {
                key.Append(char.ToLowerInvariant(c));
            }
        }

        return key.ToString().TrimEnd();
    }
}

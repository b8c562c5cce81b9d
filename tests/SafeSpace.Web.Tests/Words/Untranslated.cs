using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SafeSpace.Web.Tests.Words;

/// <summary>What stands on a page in the pseudo-language without its brackets, and is no word of the group's own.</summary>
internal static class Untranslated
{
    /// <summary>Typed by people, made by programs, or days and times.</summary>
    private const string NotOurs = "script, style, svg, code, kbd, time, textarea, pre, .as-typed, .words, [data-key], [lang]:not(html)";

    private static readonly string[] Spoken = ["aria-label", "title", "placeholder", "alt", "data-label"];

    private static readonly char[] Between = ['·', ',', ';', ':', '(', ')', '—', '–', '|', '“', '”', '"', '…', '.', '?', '!', '%', '→', '\n', '@', '+'];

    public static IEnumerable<string> On(IHtmlDocument page, GroupWords group)
    {
        var texts = page.All.Where(e => e.Closest(NotOurs) is null)
            .SelectMany(e => e.ChildNodes.OfType<IText>().Select(t => t.Data).Concat(Spoken.Select(e.GetAttribute).OfType<string>()))
            .Append(page.Title ?? "");
        return texts.SelectMany(text => LeftOver(text, group)).Distinct();
    }

    internal static IEnumerable<string> LeftOver(string text, GroupWords group) =>
        Outside(text).Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(piece => piece.Any(char.IsLetter) && !group.Have(piece) && !group.Have(text.Trim()));

    /// <summary>Brackets stand inside brackets where a text has another one in it.</summary>
    private static string Outside(string text)
    {
        var outside = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            if (c == '⟦' && depth++ == 0)
                outside.Append('|');
            else if (c == '⟧')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0)
                outside.Append(c);
        }

        return outside.ToString();
    }
}

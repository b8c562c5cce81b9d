using AngleSharp.Dom;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.SocialValue;

internal static class Tables
{
    /// <summary>Every row of every table, its cells with a space between; what is read out and not seen is left out.</summary>
    public static string Rows(this Answer answer) =>
        string.Join('\n', answer.Page.QuerySelectorAll("main table tr").Select(row => string.Join(' ', row.QuerySelectorAll("th, td").Select(Said))));

    private static string Said(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var hidden in copy.QuerySelectorAll(".hidden, button").ToList())
            hidden.Remove();
        return string.Join(' ', copy.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

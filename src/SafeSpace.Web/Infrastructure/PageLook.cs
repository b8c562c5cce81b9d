using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SafeSpace.Web.Infrastructure;

/// <summary>What a page tells the layout about itself.</summary>
public static class PageLook
{
    private const string SavedAt = "SavedAt";
    private const string SavedWords = "SavedWords";

    /// <summary>The page's one heading and its title. What is a person's name is not in the title: the browser keeps titles.</summary>
    public static void Heading(this ViewDataDictionary data, string heading, string? title = null)
    {
        data["Heading"] = heading;
        data["Title"] = title ?? heading;
    }

    /// <summary>Where am I: the steps above this page, outermost first.</summary>
    public static void Crumbs(this ViewDataDictionary data, params Crumb[] crumbs) => data["Crumbs"] = crumbs;

    /// <summary>The page shows somebody: it gets "Leave this page", and the browser keeps no copy.</summary>
    public static void AboutPerson(this ViewDataDictionary data) => data["AboutPerson"] = true;

    /// <summary>The page uses the width of a desk (tables, boards); text pages stay narrow.</summary>
    public static void Wide(this ViewDataDictionary data) => data["Wide"] = true;

    /// <summary>The page that opens next says "Saved, 14:03." and, when given, what was saved.</summary>
    public static void MarkSaved(this PageModel page, DateTime utc, string? words = null)
    {
        page.TempData[SavedAt] = utc.Ticks.ToString(CultureInfo.InvariantCulture);
        if (words is not null) page.TempData[SavedWords] = words;
    }

    internal static (DateTime Utc, string? Words)? TakeSaved(ITempDataDictionary data) =>
        data[SavedAt] is string ticks
            ? (new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc), data[SavedWords] as string)
            : null;
}

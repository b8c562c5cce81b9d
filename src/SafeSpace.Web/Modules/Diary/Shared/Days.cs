using System.Globalization;
using SafeSpace.Core.Diary;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>Days in addresses of the diary.</summary>
public static class Days
{
    /// <summary>English; null when the day can be shown.</summary>
    public static string? Mistake(DateOnly? day) => day?.Year is < 1990 or > 2200 ? "There is no diary for this day." : null;

    public static string Address(string page, DateOnly day, ContactKind? kind, string? after) =>
        string.Create(CultureInfo.InvariantCulture, $"{page}?day={day:yyyy-MM-dd}{(kind is null ? "" : $"&kind={kind}")}{(after is null ? "" : $"&after={after}")}");
}

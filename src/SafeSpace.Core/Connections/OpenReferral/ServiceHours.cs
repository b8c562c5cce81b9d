using System.Text.Json;
using System.Text.RegularExpressions;

namespace SafeSpace.Core.Connections.OpenReferral;

/// <summary>When a service is open, in words, from a schedule of HSDS: its own words where it has some, else "Mon, Thu 10:00–18:00" from its days and times.</summary>
internal static partial class ServiceHours
{
    private static readonly Dictionary<string, string> Days = new(StringComparer.Ordinal)
    {
        ["MO"] = "Mon",
        ["TU"] = "Tue",
        ["WE"] = "Wed",
        ["TH"] = "Thu",
        ["FR"] = "Fri",
        ["SA"] = "Sat",
        ["SU"] = "Sun",
    };

    private static readonly Dictionary<string, string> Which = new(StringComparer.Ordinal) { [""] = "", ["1"] = "first ", ["2"] = "second ", ["3"] = "third ", ["4"] = "fourth ", ["5"] = "fifth ", ["-1"] = "last " };

    /// <summary>Null where it says nothing.</summary>
    public static string? Of(JsonElement schedule)
    {
        if (ServiceImport.Text(schedule, "description") is { } words)
            return words;
        var days = string.Join(", ", Day().Matches(ServiceImport.Text(schedule, "byday") ?? "").Select(m => Which.GetValueOrDefault(m.Groups["which"].Value, "") + Days[m.Groups["day"].Value]));
        var (opens, closes) = (Time(schedule, "opens_at"), Time(schedule, "closes_at"));
        var times = opens is not null && closes is not null ? $"{opens}–{closes}" : opens is not null ? $"{opens}–" : closes is not null ? $"–{closes}" : "";
        return string.Join(' ', new[] { days, times }.Where(w => w.Length > 0)) is { Length: > 0 } said ? said : ServiceImport.Text(schedule, "notes");
    }

    private static string? Time(JsonElement schedule, string name) => ServiceImport.Text(schedule, name) is { } text && Hour().Match(text) is { Success: true } hour ? hour.Value : null;

    [GeneratedRegex("(?<which>-?[0-9]?)(?<day>MO|TU|WE|TH|FR|SA|SU)")]
    private static partial Regex Day();

    [GeneratedRegex("^[0-2][0-9]:[0-5][0-9]")]
    private static partial Regex Hour();
}

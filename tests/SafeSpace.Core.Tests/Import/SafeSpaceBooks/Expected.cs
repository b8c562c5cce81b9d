using System.Text.Json;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.SafeSpaceBooks;

/// <summary>The truth behind the team's register and diary.</summary>
internal static class Expected
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(SharedData.Path("safe-space/expected.json"))).RootElement;

    public static int Int(string name) => Root.GetProperty(name).GetInt32();

    public static DateOnly Day(string name) => DateOnly.ParseExact(Root.GetProperty(name).GetString()!, "yyyy-MM-dd");

    public static SortedDictionary<string, int> Counts(string name) =>
        new(Root.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()), StringComparer.Ordinal);

    public static int Int(string name, string inner) => Root.GetProperty(name).GetProperty(inner).GetInt32();

    public static List<(string New, string Same)> Pairs() =>
    [
        .. Root.GetProperty("probable_duplicates").EnumerateArray()
            .Select(pair => (pair.GetProperty("new_reference").GetString()!, pair.GetProperty("same_person_as").GetString()!)),
    ];

    public static List<(string? Sheet, int Row, string Why)> Rejects() =>
    [
        .. Root.GetProperty("register_rejects").EnumerateArray()
            .Select(r => ((string?)r.GetProperty("sheet").GetString(), r.GetProperty("row").GetInt32(), r.GetProperty("why").GetString()!)),
        .. Root.GetProperty("diary_rejects").EnumerateArray()
            .Select(r => ((string?)null, r.GetProperty("line_in_records").GetInt32(), r.GetProperty("why").GetString()!)),
    ];

    public static List<int> EnteredTwice() => [.. Root.GetProperty("diary_rows_entered_twice").EnumerateArray().Select(r => r.GetInt32())];
}

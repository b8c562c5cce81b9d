using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Map;

/// <summary>
/// Every table and every column that can hold a word: what it is, and what erasing somebody does to it. Erasing goes by this map and by
/// nothing else, so a column that is not in it fails a test before it can keep anybody's name.
/// </summary>
public static class DataMap
{
    public static readonly IReadOnlyList<MappedTable> Tables = [.. PeopleTables.All, .. SupportTables.All, .. HouseTables.All, .. RightsTables.All];

    private static readonly Dictionary<Type, MappedTable> ByType = Tables.ToDictionary(t => t.Type);

    public static MappedTable Of(Type type) => ByType[type];

    /// <summary>What is missing or wrong in the map, as sentences; none when every table and column of the model stands in it.</summary>
    public static IReadOnlyList<string> Gaps(IModel model)
    {
        var gaps = new List<string>();
        var types = model.GetEntityTypes().Where(t => !t.IsOwned() && !t.IsMappedToJson()).ToList();
        foreach (var type in types)
        {
            if (!ByType.TryGetValue(type.ClrType, out var table))
            {
                gaps.Add($"{type.ClrType.Name} is not in the map.");
                continue;
            }

            gaps.AddRange(type.GetProperties().Where(CanHoldWords).Select(p => p.Name).Except(table.Columns.Select(c => c.Property)).Select(p => $"{type.ClrType.Name}.{p} is not in the map."));
            gaps.AddRange(table.Columns.Where(c => type.FindProperty(c.Property) is null).Select(c => $"{type.ClrType.Name} has no {c.Property}."));
            if (table.Belongs is not (Belongs.ToPeople or Belongs.ByItself) && type.GetProperties().Any(IsOfPerson))
                gaps.Add($"{type.ClrType.Name} names a person, and the map says otherwise.");
            if (table.Belongs is Belongs.ToNobody && HangsOn(type) is { } parent)
                gaps.Add($"{type.ClrType.Name} hangs on {parent}, which is about people, and the map says it is about nobody.");
        }

        return gaps;
    }

    public static bool IsOfPerson(IProperty property) => property.ClrType == typeof(PersonId) || property.ClrType == typeof(PersonId?);

    /// <summary>Words, pictures, days of birth. Ids, numbers, moments and choices of a fixed set cannot.</summary>
    public static bool CanHoldWords(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) || type == typeof(Sealed) || type == typeof(byte[]) || property.Name == "DateOfBirth";
    }

    /// <summary>The table about people whose row this one names, where it does: "StoryId" names a story.</summary>
    private static string? HangsOn(IEntityType type) =>
        type.GetProperties().Where(p => p.Name.EndsWith("Id", StringComparison.Ordinal))
            .Select(p => p.Name[..^2]).FirstOrDefault(name => Tables.Any(t => t.Type.Name == name && t.Belongs is Belongs.ToPeople) && !NoWords.Contains((type.ClrType.Name, name)));

    /// <summary>These name a row about people and hold no word of it.</summary>
    private static readonly HashSet<(string Table, string Names)> NoWords = [("CounsellingSlot", "Appointment"), ("Debrief", "Contact")];
}

namespace SafeSpace.Core.Import.Mapping;

/// <summary>A group's own words: each name with the words that mean it.</summary>
public sealed record WordMapping
{
    public static readonly IReadOnlyList<string> Lists = ["team", "urgency", "factor", "contact_kind", "gender", "state", "answer"];

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> ByList { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Of(string list) => ByList.GetValueOrDefault(list);
}

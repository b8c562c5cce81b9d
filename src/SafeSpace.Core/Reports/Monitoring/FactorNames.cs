namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>
/// The names factors are published under. A group may reword its list; figures sent out month after month keep one name for one thing.
/// A factor a group added itself is published under its code.
/// </summary>
public static class FactorNames
{
    public const string AnxietyDepression = "anxiety_depression";

    private static readonly (string Code, string Name, bool Always)[] Published =
    [
        ("alcohol", "Alcohol", true),
        ("domestic_violence", "Domestic violence", true),
        ("covid", "COVID", true),
        ("suicide_attempt", "Suicide attempt", true),
        ("bereavement", "Bereavement", true),
        ("self_harm", "Self-harm", true),
        ("isolation", "Isolation", true),
        ("drugs", "Drugs", true),
        ("relationship_issues", "Relationship issues", true),
        (AnxietyDepression, "Anxiety/depression", true),
        ("financial", "Financial problems", true),
        ("housing", "Housing problems", true),
        ("carer", "Carer", true),
        ("benefits", "Benefits", false),
    ];

    private static readonly Dictionary<string, string> ByCode = Published.ToDictionary(p => p.Code, p => p.Name);

    /// <summary>Factors that are named also where nobody has them.</summary>
    public static IEnumerable<string> AlwaysNamed => Published.Where(p => p.Always).Select(p => p.Code);

    public static string Of(string code) => ByCode.GetValueOrDefault(code, code);

    /// <summary>The published order first, then a group's own by code.</summary>
    public static int PlaceOf(string code)
    {
        var place = Array.FindIndex(Published, p => p.Code == code);
        return place < 0 ? int.MaxValue : place;
    }
}

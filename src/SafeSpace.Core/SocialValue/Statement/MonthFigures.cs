using System.Text.Json;
using System.Text.Json.Serialization;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>So many units at one level, at the rate in force: one line of the working.</summary>
/// <param name="Count">Exact: hours may be fractions.</param>
/// <param name="Pence">The rate; null where none is agreed for those days.</param>
/// <param name="RateFrom">From when that rate holds.</param>
public sealed record ValueLine(ValueComponent Component, string Level, Fraction Count, long? Pence, DateOnly? RateFrom)
{
    [JsonIgnore]
    public Fraction? Value => Pence is { } pence ? Count * pence : null;
}

/// <summary>How many of what stand behind a month.</summary>
public sealed record ValueCounts(int Leaders, long PeerSupporters, long CentreUses, long RegisteredMembers, long SevereCrises);

/// <summary>One month of the value statement, exact, with its working. Money is in pence; null is missing, never nothing.</summary>
public sealed record MonthFigures
{
    /// <summary>Cells worked out before: a page asks for each many times.</summary>
    private readonly Dictionary<string, Fraction?> worked = [];

    public required string Month { get; init; }

    public Fraction? Statutory { get; init; }

    public Fraction? Other { get; init; }

    public required IReadOnlyList<ValueLine> Lines { get; init; }

    /// <summary>Components whose record book has nothing of this month: missing, unless whoever closes the month says that nothing happened.</summary>
    public IReadOnlyList<ValueComponent> WithoutBook { get; init; } = [];

    public required ValueCounts Counts { get; init; }

    /// <summary>Sign-ins nobody has said a day or half a day of: counted, and worth nothing yet.</summary>
    public long Undecided { get; init; }

    /// <summary>The month whose list of levels this one goes by.</summary>
    public string? LevelsOf { get; init; }

    /// <summary>The data begins or ends within it, or it is not over.</summary>
    public bool IsPart { get; init; }

    [JsonIgnore]
    public bool IsClosed { get; init; }

    [JsonIgnore]
    public Month When => Shared.Month.TryParse(Month, out var month) ? month : default;

    [JsonIgnore]
    public Fraction? TotalIncome => Statutory is null && Other is null ? null : (Statutory ?? Fraction.Zero) + (Other ?? Fraction.Zero);

    /// <summary>What is known of all components; null when nothing is.</summary>
    [JsonIgnore]
    public Fraction? Return
    {
        get
        {
            var known = Enum.GetValues<ValueComponent>().Select(Value).OfType<Fraction>().ToList();
            return known.Count == 0 ? null : Fraction.Sum(known);
        }
    }

    /// <summary>A component's worth; null where its book is missing or a rate is not agreed.</summary>
    public Fraction? Value(ValueComponent component)
    {
        if (WithoutBook.Contains(component))
            return null;
        var values = Lines.Where(l => l.Component == component).Select(l => l.Value).ToList();
        return values.Contains(null) ? null : Fraction.Sum(values.Select(v => v!.Value));
    }

    /// <summary>The statement's cell in pence: statutory, other, a component, total_income, total_social_return.</summary>
    public Fraction? Cell(string cell)
    {
        if (!worked.TryGetValue(cell, out var worth))
            worked[cell] = worth = Work(cell);
        return worth;
    }

    private Fraction? Work(string cell) => cell switch
    {
        "statutory" => Statutory,
        "other" => Other,
        "total_income" => TotalIncome,
        "total_social_return" => Return,
        _ => Value(ValueCells.ComponentOf(cell)),
    };

    public string ToJson() => JsonSerializer.Serialize(this, FiguresJson.Options);

    public static MonthFigures FromJson(string json) => JsonSerializer.Deserialize<MonthFigures>(json, FiguresJson.Options)!;
}

/// <summary>How exact figures are kept.</summary>
internal static class FiguresJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}

/// <summary>The cells of the statement, by the names programs know them by, in the order of the published table.</summary>
public static class ValueCells
{
    public static readonly IReadOnlyList<string> Money =
        ["statutory", "other", "leadership", "peer_support", "centre_use", "membership", "crisis_support", "total_income", "total_social_return"];

    public static string Of(ValueComponent component) => component switch
    {
        ValueComponent.Leadership => "leadership",
        ValueComponent.PeerSupport => "peer_support",
        ValueComponent.CentreUse => "centre_use",
        ValueComponent.Membership => "membership",
        _ => "crisis_support",
    };

    public static ValueComponent ComponentOf(string cell) => Enum.GetValues<ValueComponent>().First(c => Of(c) == cell);

    public static ValueComponent? Find(string? cell) => Enum.GetValues<ValueComponent>().Where(c => Of(c) == cell).Cast<ValueComponent?>().FirstOrDefault();
}

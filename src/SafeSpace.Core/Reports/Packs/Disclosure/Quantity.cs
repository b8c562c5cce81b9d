using System.Text.Json.Serialization;

namespace SafeSpace.Core.Reports.Packs.Disclosure;

/// <summary>
/// A number of a pack as disclosure control sees it. <paramref name="Unit"/> is what one person adds to it: 1 for a count of people or contacts,
/// the mean amount for minutes and money that few people stand behind, 0 where nobody can be told from it.
/// </summary>
/// <param name="Key">What it is a number of: "referrals|first|2026-01".</param>
/// <param name="Edition">1 when first published; a restatement that changes it makes the next.</param>
/// <param name="Hidden">It stands in no table, but whoever knows how the tables hang together could work it out.</param>
/// <param name="Weight">How sorely it is missed when it is withheld for another's sake.</param>
public sealed record Quantity(string Key, int Edition, decimal Value, decimal Unit, bool Hidden, int Weight)
{
    /// <summary>Fewer than this many are never shown.</summary>
    public const int Fewest = 5;

    public bool Shown { get; set; }

    [JsonIgnore]
    public string Name => $"{Key}@{Edition}";

    /// <summary>One to four people stand behind it.</summary>
    [JsonIgnore]
    public bool GivesAway => Unit > 0 && Value != 0 && Math.Abs(Value) < Fewest * Unit;

    /// <summary>None to four: not shown. That nobody is behind it is not told apart, or the others could be.</summary>
    [JsonIgnore]
    public bool TooFew => Unit > 0 && Math.Abs(Value) < Fewest * Unit;
}

/// <summary>Quantities that always balance: the sum of each times its factor is nothing.</summary>
public sealed record Relation(IReadOnlyList<Term> Terms);

public sealed record Term(string Quantity, decimal Factor);

/// <summary>A figure that was published and then changed: that so few were added or taken away must not show either.</summary>
public sealed record Change(string After, string Before);

/// <summary>What nobody may narrow down: no lower bound above <paramref name="Low"/>, no upper bound below <paramref name="High"/>.</summary>
public sealed record Secret(string What, IReadOnlyList<Term> Of, decimal Low, decimal High);

/// <summary>The figures of one pack as they are, and how they hang together. Kept sealed; never leaves.</summary>
public sealed record PackFigures(IReadOnlyList<Quantity> Quantities, IReadOnlyList<Relation> Relations, IReadOnlyList<Change> Changes)
{
    public static readonly PackFigures None = new([], [], []);

    /// <summary>Everything published so far and what is about to be, as one.</summary>
    public static PackFigures Together(IEnumerable<PackFigures> packs)
    {
        var all = packs.ToList();
        return new([.. all.SelectMany(p => p.Quantities)], [.. all.SelectMany(p => p.Relations)], [.. all.SelectMany(p => p.Changes)]);
    }
}

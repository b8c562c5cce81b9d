using System.Runtime.InteropServices;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>
/// How common names are among the people at hand: a rare surname says more than Smith. Short lists lean on what is usual.
/// </summary>
public sealed class ValueFrequencies
{
    private const int FewestForCommon = 3;

    private readonly Dictionary<string, int> given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> surnames = new(StringComparer.Ordinal);
    private readonly HashSet<long> bearers = [];
    private int people;

    /// <summary>When nothing is known of the list.</summary>
    public static ValueFrequencies Usual { get; } = new();

    public static ValueFrequencies Of(IEnumerable<ComparedPerson> list)
    {
        var frequencies = new ValueFrequencies();
        foreach (var person in list) frequencies.Add(person);
        return frequencies;
    }

    /// <summary>Counts one person more.</summary>
    public void Add(ComparedPerson person) => Add(new PreparedPerson(person));

    /// <summary>Bearers are told apart by their birth dates, so that somebody who stands in the list five times does not make a name common.</summary>
    internal void Add(PreparedPerson person)
    {
        people++;
        var who = person.Born?.Digits ?? "?";
        if (person.Given.Length > 0) CountOne(given, 'g', person.Given[0].Whole, who);
        if (person.Surname is { } surname) CountOne(surnames, 's', surname.Whole, who);
    }

    /// <summary>Above zero: the words are rather given names than surnames; each whole number is twice as often.</summary>
    internal double GivenLeaning(string a, string b)
    {
        double asGiven = given.GetValueOrDefault(a) + given.GetValueOrDefault(b) + (ShortForms.IsKnownName(a) || ShortForms.IsKnownName(b) ? 1 : 0);
        double asSurname = surnames.GetValueOrDefault(a) + surnames.GetValueOrDefault(b);
        return Math.Log2((asGiven + 0.5) / (asSurname + 0.5));
    }

    /// <summary>Two spellings that several people bear each: more likely two names (Kade, Kane) than one and a slip.</summary>
    internal bool AreBothGivenNames(string a, string b) => (IsCommon(given, a) || ShortForms.IsKnownName(a)) && (IsCommon(given, b) || ShortForms.IsKnownName(b));

    internal bool AreBothSurnames(string a, string b) => IsCommon(surnames, a) && IsCommon(surnames, b);

    /// <summary>Points for two people both called so; the commoner of two spellings counts, because a slip in Smith is rare but no less a Smith.</summary>
    internal double GivenNamePoints(string a, string b) => Points(given, MatchWeights.UsualGivenName, MatchWeights.GivenNameRarity, MatchWeights.GivenNameLess, a, b);

    internal double SurnamePoints(string a, string b) => Points(surnames, MatchWeights.UsualSurname, MatchWeights.SurnameRarity, MatchWeights.SurnameLess, a, b);

    private double Points(Dictionary<string, int> counts, double usual, double rarity, double less, string a, string b)
    {
        // The two people compared are themselves in the list, so a name only they bear has been seen by chance no more than usual.
        var seen = Math.Max(0, Math.Max(counts.GetValueOrDefault(a), counts.GetValueOrDefault(b)) - 2);
        var share = (seen + (usual * MatchWeights.UsualListSize)) / (people + MatchWeights.UsualListSize);
        return Math.Clamp((rarity * -Math.Log2(share)) - less, MatchWeights.LeastForName, MatchWeights.MostForName);
    }

    private static bool IsCommon(Dictionary<string, int> counts, string value) => counts.GetValueOrDefault(value) >= FewestForCommon;

    private void CountOne(Dictionary<string, int> counts, char kind, string name, string who)
    {
        if (bearers.Add(StableHash.Of(kind, $"{name} {who}"))) CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
    }
}

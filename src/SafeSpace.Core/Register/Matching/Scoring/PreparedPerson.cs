using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>A person's details folded once, to be compared many times.</summary>
internal sealed class PreparedPerson
{
    public PreparedPerson(ComparedPerson person)
    {
        var given = PreparedName.Of(person.GivenName);
        var knownAs = PreparedName.Of(person.KnownAs);
        Given = [.. new[] { given, knownAs }.OfType<PreparedName>().DistinctBy(name => name.Whole)];
        Surname = PreparedName.Of(person.Surname);
        Born = person.Born;
        Phones = [.. person.Phones.Distinct()];
        House = OneWord(person.House);
        Street = OneWord(person.Street);
        AddressLine = OneWord(person.AddressLine);
        Place = OneWord(person.Place);
        Postcode = PostcodeKeys.Normalise(person.Postcode);
        Area = OneWord(person.Area);
        IsWoman = Sex(person.Gender);
    }

    /// <summary>The given name, and the name the person goes by.</summary>
    public PreparedName[] Given { get; }

    public PreparedName? Surname { get; }

    public BirthDate? Born { get; }

    public string[] Phones { get; }

    public string? House { get; }

    public string? Street { get; }

    public string? AddressLine { get; }

    public string? Place { get; }

    public string? Postcode { get; }

    public string? Area { get; }

    /// <summary>Null: not said, or in words that must not be told apart.</summary>
    public bool? IsWoman { get; }

    private static string? OneWord(string? text)
    {
        var folded = NameFolding.Fold(text).Replace(" ", "", StringComparison.Ordinal);
        return folded.Length == 0 ? null : folded.Length > 128 ? folded[..128] : folded;
    }

    private static bool? Sex(string? gender) => NameFolding.Fold(gender) switch
    {
        "f" or "female" or "woman" or "w" or "girl" or "lady" => true,
        "m" or "male" or "man" or "boy" => false,
        _ => null,
    };
}

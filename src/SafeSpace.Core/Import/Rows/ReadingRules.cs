using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Values;

namespace SafeSpace.Core.Import.Rows;

/// <summary>How cells are understood: the group's own words over the usual ones.</summary>
public sealed record ReadingRules(DateOnly Today, string Prefix, PhoneCountry Country, DateOrder Dates, NameOrder Names)
{
    public required WordList Teams { get; init; }

    public required WordList Urgencies { get; init; }

    public required WordList Factors { get; init; }

    public required WordList ContactKinds { get; init; }

    public required WordList Genders { get; init; }

    public required WordList States { get; init; }

    public static ReadingRules For(ImportOptions options, BookMapping mapping) =>
        new(options.Today, (mapping.ReferencePrefix ?? options.ReferencePrefix).ToUpperInvariant(), options.Country, mapping.Dates, mapping.Names)
        {
            Teams = UsualWords.Teams.With(mapping.Words.Of("team")),
            Urgencies = UsualWords.Urgencies.With(mapping.Words.Of("urgency")),
            Factors = UsualWords.Factors.With(mapping.Words.Of("factor")),
            ContactKinds = UsualWords.ContactKinds.With(KindsByName(mapping)),
            Genders = UsualWords.Genders.With(mapping.Words.Of("gender")),
            States = UsualWords.States.With(mapping.Words.Of("state")),
        };

    private static Dictionary<string, IReadOnlyList<string>>? KindsByName(BookMapping mapping) =>
        mapping.Words.Of("contact_kind")?.ToDictionary(word => ContactKindNames.Find(word.Key)!.Value.ToString(), word => word.Value);
}

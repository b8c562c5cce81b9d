namespace SafeSpace.Core.Register.Matching.Details;

/// <summary>What is known of one person, as far as it helps to tell whether two records are of one. Anything may be missing.</summary>
public sealed record ComparedPerson
{
    public string? GivenName { get; init; }

    public string? Surname { get; init; }

    /// <summary>The name the person goes by, when another than the given name.</summary>
    public string? KnownAs { get; init; }

    public BirthDate? Born { get; init; }

    /// <summary>Normalised numbers (see <see cref="PhoneKeys"/>).</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>The house's number or name.</summary>
    public string? House { get; init; }

    public string? Street { get; init; }

    /// <summary>A further line of the address.</summary>
    public string? AddressLine { get; init; }

    /// <summary>Suburb, village or town.</summary>
    public string? Place { get; init; }

    public string? Postcode { get; init; }

    /// <summary>County, state or region.</summary>
    public string? Area { get; init; }

    /// <summary>In the person's own words; only women and men (as written in many ways) are ever told apart.</summary>
    public string? Gender { get; init; }
}

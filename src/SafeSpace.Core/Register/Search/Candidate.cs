using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Search;

/// <summary>A record that was found by some index. Its own id differs from the kept one's when it stands merged.</summary>
internal sealed record Candidate(PersonId Record, PersonId Kept, string Reference, string GivenName, string Surname, string? KnownAs, DateOnly? DateOfBirth);

/// <summary>How near a record is to what was typed: less is nearer; and why.</summary>
internal sealed record Nearness(double Cost, IReadOnlyList<string> Why);

/// <summary>Why a record was found. Keys of the language files.</summary>
public static class FoundBecause
{
    public const string SameReference = "the reference";
    public const string SameGivenName = "same first name";
    public const string SameSurname = "same surname";
    public const string ShortForm = "another form of the first name";
    public const string GivenNameNear = "first name one letter off";
    public const string SurnameNear = "surname one letter off";
    public const string GivenNameSounds = "first name sounds alike";
    public const string SurnameSounds = "surname sounds alike";
    public const string OtherScript = "the name in another script";
    public const string Swapped = "names the other way round";
    public const string SameBirthDate = "same date of birth";
    public const string BirthDateSwapped = "day and month of birth the other way round";
    public const string SameBirthYear = "born that year";
    public const string BornOtherwise = "born on another day";
    public const string Phone = "same phone";
    public const string PartOfPhone = "the end of the phone number";
    public const string SamePostcode = "same postcode";
    public const string PartOfPostcode = "the first part of the postcode";
}

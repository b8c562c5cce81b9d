namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>
/// The one set of weights and thresholds, for every list. Points are base-2 logarithms of how much likelier a finding is for one person
/// than for two (Fellegi and Sunter 1969). docs/matching.md tells where they come from.
/// </summary>
public static class MatchWeights
{
    /// <summary>From here on a pair is offered to a person.</summary>
    public const double Probably = 11.6;

    /// <summary>From here on, and with nothing that twins, families or couples could share, a pair is one person.</summary>
    public const double Same = 18;

    /// <summary>Two records that each match a third this well are offered as well.</summary>
    public const double Link = 12.1;

    /// <summary>
    /// Points for an exact name: its base-2 rarity in the list this often, less a few, because kin and neighbours share names more than chance would.
    /// </summary>
    public const double GivenNameRarity = 1.15, GivenNameLess = 1.9, SurnameRarity = 1.25, SurnameLess = 3.1;

    /// <summary>The least and most points for one exact name, however common or rare in the list.</summary>
    public const double LeastForName = 2, MostForName = 9.55;

    // Agreement that is not exact earns this part of what the exact one would (by the commoner of the two spellings).
    // One letter earns it all: two people whose names differ by one letter that makes no other name are as rare as two of one name.
    public const double OneLetterPart = 1, ShortFormPart = 0.6, OtherScriptPart = 0.8, SoundPart = 0.55, NamePartPart = 0.6, LookPart = 0.5;

    public const double GivenNamesDiffer = -3, SurnamesDiffer = -4, NamesSwapped = 0;

    public const double SameBirthDate = 14, BirthDateDigitsSwapped = 8.45, BirthDayAndMonthSwapped = 6, BirthDateOneDigit = 4.5, BirthDateTwoDigits = -0.8;

    public const double BirthDatesDiffer = -3.9, SameBirthYear = -6, SameBirthday = -5.9;

    public const double SamePhone = 9, PhoneOneDigit = 5, PhonesDiffer = -0.5;

    public const double Street = 7, Postcode = 6, AddressLine = 5, House = 4, Place = 4, Area = 1;

    /// <summary>The part of each address field's points that is taken away when it differs, and the most that is taken away in all: people move.</summary>
    public const double AddressPartDiffers = -0.4, AddressesDiffer = -3.2;

    /// <summary>A household shares phone and address: together they never earn more than this, and where the given names differ, no more than that.</summary>
    public const double MostForHousehold = 13.9, MostForKin = 6;

    /// <summary>An address that agrees this much is one home.</summary>
    public const double SureHome = 10;

    public const double SameGender = 0.7, GendersDiffer = -3;

    /// <summary>Two people of one name and family are at least this many years apart when one is the other's parent.</summary>
    public const int YearsOfAGeneration = 10;

    /// <summary>How likely a chance person bears a given name, or a surname, when the list is too short to tell; as if from a list of this size.</summary>
    public const double UsualGivenName = 1.0 / 150, UsualSurname = 1.0 / 500, UsualListSize = 200;
}

using System.Collections.Frozen;

namespace SafeSpace.Core.Register.Matching.Scoring;

/// <summary>The reasons in plain English; other languages translate by the reason itself.</summary>
public static class MatchReasonWords
{
    private static readonly FrozenDictionary<MatchReason, string> Words = new Dictionary<MatchReason, string>
    {
        [MatchReason.SameGivenName] = "same given name",
        [MatchReason.GivenNameShortForm] = "one given name is a form of the other",
        [MatchReason.GivenNameOneLetter] = "given names one letter apart",
        [MatchReason.GivenNamesSoundAlike] = "given names sound alike",
        [MatchReason.GivenNamesAlike] = "given names look alike",
        [MatchReason.GivenNameOtherScript] = "same given name in another script",
        [MatchReason.GivenNamePart] = "part of the given name is the same",
        [MatchReason.GivenNamesDiffer] = "given names differ",
        [MatchReason.SameSurname] = "same surname",
        [MatchReason.SurnameOneLetter] = "surnames one letter apart",
        [MatchReason.SurnamesSoundAlike] = "surnames sound alike",
        [MatchReason.SurnamesAlike] = "surnames look alike",
        [MatchReason.SurnameOtherScript] = "same surname in another script",
        [MatchReason.SurnamePart] = "part of the surname is the same",
        [MatchReason.SurnamesDiffer] = "surnames differ",
        [MatchReason.NamesSwapped] = "given name and surname swapped",
        [MatchReason.SameBirthDate] = "same date of birth",
        [MatchReason.BirthDayAndMonthSwapped] = "day and month swapped in date of birth",
        [MatchReason.BirthDateOneDigit] = "one digit of birth date differs",
        [MatchReason.BirthDateDigitsSwapped] = "two digits of birth date swapped",
        [MatchReason.BirthDateTwoDigits] = "two digits of birth date differ",
        [MatchReason.SameBirthYear] = "same year of birth, other day",
        [MatchReason.SameBirthday] = "same birthday, other year",
        [MatchReason.BirthDatesDiffer] = "dates of birth differ",
        [MatchReason.SamePhone] = "same phone",
        [MatchReason.PhoneOneDigit] = "phones one digit apart",
        [MatchReason.PhonesDiffer] = "other phone",
        [MatchReason.SameAddress] = "same address",
        [MatchReason.SameStreet] = "lives in the same street",
        [MatchReason.SamePostcode] = "lives at the same postcode",
        [MatchReason.SamePlace] = "lives in the same place",
        [MatchReason.AddressesDiffer] = "other address",
        [MatchReason.SameGender] = "same gender",
        [MatchReason.GendersDiffer] = "other gender",
        [MatchReason.BothMatchAThird] = "both are like a third record",
    }.ToFrozenDictionary();

    public static string InWords(this MatchReason reason) => Words[reason];
}

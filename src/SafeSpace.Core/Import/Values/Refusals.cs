namespace SafeSpace.Core.Import.Values;

/// <summary>Why a row is refused, in a few words that stay the same from one version to the next: scripts and lists rely on them.</summary>
public static class Refusals
{
    public const string NoSuchDate = "no such date";
    public const string NoSuchTime = "no such time";
    public const string NoDateOfReferral = "no date of referral";
    public const string NoDate = "no date";
    public const string ReferralInTheFuture = "referral date in the future";
    public const string ContactInTheFuture = "date in the future";
    public const string BornAfterReferral = "born after the referral";
    public const string ClosedBeforeReferral = "closed before the referral";
    public const string NoNameAndNoKnownReference = "no name and no known reference";
    public const string NoReferenceAndNoName = "no reference and no name";
    public const string UnknownReference = "unknown reference";
    public const string ReferenceNotUnderstood = "reference not understood";
    public const string NobodyOfThatName = "nobody of that name";
    public const string TwoPeopleOfThatName = "two people of that name";
    public const string NegativeMinutes = "negative minutes";
    public const string MinutesNotANumber = "minutes not a number";
    public const string MoreThanADay = "more minutes than a day has";
    public const string UnknownContactKind = "what kind of contact is not understood";
    public const string LetterWeCannotKeep = "a letter we cannot keep";
    public const string TooLong = "too long";
    public const string NoSuchMonth = "no such month";
    public const string NoName = "no name";
    public const string SomethingMissing = "something is missing";
    public const string LeftBeforeJoining = "left before joining";
    public const string EndsBeforeItBegins = "ends before it begins";
    public const string NotAMonday = "not a Monday";
    public const string NegativeHours = "negative hours";
    public const string HoursNotANumber = "hours not understood";
    public const string MoreThanAWeek = "more hours than a week has";
    public const string NotMoney = "money not understood";
    public const string IncomeKind = "statutory or other";
    public const string UnknownComponent = "component not understood";
    public const string UnknownLevel = "not on the group's list";
    public const string MonthIsClosed = "the month is closed";
    public const string TwoLevels = "two levels for one person in a month";
    public const string InTheBookAlready = "in the book already";
    public const string RateOverlap = "two rates from one day";
}

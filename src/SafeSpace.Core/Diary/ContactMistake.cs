using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>What can be wrong with what somebody says about a contact.</summary>
public enum ContactMistake
{
    InTheFuture,
    TooLongAgo,
    MinutesBelowNothing,
    MinutesLongerThanADay,
    WordsTooLong,
    AgreedTooLong,
    NoSuchMood,
    NoPeer,

    /// <summary>The peer's name is longer than a line, or holds a control character.</summary>
    PeerCannotBeKept,
}

/// <summary>The rules of one contact: the same for pages and programs.</summary>
public static class ContactRules
{
    public const int LongestWords = 20_000;

    public const int MostMinutes = 24 * 60;

    /// <summary>1 very bad, 5 very good: five faces.</summary>
    public const int MostMood = 5;

    /// <summary>Clocks of phones differ a little.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private static readonly DateTime Earliest = new(1990, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <param name="now">UTC.</param>
    public static IEnumerable<ContactMistake> Check(ContactDetails contact, DateTime now)
    {
        if (contact.At > now + Ahead)
            yield return ContactMistake.InTheFuture;
        if (contact.At < Earliest)
            yield return ContactMistake.TooLongAgo;
        if (contact.Minutes < 0)
            yield return ContactMistake.MinutesBelowNothing;
        if (contact.Minutes > MostMinutes)
            yield return ContactMistake.MinutesLongerThanADay;
        if (contact.Words?.Length > LongestWords)
            yield return ContactMistake.WordsTooLong;
        if (contact.Agreed?.Length > LongestWords)
            yield return ContactMistake.AgreedTooLong;
        if (contact.MoodBefore is < 1 or > MostMood || contact.MoodAfter is < 1 or > MostMood)
            yield return ContactMistake.NoSuchMood;
        if (contact.PeerId is null && string.IsNullOrWhiteSpace(contact.PeerName))
            yield return ContactMistake.NoPeer;
        if (WrittenText.Check(nameof(contact.PeerName), contact.PeerName, WrittenText.Line) is not null)
            yield return ContactMistake.PeerCannotBeKept;
    }

    /// <summary>One sentence each: what is wrong, and what to do. English; translated where it is shown.</summary>
    public static string Sentence(this ContactMistake mistake) => mistake switch
    {
        ContactMistake.InTheFuture => "This is in the future. Please look at the day and the time.",
        ContactMistake.TooLongAgo => "This is before 1990. Please look at the day.",
        ContactMistake.MinutesBelowNothing => "It cannot be shorter than nothing. Please look at the minutes.",
        ContactMistake.MinutesLongerThanADay => "This is longer than a day. Please look at the minutes.",
        ContactMistake.AgreedTooLong => "These are more words than we can keep (20,000 letters). Please make them shorter.",
        ContactMistake.NoSuchMood => "Please choose one of the five faces, or none.",
        ContactMistake.WordsTooLong => "These are more words than we can keep (20,000 letters). Please make them shorter.",
        ContactMistake.NoPeer => "Please say who it was.",
        ContactMistake.PeerCannotBeKept => "We cannot keep this name. Please write it in at most 300 letters.",
        _ => throw new ArgumentOutOfRangeException(nameof(mistake), mistake, null),
    };
}

using SafeSpace.Core.Diary;

namespace SafeSpace.Core.Import.Values;

/// <summary>Words such books are written in, before a group adds its own in a mapping.</summary>
public static class UsualWords
{
    public static readonly WordList Teams = List(
        ("Crisis team", ["crisis", "mh crisis team", "mental health crisis team", "mh crisis", "ct"]),
        ("Home treatment", ["htt", "home treatment team", "hbt", "home based treatment"]),
        ("Hospital liaison", ["hosp liaison", "liaison", "liaison dri", "hospital", "a&e liaison", "liaison psychiatry"]),
        ("Recovery lounge", ["rec lounge", "lounge"]));

    public static readonly WordList Urgencies = List(
        ("High", ["urgent", "today", "h"]),
        ("Moderate", ["medium", "mod", "m", "this week"]),
        ("Low", ["routine", "l", "when you can"]));

    public static readonly WordList Genders = List(
        ("Woman", ["f", "female", "w", "fem"]),
        ("Man", ["m", "male"]),
        ("Non-binary", ["nb", "non binary", "enby", "n b"]));

    public static readonly WordList States = List(
        ("Open", ["active", "current", "live"]),
        ("Stepped down", ["step down", "stepdown"]),
        ("Closed", ["discharged", "ended", "inactive"]));

    public static readonly WordList Answers = List(("yes", ["y", "true", "1", "x", "✓"]), ("no", ["n", "false", "0"]));

    public static readonly WordList Factors = List(
        ("Alcohol", ["alc", "drinking", "drinking alcohol", "drink"]),
        ("Domestic violence", ["dv", "dom violence", "domestic abuse", "da", "dva"]),
        ("COVID", ["covid 19", "lockdown/covid", "lockdown", "corona", "coronavirus", "covid19"]),
        ("Suicide attempt", ["attempted suicide", "suicide att", "sui att", "suicide attempts"]),
        ("Bereavement", ["bereaved", "bereav", "grief"]),
        ("Self-harm", ["self harm", "s/h", "sh", "selfharm", "self harming"]),
        ("Isolation", ["isolated", "lonely", "loneliness"]),
        ("Drugs", ["substance misuse drugs", "substance misuse", "drug use", "drug"]),
        ("Relationship issues", ["relationship", "relationships", "relationship probs", "relationship problems", "rel issues", "rel probs"]),
        ("Anxiety/depression", ["anx/dep", "anxiety and depression", "anxiety & depression", "anxiety", "depression", "anx", "dep", "low mood", "anxious", "depressed"]),
        ("Financial problems", ["financial", "finance", "finances", "money", "money probs", "money problems", "money worries", "debt", "debts", "benefits", "benefit", "financial probs"]),
        ("Housing problems", ["housing", "eviction", "evicted", "homeless", "homelessness", "housing probs"]),
        ("Carer", ["caring for family", "caring", "carer stress", "carers"]));

    public static readonly WordList ContactKinds = List(
        (nameof(ContactKind.CallIn), ["call in", "t/c in", "tc in", "rang us", "rang in", "phone in", "incoming call", "called us", "telephone in"]),
        (nameof(ContactKind.CallOut), ["call out", "t/c out", "tc out", "rang", "called", "call", "phone", "phone call", "t/c", "tc", "telephone", "outgoing call", "phone out"]),
        (nameof(ContactKind.NoAnswer), ["no answer", "n/a", "na", "no reply", "tried no reply", "tried", "no response", "voicemail", "left message"]),
        (nameof(ContactKind.Text), ["txt", "sms", "text sent", "texted", "text message"]),
        (nameof(ContactKind.Message), ["whatsapp", "messenger", "facebook", "fb", "msg"]),
        (nameof(ContactKind.Email), ["e mail", "mail"]),
        (nameof(ContactKind.Video), ["zoom", "teams", "video call", "skype"]),
        (nameof(ContactKind.VisitToBuilding), ["visit", "visit to safe space", "f2f", "face to face", "came in", "visited", "drop in", "visit to building", "visit to the building"]),
        (nameof(ContactKind.MeetingElsewhere), ["meeting elsewhere", "met", "met up", "coffee", "walk", "outreach"]),
        (nameof(ContactKind.VisitAtHome), ["home visit", "visit at home", "hv"]));

    private static WordList List(params (string Name, string[] Words)[] words) =>
        new(words.Select(w => KeyValuePair.Create<string, IReadOnlyList<string>>(w.Name, w.Words)));
}

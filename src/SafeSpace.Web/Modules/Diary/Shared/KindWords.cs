using SafeSpace.Core.Diary;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>Kinds of contact as peers say them. English; translated where they are shown.</summary>
public static class KindWords
{
    public static string Of(ContactKind kind) => kind switch
    {
        ContactKind.CallOut => "Rang out",
        ContactKind.CallIn => "Rang us",
        ContactKind.NoAnswer => "No answer",
        ContactKind.Text => "Text",
        ContactKind.Message => "Message",
        ContactKind.Email => "E-mail",
        ContactKind.Video => "Video call",
        ContactKind.VisitToBuilding => "Came to us",
        ContactKind.MeetingElsewhere => "Met elsewhere",
        ContactKind.VisitAtHome => "Visit at home",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The commonest first: what is usual is under the thumb.</summary>
    public static IReadOnlyList<Choice> Choices(Texts texts) =>
    [
        .. new[]
        {
            ContactKind.CallOut, ContactKind.CallIn, ContactKind.NoAnswer, ContactKind.Text, ContactKind.VisitToBuilding,
            ContactKind.Message, ContactKind.Video, ContactKind.MeetingElsewhere, ContactKind.VisitAtHome, ContactKind.Email,
        }.Select(kind => new Choice(kind.ToString(), texts[Of(kind)])),
    ];
}

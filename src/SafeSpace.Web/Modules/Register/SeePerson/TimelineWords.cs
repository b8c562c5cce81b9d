using SafeSpace.Core.Diary;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.SeePerson;

/// <summary>What a contact was, in a word or two.</summary>
public static class TimelineWords
{
    public static string Of(Texts t, ContactKind kind) => kind switch
    {
        ContactKind.CallIn => t["rang us"],
        ContactKind.CallOut => t["we rang"],
        ContactKind.NoAnswer => t["no answer"],
        ContactKind.Text => t["text"],
        ContactKind.Message => t["message"],
        ContactKind.Email => t["e-mail"],
        ContactKind.Video => t["video call"],
        ContactKind.VisitToBuilding => t["came to the building"],
        ContactKind.MeetingElsewhere => t["met elsewhere"],
        _ => t["visit at home"],
    };
}

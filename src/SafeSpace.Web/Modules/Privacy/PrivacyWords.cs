using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Privacy;

/// <summary>What stands in the way of erasing, and why it was done, as people say it.</summary>
public static class PrivacyWords
{
    public static string Of(Texts t, Hindrance hindrance) => hindrance switch
    {
        Hindrance.LegalHold => t["The record must be kept for now: somebody set a legal hold. Read why, and end it first if it is over."],
        Hindrance.CaseOpen => t["Their case is open. Close it first."],
        Hindrance.Promise => t["A call or visit is still promised to them."],
        Hindrance.Concern => t["A safeguarding concern is open."],
        Hindrance.InTheBuilding => t["They are in the building just now."],
        Hindrance.CallUnderWay => t["Somebody is talking with them just now."],
        Hindrance.HelpPromised => t["Something was promised to them and is not with them yet."],
        Hindrance.OtherDoor => t["Something still goes on behind another door: an appointment, a stay in hospital, an appeal."],
        Hindrance.SomethingToDo => t["Something is still to be done for them."],
        Hindrance.Asked => t["They asked for something, and it is not answered yet."],
        Hindrance.Given => t["A call to them was given to a peer."],
        _ => t["They asked what we hold about them, and it was not sent yet."],
    };

    public static string Of(Texts t, ErasureAsked asked) => asked switch
    {
        ErasureAsked.TheyAsked => t["They asked for it"],
        ErasureAsked.TimeIsUp => t["Its time is up"],
        ErasureAsked.WrittenDownByMistake => t["It was written down by mistake"],
        ErasureAsked.AuthorityOrdered => t["An authority or a court ordered it"],
        _ => t["An older copy was put back, so it was done again"],
    };

    public static string Of(Texts t, ErasureWay way) => way == ErasureWay.Everything ? t["Erase everything about them"] : t["Take out who they are, and keep the words"];
}

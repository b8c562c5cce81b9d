using SafeSpace.Core.Community;

namespace SafeSpace.Web.Modules.SocialValue;

/// <summary>How a sign-in came into the book, in words.</summary>
public static class CommunityWords
{
    public static string Way(SignInWay way) => way switch
    {
        SignInWay.Door => "at the door",
        SignInWay.Sheet => "typed in from paper",
        _ => "from a spreadsheet",
    };
}

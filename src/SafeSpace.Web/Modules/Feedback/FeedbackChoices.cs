using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback;

/// <summary>The words of the questions' answers.</summary>
public static class FeedbackChoices
{
    public static string Say(HowGood good) => good switch
    {
        HowGood.VeryGood => "Very good",
        HowGood.Good => "Good",
        HowGood.NotSoGood => "Not so good",
        _ => "Poor",
    };

    public static string Say(FeltSupported felt) => felt switch
    {
        FeltSupported.Yes => "Yes",
        FeltSupported.Mostly => "Mostly",
        FeltSupported.NotMuch => "Not much",
        _ => "No",
    };

    public static string Say(FeedbackWay way) => way switch
    {
        FeedbackWay.Link => "A link",
        FeedbackWay.Kiosk => "A screen in the building",
        _ => "Read out",
    };

    public static string Say(StoryPurpose purpose) => purpose switch
    {
        StoryPurpose.OurGroup => "People of this group read it here",
        StoryPurpose.Funders => "It stands in packs for those who fund us",
        StoryPurpose.Training => "When peers are trained",
        _ => "Where anybody can see it: a leaflet, a talk, the web",
    };

    public static string Say(NameShown name) => name switch
    {
        NameShown.NoName => "No name",
        NameShown.OwnName => "Their own name",
        NameShown.FirstName => "Their first name",
        _ => "A changed name",
    };

    public static string Say(WordKind kind) => kind == WordKind.Complaint ? "Complaint" : "Compliment";

    public static IReadOnlyList<Choice> Of<T>(Func<T, string> say, Texts t) where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Choice(v.ToString(), t[say(v)]))];

    /// <summary>Where people would have turned, in the group's words.</summary>
    public static async Task<IReadOnlyList<Choice>> TurnedAsync(GroupDb db) =>
        [.. (await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.WouldHaveTurned && e.RetiredAt == null).OrderBy(e => e.Position).ToListAsync()).Select(e => new Choice(e.Code, e.Label))];
}

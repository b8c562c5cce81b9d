using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Privacy.Retention;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Privacy;

/// <summary>Uses of a record, kinds of record and risks, as people say them.</summary>
public static class UseWords
{
    public static string Of(Texts t, UseOfRecord use) => use switch
    {
        UseOfRecord.OtherServices => t["telling other services about them"],
        UseOfRecord.ReferringTeam => t["telling the team that referred them"],
        UseOfRecord.PublishedWords => t["their words in what we publish"],
        UseOfRecord.FileReview => t["their file among those drawn and read"],
        UseOfRecord.Research => t["research"],
        _ => t["being asked afterwards how it was"],
    };

    public static string Of(Texts t, KindOfRecord kind) => kind switch
    {
        KindOfRecord.ClosedCase => t["Somebody we supported, from the day their case was closed"],
        KindOfRecord.NeverTakenOn => t["Referred and never taken on, from the last referral"],
        KindOfRecord.OnlyKnown => t["Known and never referred, from the day they were added"],
        _ => t["Somebody who has died, from the day we were told"],
    };

    public static string Of(Texts t, BreachRisk risk) => risk switch
    {
        BreachRisk.NotYetKnown => t["We do not know yet"],
        BreachRisk.Unlikely => t["Harm is unlikely: the authority need not be told"],
        BreachRisk.Likely => t["It may do harm: the authority is told"],
        _ => t["It may do great harm: the people are told as well"],
    };

    /// <summary>"8 years", "18 months".</summary>
    public static string Months(Texts t, int months) => months % 12 == 0 ? t.Count(months / 12, "{0} year", "{0} years") : t.Count(months, "{0} month", "{0} months");
}

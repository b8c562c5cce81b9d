using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>What a figure, a kind of referral and its outcome are called.</summary>
public static class FigureWords
{
    public static string Of(string figure, string? of, Texts t)
    {
        var name = Name(figure, t);
        return string.IsNullOrEmpty(of) ? name : t["{0}: {1}", name, Part(figure, of, t)];
    }

    public static string Kind(ReferralKind kind, Texts t) => kind switch
    {
        ReferralKind.First => t["new"],
        ReferralKind.Repeat => t["came back"],
        _ => t["same crisis again"],
    };

    public static string Outcome(ReferralOutcome outcome, Texts t) => outcome switch
    {
        ReferralOutcome.TakenOn => t["taken on"],
        ReferralOutcome.PointedElsewhere => t["pointed elsewhere"],
        ReferralOutcome.NotNow => t["not now"],
        _ => t["waiting"],
    };

    private static string Name(string figure, Texts t) => figure switch
    {
        "connections_asked" => t["Connections asked for"],
        "connections_taken" => t["Taken on by other services"],
        "connections_refused" => t["Refused by other services"],
        "connections_first_kept" => t["First appointments kept"],
        "connections_ended" => t["Connections that ended"],
        "referrals" => t["Referrals"],
        "new_people" => t["New people"],
        "people" => t["People known by the end"],
        "people_to_date" => t["People first referred by the day"],
        "repeat" => t["Came back"],
        "double" => t["Doubles"],
        "taken_on" => t["Taken on"],
        "pointed_elsewhere" => t["Pointed elsewhere"],
        "not_now" => t["Not now"],
        "waiting" => t["Waiting for a decision"],
        "waited" => t["Taken on, a new crisis"],
        "answered" => t["Spoken with"],
        "not_yet_answered" => t["Not spoken with yet"],
        "contacts" => t["Contacts"],
        "calls" => t["Calls"],
        "call_minutes" => t["Minutes of calls"],
        "calls_without_minutes" => t["Calls of unknown length"],
        "calls_without_person" => t["Calls of people nobody knows"],
        "most_calls_one_person" => t["Most calls of one person"],
        "no_answer" => t["Unanswered tries"],
        "texts" => t["Texts"],
        "visits" => t["Visits"],
        "people_referred" => t["People referred"],
        "active_on" => t["With us on the day"],
        "calls_per_person" => t["People with calls"],
        "factor_referrer" => t["Named in the first referral"],
        "factor_peers" => t["Heard by peers"],
        "factor_gap" => t["Heard by peers, not in the first referral"],
        "anxiety_depression_alone" => t["Anxiety/depression alone"],
        "anxiety_depression_plus" => t["Anxiety/depression and more"],
        "help_items" => t["Things given"],
        "help_value" => t["What was given was worth"],
        "help_people" => t["People who were given something"],
        _ => figure,
    };

    private static string Part(string figure, string of, Texts t) => figure switch
    {
        "contacts" => ReportWords.Kind(of, t),
        "people_referred" => ReportWords.Gender(of, t),
        "calls_per_person" => of.TrimEnd('-'),
        "factor_referrer" or "factor_peers" or "factor_gap" => t[FactorNames.Of(of)],
        _ => of == FigureRows.NoTeam ? t["not said"] : of,
    };
}

using System.ComponentModel;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register.Counting;

namespace SafeSpace.Web.Modules.Referrals.Api;

/// <summary>A referral that was taken in.</summary>
/// <param name="Reference">Whom it is about; left out for a referrer's own token.</param>
/// <param name="Kind">first, repeat or double; left out for a referrer's own token.</param>
public sealed record ReferralAnswer(
    Guid Id,
    [property: Description("waiting, taken_on, pointed_elsewhere or not_now")] string Outcome,
    string? Reference,
    [property: Description("first, repeat or double")] string? Kind)
{
    public static ReferralAnswer Of(Referred referred, bool forDesk) => new(
        referred.Id.Value, Codes.Of(referred.Outcome), forDesk ? referred.Reference : null, forDesk ? Codes.Of(referred.Kind) : null);
}

/// <summary>What became of a referral.</summary>
/// <param name="DecidedAt">UTC.</param>
/// <param name="Reason">A code of the group's list; empty for taken on.</param>
public sealed record OutcomeAnswer(Guid Id, string Outcome, DateTime? DecidedAt, string? Reason, string? Words);

/// <summary>A decision as a program sends it.</summary>
public sealed record DecisionRequest(
    [property: Description("taken_on, pointed_elsewhere or not_now")] string? Decision,
    [property: Description("Whom it was talked through with; needed to take somebody on.")] string? TalkedWith,
    [property: Description("2026-03-14T16:40:00Z; now when left out.")] DateTimeOffset? TalkedAt,
    [property: Description("A code of the group's list of reasons; needed, or words, to point elsewhere or say not now.")] string? Reason,
    string? Words,
    [property: Description("Why a decision made already is changed.")] string? Because);

/// <summary>The interface's words for our own.</summary>
public static class Codes
{
    public static string Of(ReferralOutcome outcome) => outcome switch
    {
        ReferralOutcome.TakenOn => "taken_on",
        ReferralOutcome.PointedElsewhere => "pointed_elsewhere",
        ReferralOutcome.NotNow => "not_now",
        _ => "waiting",
    };

    public static ReferralOutcome Outcome(string? code) =>
        Enum.GetValues<ReferralOutcome>().FirstOrDefault(outcome => Of(outcome) == code?.Trim(), ReferralOutcome.Waiting);

    public static string Of(ReferralKind kind) => kind switch
    {
        ReferralKind.Repeat => "repeat",
        ReferralKind.Double => "double",
        _ => "first",
    };
}

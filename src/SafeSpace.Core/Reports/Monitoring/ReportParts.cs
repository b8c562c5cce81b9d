namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Referrals of people who were known already.</summary>
/// <param name="Repeat">Their case was closed: a new spell.</param>
/// <param name="Double">A spell was open: the same crisis again.</param>
public sealed record RepeatReferrals(int Repeat, int Double);

/// <summary>Coming back without a new referral: never a first, a repeat or a double.</summary>
/// <param name="TakenBack">Where it is agreed: a spell opened that no referral began.</param>
/// <param name="AskedWhileOff">Where it is not: they asked, and it took a referral.</param>
public sealed record DirectReturns(int TakenBack, int AskedWhileOff);

/// <summary>What came of the referrals of the period, as it stands now. They add up to the referrals.</summary>
public sealed record ReferralOutcomes(int TakenOn, int PointedElsewhere, int NotNow, int Waiting);

/// <summary>People with that many calls in the period; <paramref name="To"/> is null in the last band.</summary>
public sealed record CallBand(int From, int? To, int People);

/// <summary>Calls of each person who had any in the period.</summary>
/// <param name="People">How many had at least one: the base.</param>
/// <param name="Median">Half of them had so many or fewer; null when nobody had any.</param>
public sealed record CallsPerPerson(int People, decimal? Median, IReadOnlyList<CallBand> Bands);

/// <summary>One factor of the people first referred up to the day, as two see it.</summary>
/// <param name="Factor">The code of the group's list.</param>
/// <param name="Name">Its published name.</param>
/// <param name="Referrer">People whose first referral named it.</param>
/// <param name="Peers">People of whom peers heard it.</param>
/// <param name="Gap">People of whom peers heard it and whose first referral did not name it.</param>
public sealed record FactorView(string Factor, string Name, int Referrer, int Peers, int Gap)
{
    public int Both => Peers - Gap;
}

/// <param name="PeopleWithReferrerFactors">People whose first referral named at least one.</param>
/// <param name="PeopleWithPeerFactors">People of whom peers heard at least one: the base of what peers heard.</param>
public sealed record FactorViews(int PeopleWithReferrerFactors, int PeopleWithPeerFactors, IReadOnlyList<FactorView> Factors);

/// <summary>From being taken on to the first answered contact, of referrals of the period that opened a spell and were taken on.</summary>
/// <param name="TakenOn">The base.</param>
/// <param name="TimeKnown">Of those, how many have the time of day at which they were taken on, not only the day.</param>
/// <param name="Answered">Spoken with by now.</param>
/// <param name="NotYetAnswered">Not spoken with by now, or before the spell ended.</param>
/// <param name="Tried">Tried or spoken with by now.</param>
/// <param name="AnsweredPercent">Of <paramref name="TakenOn"/>; null without any.</param>
/// <param name="SameDay">Of those answered: on the day, the day after, within a week, later.</param>
/// <param name="MedianMinutes">To the first answered contact, of those with a time known that were answered.</param>
/// <param name="MedianMinutesToFirstTry">To the first try, of those with a time known that were tried.</param>
/// <param name="OpeningHours"><c>set</c>; <c>not set</c>: hours outside opening cannot be told apart, so minutes are minutes of the clock alone.</param>
/// <param name="OpeningKnown">Of those with a time known that were answered, how many began when the group had said when it is open: the base of the next two.</param>
/// <param name="MedianOpenMinutes">To the first answered contact, only while the group was open.</param>
/// <param name="HoursOutsideOpening">Whole hours of all those waits in which the group was shut.</param>
public sealed record WaitingTimes(
    int TakenOn, int TimeKnown, int Answered, int NotYetAnswered, int Tried, decimal? AnsweredPercent, int SameDay, int NextDay, int WithinAWeek, int Later,
    long? MedianMinutes, long? MedianMinutesToFirstTry, string OpeningHours, int OpeningKnown, long? MedianOpenMinutes, long? HoursOutsideOpening);

/// <summary>Referrals of the period by one team.</summary>
/// <param name="Team">The code of the group's list; null where nobody said.</param>
/// <param name="Name">The group's word for it now.</param>
public sealed record TeamFigures(string? Team, string Name, int Referrals, int NewPeople, int Repeat, int Double, int TakenOn);

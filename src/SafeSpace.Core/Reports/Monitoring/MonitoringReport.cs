using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>
/// What a group did from one month to another, both included; what holds on a day is as at <see cref="On"/>. The same record is the page,
/// the files and the interface: its names in snake case are those of the JSON. Dictionaries by month name every month, also one with nothing.
/// </summary>
public sealed record MonitoringReport
{
    public required Month From { get; init; }

    public required Month To { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>The first and the last day of which anything was written down in the group at all; null while there is nothing.</summary>
    public required DateOnly? FirstDay { get; init; }

    public required DateOnly? LastDay { get; init; }

    /// <summary>Months of the period that are not whole: begun before the data does, or still going on. Never compared with whole ones.</summary>
    public required IReadOnlyList<Month> PartMonths { get; init; }

    /// <summary>Everybody known by the end of the period: first referred in it or before it. Counted once, ever.</summary>
    public required int People { get; init; }

    /// <summary>People referred in the period, each counted once.</summary>
    public required int PeopleReferred { get; init; }

    public required int Referrals { get; init; }

    public required IReadOnlyDictionary<Month, int> ReferralsByMonth { get; init; }

    public required int NewPeople { get; init; }

    public required IReadOnlyDictionary<Month, int> NewPeopleByMonth { get; init; }

    public required RepeatReferrals RepeatReferrals { get; init; }

    public required IReadOnlyDictionary<Month, int> RepeatsByMonth { get; init; }

    public required IReadOnlyDictionary<Month, int> DoublesByMonth { get; init; }

    /// <summary>People who came back without a referral: a kind of their own, in none of the referrals.</summary>
    public required DirectReturns CameBackDirectly { get; init; }

    public required ReferralOutcomes Outcomes { get; init; }

    public required int Contacts { get; init; }

    /// <summary>By the kind's name in small letters: <c>call_in</c>, <c>visit_at_home</c>. Every kind is named.</summary>
    public required IReadOnlyDictionary<string, int> ContactsByKind { get; init; }

    /// <summary>Answered telephone calls, in and out.</summary>
    public required int Calls { get; init; }

    public required IReadOnlyDictionary<Month, int> CallsByMonth { get; init; }

    /// <summary>Minutes of the calls whose length is known.</summary>
    public required long CallMinutes { get; init; }

    public required IReadOnlyDictionary<Month, long> CallMinutesByMonth { get; init; }

    /// <summary>Calls of which nobody noted how long they were. They add nothing to the minutes.</summary>
    public required int CallsWithoutMinutes { get; init; }

    /// <summary>Calls of somebody nobody knows: in the calls, in nobody's number of calls.</summary>
    public required int CallsWithoutPerson { get; init; }

    public required int MostCallsOnePerson { get; init; }

    public required CallsPerPerson CallsPerPerson { get; init; }

    /// <summary>We rang and nobody answered.</summary>
    public required int NoAnswer { get; init; }

    public required IReadOnlyDictionary<Month, int> NoAnswerByMonth { get; init; }

    public required int Texts { get; init; }

    /// <summary>In the flesh: to the building, elsewhere, at home.</summary>
    public required int Visits { get; init; }

    public required IReadOnlyDictionary<Month, int> VisitsByMonth { get; init; }

    /// <summary>People with a spell open on the day.</summary>
    public required int ActiveOn { get; init; }

    /// <summary>People with a spell open on the last day of each month, or on the last day so far.</summary>
    public required IReadOnlyDictionary<Month, int> ActiveAtMonthEnd { get; init; }

    /// <summary>People first referred on the day or before it: the base of the factors.</summary>
    public required int PeopleToDate { get; init; }

    /// <summary>Named in people's first referral, by published name ("Anxiety/depression"); see <see cref="FactorNames"/>.</summary>
    public required IReadOnlyDictionary<string, int> Factors { get; init; }

    public required int AnxietyDepressionAlone { get; init; }

    public required int AnxietyDepressionPlus { get; init; }

    /// <summary>What the referrer wrote beside what peers heard, of the same people.</summary>
    public required FactorViews FactorViews { get; init; }

    public required WaitingTimes Waiting { get; init; }

    public required IReadOnlyList<TeamFigures> ByTeam { get; init; }

    /// <summary>People referred in the period, by gender in their own words; <c>not said</c> for whoever did not say.</summary>
    public required IReadOnlyDictionary<string, int> ByGender { get; init; }

    /// <summary>Practical help: food packs, cards, beds.</summary>
    public required HelpFigures Help { get; init; }

    /// <summary>People introduced to other services: asked, taken, refused, first appointments, what came of it.</summary>
    public ConnectionFigures Connections { get; init; } = ConnectionFigures.None;

    /// <param name="db">A context of the group for reading.</param>
    /// <param name="on">The day for what holds on a day; it may lie outside the period.</param>
    public static Task<MonitoringReport> WorkAsync(GroupDb db, GroupClock clock, Month from, Month to, DateOnly on) =>
        new MonitoringWork(db, clock, from, to, on).RunAsync();

    /// <summary>The day that is meant when none is said: the period's last, or today when that has not come yet.</summary>
    public static DateOnly UsualDay(GroupClock clock, Month to) => to.LastDay < clock.Today ? to.LastDay : clock.Today;
}

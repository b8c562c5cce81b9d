using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Works one report out. What grows without bound is read from kept figures; rows are read only for the period asked for.</summary>
internal sealed class MonitoringWork(GroupDb db, GroupClock clock, Month from, Month to, DateOnly on)
{
    private readonly Month[] months = [.. Month.Range(from, to)];

    public async Task<MonitoringReport> RunAsync()
    {
        var days = await DataDays.ReadAsync(db, clock);
        var referrals = await ReferralCounts.ReadAsync(db, from, to);
        var contacts = await ContactCounts.ReadAsync(db, from, to);
        var calls = await CallsOfPeople.ReadAsync(db, from, to);
        var people = await PeopleCounts.ReadAsync(db, from, to);
        var factors = await FactorCounts.ReadAsync(db, on);
        var calling = contacts.Where(c => c.Kind.IsCall()).ToList();
        return new MonitoringReport
        {
            From = from,
            To = to,
            On = on,
            FirstDay = days.First,
            LastDay = days.Last,
            PartMonths = [.. months.Where(m => days.IsPart(m, clock.Today))],
            People = await ReferralCounts.PeopleToAsync(db, to.LastDay),
            PeopleReferred = people.Values.Sum(),
            Referrals = referrals.Sum(r => r.Referrals),
            ReferralsByMonth = ByMonth(referrals, r => r.Month, r => r.Referrals),
            NewPeople = Of(referrals, ReferralKind.First).Sum(r => r.Referrals),
            NewPeopleByMonth = ByMonth(Of(referrals, ReferralKind.First), r => r.Month, r => r.Referrals),
            RepeatReferrals = new(Of(referrals, ReferralKind.Repeat).Sum(r => r.Referrals), Of(referrals, ReferralKind.Double).Sum(r => r.Referrals)),
            RepeatsByMonth = ByMonth(Of(referrals, ReferralKind.Repeat), r => r.Month, r => r.Referrals),
            DoublesByMonth = ByMonth(Of(referrals, ReferralKind.Double), r => r.Month, r => r.Referrals),
            CameBackDirectly = await ReturnsAsync(),
            Outcomes = OutcomesOf(referrals),
            Contacts = contacts.Sum(c => c.Contacts),
            ContactsByKind = Enum.GetValues<ContactKind>().ToDictionary(KindNames.Of, kind => contacts.Where(c => c.Kind == kind).Sum(c => c.Contacts)),
            Calls = calling.Sum(c => c.Contacts),
            CallsByMonth = ByMonth(calling, c => c.Month, c => c.Contacts),
            CallMinutes = calling.Sum(c => c.Minutes),
            CallMinutesByMonth = months.ToDictionary(m => m, m => calling.Where(c => c.Month == m).Sum(c => c.Minutes)),
            CallsWithoutMinutes = calling.Sum(c => c.MinutesUnknown),
            CallsWithoutPerson = calling.Sum(c => c.Contacts) - calls.Sum(c => c.Calls * c.People),
            MostCallsOnePerson = calls.Select(c => c.Calls).DefaultIfEmpty().Max(),
            CallsPerPerson = CallsOfPeople.Summarise(calls),
            NoAnswer = contacts.Where(c => c.Kind == ContactKind.NoAnswer).Sum(c => c.Contacts),
            NoAnswerByMonth = ByMonth(contacts.Where(c => c.Kind == ContactKind.NoAnswer), c => c.Month, c => c.Contacts),
            Texts = contacts.Where(c => c.Kind == ContactKind.Text).Sum(c => c.Contacts),
            Visits = contacts.Where(c => c.Kind.IsVisit()).Sum(c => c.Contacts),
            VisitsByMonth = ByMonth(contacts.Where(c => c.Kind.IsVisit()), c => c.Month, c => c.Contacts),
            ActiveOn = await OpenSpells.OnAsync(db, on),
            ActiveAtMonthEnd = await OpenSpells.AtMonthEndsAsync(db, months, clock.Today),
            PeopleToDate = await ReferralCounts.PeopleToAsync(db, on),
            Factors = factors.ByName(),
            AnxietyDepressionAlone = factors.Alone,
            AnxietyDepressionPlus = factors.Plus,
            FactorViews = factors.Views(),
            Waiting = await Waits.ReadAsync(db, clock, from, to),
            ByTeam = await TeamCounts.ReadAsync(db, referrals),
            ByGender = people,
            Help = await HelpCounts.ReadAsync(db, months),
            Connections = await ConnectionCounts.ReadAsync(db, from, to),
        };
    }

    private static IEnumerable<ReferralCount> Of(IEnumerable<ReferralCount> referrals, ReferralKind kind) => referrals.Where(r => r.Kind == kind);

    /// <summary>Few rows, found by their day.</summary>
    private async Task<DirectReturns> ReturnsAsync()
    {
        var rows = await db.DirectReturns.Where(r => r.Day >= from.FirstDay && r.Day <= to.LastDay).GroupBy(r => r.Kind).Select(g => new { g.Key, Returns = g.Count() }).ToListAsync();
        int Of(ReturnKind kind) => rows.Where(r => r.Key == kind).Sum(r => r.Returns);
        return new DirectReturns(Of(ReturnKind.TakenBack), Of(ReturnKind.AskedWhileOff));
    }

    private static ReferralOutcomes OutcomesOf(IReadOnlyList<ReferralCount> referrals)
    {
        int Count(ReferralOutcome outcome) => referrals.Where(r => r.Outcome == outcome).Sum(r => r.Referrals);
        return new(Count(ReferralOutcome.TakenOn), Count(ReferralOutcome.PointedElsewhere), Count(ReferralOutcome.NotNow), Count(ReferralOutcome.Waiting));
    }

    private Dictionary<Month, int> ByMonth<T>(IEnumerable<T> rows, Func<T, Month> month, Func<T, int> number)
    {
        var sums = months.ToDictionary(m => m, _ => 0);
        foreach (var row in rows)
            sums[month(row)] += number(row);
        return sums;
    }
}

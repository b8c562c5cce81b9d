using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.Files;

/// <summary>The monitoring report as tables: a sheet each, and one of notes.</summary>
public sealed class MonitoringTables(MonitoringReport report, Texts t)
{
    public IReadOnlyList<ReportTable> All() => [Summary(), Months(), Contacts(), CallsPerPerson(), Waiting(), Factors(), Teams(), Genders(), Help(), HelpItems(), Connections(), Notes()];

    private ReportTable Summary() => Two(t["Summary"],
        (t["From"], report.From.ToString()),
        (t["To"], report.To.ToString()),
        (t["As at"], Iso(report.On)),
        (t["Part months"], string.Join(", ", report.PartMonths)),
        (t["People known by the end"], report.People),
        (t["People referred"], report.PeopleReferred),
        (t["Referrals"], report.Referrals),
        (t["New people"], report.NewPeople),
        (t["Came back"], report.RepeatReferrals.Repeat),
        (t["Doubles"], report.RepeatReferrals.Double),
        (t["Came back directly, without a referral"], report.CameBackDirectly.TakenBack),
        (t["Asked to come back directly while it was not agreed"], report.CameBackDirectly.AskedWhileOff),
        (t["Taken on"], report.Outcomes.TakenOn),
        (t["Pointed elsewhere"], report.Outcomes.PointedElsewhere),
        (t["Not now"], report.Outcomes.NotNow),
        (t["Waiting for a decision"], report.Outcomes.Waiting),
        (t["Calls"], report.Calls),
        (t["Minutes of calls"], report.CallMinutes),
        (t["Calls of unknown length"], report.CallsWithoutMinutes),
        (t["Calls of people nobody knows"], report.CallsWithoutPerson),
        (t["Unanswered tries"], report.NoAnswer),
        (t["Texts"], report.Texts),
        (t["Visits"], report.Visits),
        (t["With us on the day"], report.ActiveOn),
        (t["People first referred by the day"], report.PeopleToDate),
        (t["Things given"], report.Help.Items),
        (t["People who were given something"], report.Help.People),
        (t["What was given was worth"], report.Help.ValuePence / 100m));

    private ReportTable Months() => new(
        t["Months"],
        [t["Month"], t["Part month"], t["Referrals"], t["New people"], t["Came back"], t["Doubles"], t["Calls"], t["Minutes of calls"], t["Unanswered tries"], t["Visits"], t["With us at the end"]],
        [.. report.CallsByMonth.Keys.Order().Select(m => new object?[]
        {
            m.ToString(), report.PartMonths.Contains(m) ? t["part"] : "", report.ReferralsByMonth[m], report.NewPeopleByMonth[m], report.RepeatsByMonth[m], report.DoublesByMonth[m],
            report.CallsByMonth[m], report.CallMinutesByMonth[m], report.NoAnswerByMonth[m], report.VisitsByMonth[m], report.ActiveAtMonthEnd[m],
        })]);

    private ReportTable Connections() => new(
        t["Other services"],
        [t["Month"], t["Asked for"], t["Taken on"], t["Refused"], t["First appointments kept"], t["Median days to the first appointment"], t["Ended"]],
        [
            .. report.Connections.ByMonth.Select(m => new object?[] { m.Month.ToString(), m.Asked, m.Taken, m.Refused, m.FirstKept, m.MedianDaysToFirst, m.Ended }),
            [t["All"], report.Connections.Asked, report.Connections.Taken, report.Connections.Refused, report.Connections.FirstKept, report.Connections.MedianDaysToFirst, report.Connections.Ended],
        ]);

    private ReportTable Contacts() => new(
        t["Contacts by kind"], [t["Kind"], t["Contacts"]],
        [.. report.ContactsByKind.Select(k => new object?[] { ReportWords.Kind(k.Key, t), k.Value })]);

    private ReportTable CallsPerPerson() => new(
        t["Calls per person"], [t["Calls"], t["People"]],
        [
            .. report.CallsPerPerson.Bands.Select(b => new object?[] { ReportWords.Band(b, t), b.People }),
            [t["People with at least one call"], report.CallsPerPerson.People],
            [t["Median calls per person"], report.CallsPerPerson.Median],
            [t["Most calls of one person"], report.MostCallsOnePerson],
        ]);

    private ReportTable Waiting() => Two(t["Waiting"],
        (t["Taken on, a new crisis"], report.Waiting.TakenOn),
        (t["Of those, the time of day is known"], report.Waiting.TimeKnown),
        (t["Tried or spoken with"], report.Waiting.Tried),
        (t["Spoken with"], report.Waiting.Answered),
        (t["Percent spoken with"], report.Waiting.AnsweredPercent),
        (t["Not spoken with yet"], report.Waiting.NotYetAnswered),
        (t["Spoken with on the same day"], report.Waiting.SameDay),
        (t["On the next day"], report.Waiting.NextDay),
        (t["Within a week"], report.Waiting.WithinAWeek),
        (t["Later"], report.Waiting.Later),
        (t["Median minutes until we spoke"], report.Waiting.MedianMinutes),
        (t["Median minutes until the first try"], report.Waiting.MedianMinutesToFirstTry),
        (t["Median minutes until we spoke, while we were open"], report.Waiting.MedianOpenMinutes),
        (t["Hours of waiting while we were shut"], report.Waiting.HoursOutsideOpening),
        (t["Opening hours"], report.Waiting.OpeningKnown > 0 ? t["Known for {0} of {1} waits", report.Waiting.OpeningKnown, report.Waiting.TimeKnown] : t["Opening hours are not set yet, so a night counts as waiting too."]));

    private ReportTable Factors() => new(
        t["Factors"], [t["Factor"], t["First referral"], t["Peers heard"], t["Gap"]],
        [
            .. report.FactorViews.Factors.Select(f => new object?[] { t[f.Name], f.Referrer, f.Peers, f.Gap }),
            [t["People the figures are of"], report.PeopleToDate, report.PeopleToDate, report.PeopleToDate],
            [t["People with at least one"], report.FactorViews.PeopleWithReferrerFactors, report.FactorViews.PeopleWithPeerFactors, null],
            [t["Anxiety/depression alone"], report.AnxietyDepressionAlone, null, null],
            [t["Anxiety/depression and more"], report.AnxietyDepressionPlus, null, null],
        ]);

    private ReportTable Teams() => new(
        t["Teams"], [t["Referring team"], t["Referrals"], t["New people"], t["Came back"], t["Doubles"], t["Taken on"]],
        [.. report.ByTeam.Select(team => new object?[] { team.Team is null ? t[team.Name] : team.Name, team.Referrals, team.NewPeople, team.Repeat, team.Double, team.TakenOn })]);

    private ReportTable Genders() => new(
        t["Gender"], [t["In their own words"], t["People referred"]],
        [.. report.ByGender.Select(g => new object?[] { ReportWords.Gender(g.Key, t), g.Value })]);

    private ReportTable Help() => new(
        t["Practical help"], [t["Month"], t["Things"], t["People"], t["Worth"]],
        [.. report.Help.ByMonth.OrderBy(m => m.Key).Select(m => new object?[] { m.Key.ToString(), m.Value.Items, m.Value.People, m.Value.ValuePence / 100m })]);

    private ReportTable HelpItems() => new(
        t["Help by kind"], [t["What"], t["Things"], t["People"], t["Worth"]],
        [.. report.Help.ByItem.Select(i => new object?[] { i.Name, i.Items, i.People, i.ValuePence / 100m })]);

    private ReportTable Notes() => new(t["Notes"], [t["How we count"]], [.. HowWeCount.Sentences(t).Select(sentence => new object?[] { sentence })]);

    private ReportTable Two(string name, params (string Figure, object? Value)[] rows) =>
        new(name, [t["Figure"], t["Value"]], [.. rows.Select(r => new[] { r.Figure, r.Value })]);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>The monitoring report: referrals, what came of them, who referred, calls and visits, who was with us at the end.</summary>
internal sealed class WorkPart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var months = new Dictionary<Month, MonitoringReport>();
        foreach (var month in pack.Months)
            months[month] = await MonitoringReport.WorkAsync(from.Db, from.Clock, month, month, MonitoringReport.UsualDay(from.Clock, month));
        Referrals(pack, months);
        Teams(pack, months, await TeamsAsync(pack, from));
        Contacts(pack, months);
        CallsPart.Add(pack, months);
    }

    private static void Referrals(PackBuilder pack, Dictionary<Month, MonitoringReport> months)
    {
        PackRow Row(string slice, string name, Func<MonitoringReport, decimal> value, int weight = PackBuilder.Part, bool total = false) =>
            new(name, false, CellKind.Count, pack.ByMonth("referrals", slice, m => value(months[m]), weight, hidden: false), total);
        List<PackRow> kinds =
        [
            Row("all", "Referrals", r => r.Referrals, PackBuilder.Headline, total: true),
            Row("first", "New people", r => r.NewPeople, PackBuilder.Whole),
            Row("repeat", "Came back", r => r.RepeatReferrals.Repeat),
            Row("double", "Doubles", r => r.RepeatReferrals.Double),
        ];
        List<PackRow> outcomes =
        [
            Row("taken_on", "Taken on", r => r.Outcomes.TakenOn, 3),
            Row("elsewhere", "Pointed elsewhere", r => r.Outcomes.PointedElsewhere),
            Row("not_now", "Not now", r => r.Outcomes.NotNow),
            Row("waiting", "Waiting for a decision", r => r.Outcomes.Waiting),
        ];
        var active = new PackRow("With us at the end", false, CellKind.Count, [.. pack.Periods.Select(p => Stock(pack, months, p))]);
        foreach (var period in pack.Periods)
        {
            pack.Balance(Key("all", period), [Key("first", period), Key("repeat", period), Key("double", period)]);
            pack.Balance(Key("all", period), [Key("taken_on", period), Key("elsewhere", period), Key("not_now", period), Key("waiting", period)]);
        }

        pack.Table(new("referrals", "Referrals", "Figure", pack.PeriodNames, [.. kinds, .. outcomes, active], ["A referral is each time somebody refers. New people, those who came back and doubles make up the referrals; so do the four outcomes."]));

        static string Key(string slice, string period) => PackBuilder.Key("referrals", slice, period);
    }

    /// <summary>How many were with us is of a day: the period's is that of its last month.</summary>
    private static PackCell Stock(PackBuilder pack, Dictionary<Month, MonitoringReport> months, string period)
    {
        var month = Month.TryParse(period, out var of) ? of : pack.To;
        return pack.Cell(pack.Add(PackBuilder.Key("active", "all", month.ToString()), months[month].ActiveAtMonthEnd[month], PackBuilder.Whole));
    }

    /// <summary>Teams that may refer, in the group's order: a row for each, or its being there would say that it referred somebody.</summary>
    private static async Task<IReadOnlyList<(string? Team, string Name)>> TeamsAsync(PackBuilder pack, PackSource from)
    {
        var begin = from.Clock.StartOf(pack.From.FirstDay);
        var teams = await from.Db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.ReferringTeam && (e.RetiredAt == null || e.RetiredAt >= begin)).OrderBy(e => e.Position).Select(e => new { e.Code, e.Label }).ToListAsync();
        return [.. teams.Select(t => ((string?)t.Code, t.Label)), (null, "Not said, or not on the list")];
    }

    private static void Teams(PackBuilder pack, Dictionary<Month, MonitoringReport> months, IReadOnlyList<(string? Team, string Name)> offered)
    {
        string? Place(string? team) => offered.Any(o => o.Team == team) ? team : null;
        var rows = offered.Select(team => new PackRow(
            team.Name, team.Team is not null, CellKind.Count,
            pack.ByMonth("referrals", "team:" + (team.Team ?? FigureRows.NoTeam), m => months[m].ByTeam.Where(t => Place(t.Team) == team.Team).Sum(t => t.Referrals)))).ToList();
        foreach (var period in pack.Periods)
            pack.Balance(PackBuilder.Key("referrals", "all", period), offered.Select(t => PackBuilder.Key("referrals", "team:" + (t.Team ?? FigureRows.NoTeam), period)));
        pack.Table(new("teams", "Who referred", "Referring team", pack.PeriodNames, rows, [], pack.PeriodNames.Count - 1));
    }

    private static void Contacts(PackBuilder pack, Dictionary<Month, MonitoringReport> months)
    {
        PackRow Row(string slice, string name, Func<MonitoringReport, decimal> value, int weight = PackBuilder.Part, bool total = false) =>
            new(name, false, CellKind.Count, pack.ByMonth("contacts", slice, m => value(months[m]), weight), total);
        PackRow Kind(string kind, string name) => Row(kind, name, r => r.ContactsByKind[kind]);
        List<PackRow> rows =
        [
            Row("calls", "Calls", r => r.Calls, PackBuilder.Headline, total: true), Kind("call_in", "Rang us"), Kind("call_out", "Rang out"),
            Row("visits", "Visits", r => r.Visits, PackBuilder.Whole, total: true), Kind("visit_to_building", "Visit to the building"), Kind("meeting_elsewhere", "Meeting elsewhere"), Kind("visit_at_home", "Visit at home"),
            Kind("video", "Video"), Kind("text", "Text"), Kind("message", "Message"), Kind("email", "E-mail"), Kind("no_answer", "No answer"),
            Row("all", "All contacts", r => r.Contacts, PackBuilder.Whole, total: true),
        ];
        var minutes = new PackRow("Minutes of calls", false, CellKind.Minutes, pack.ByMonth(
            "minutes", "calls", m => months[m].Calls > 0 && months[m].Calls == months[m].CallsWithoutMinutes ? null : months[m].CallMinutes, PackBuilder.Whole,
            m => PackBuilder.UnitOf(months[m].CallMinutes, months[m].Calls - months[m].CallsWithoutMinutes)));
        foreach (var period in pack.Periods)
        {
            pack.Balance(Key("calls", period), [Key("call_in", period), Key("call_out", period)]);
            pack.Balance(Key("visits", period), [Key("visit_to_building", period), Key("meeting_elsewhere", period), Key("visit_at_home", period)]);
            pack.Balance(Key("all", period), [Key("calls", period), Key("visits", period), Key("video", period), Key("text", period), Key("message", period), Key("email", period), Key("no_answer", period)]);
        }

        pack.Table(new("contacts", "Calls and other contacts", "Kind", pack.PeriodNames, [.. rows, minutes], ["A call is an answered phone call. A try that nobody answered is counted apart. A call of unknown length adds no minutes."]));

        static string Key(string slice, string period) => PackBuilder.Key("contacts", slice, period);
    }
}

using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Bench;

/// <summary>The monitoring report of all years, worked out from what is kept; beside it the same figures by hand, from the rows, which must agree.</summary>
internal static class Reports
{
    private const int Runs = 5;

    /// <summary>Milliseconds: what takes longer is not run five times more.</summary>
    private const int LongRun = 10_000;
    private const string Counts = "corrected_by_id IS NULL";
    private const string IsCall = "kind IN ('CallIn', 'CallOut')";
    private const string Tries = "'CallIn', 'CallOut', 'Video', 'VisitToBuilding', 'MeetingElsewhere', 'VisitAtHome', 'NoAnswer'";
    private const string TakenOn = "r.kind <> 'Double' AND r.outcome NOT IN ('Waiting', 'PointedElsewhere', 'NotNow')";

    /// <summary>What scans the contacts: by month and kind, calls of each person, and the first try and answer after each referral.</summary>
    private const string ByMonth = $"SELECT substr(CAST(day AS text), 1, 7), kind, count(*), sum(minutes) FROM contact WHERE {Counts} GROUP BY 1, 2";

    private const string CallsOfEach = $"SELECT calls, count(*) FROM (SELECT count(*) AS calls FROM contact WHERE {Counts} AND {IsCall} AND person_id IS NOT NULL GROUP BY person_id) AS people GROUP BY calls";

    private const string Reached = $"""
        SELECT r.id, min(c.at), min(CASE WHEN c.kind <> 'NoAnswer' THEN c.at END) FROM referral r
        JOIN contact c ON c.person_id = r.person_id AND c.{Counts} AND c.kind IN ({Tries}) AND c.day >= r.day AND (r.channel = 'Import' OR r.decided_at IS NULL OR c.at >= r.decided_at)
        WHERE {TakenOn} AND NOT EXISTS (SELECT 1 FROM spell s WHERE s.id = r.spell_id AND s.closed_on < c.day) GROUP BY r.id
        """;

    private const string Referred = "SELECT substr(CAST(day AS text), 1, 7), kind, outcome, team, count(*) FROM referral GROUP BY 1, 2, 3, 4";

    private const string Factors = """
        SELECT f.factor, f.seen_by, count(DISTINCT f.person_id) FROM person_factor f JOIN referral r ON r.person_id = f.person_id AND r.kind = 'First'
        WHERE f.taken_back_at IS NULL AND (f.seen_by = 'Peers' OR f.referral_id = r.id) GROUP BY 1, 2
        """;

    private const string Open = "SELECT count(DISTINCT person_id) FROM spell WHERE closed_on IS NULL";

    public static async Task RunAsync(BenchSite site, Table table)
    {
        await KeptFolding.RunAsync(site.Store); // as the jobs of each hour do
        await KeptWaits.WorkOutAsync(site.Store);
        await using var db = await site.Store.ReadAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var days = await DataDays.ReadAsync(db, site.Store.Clock);
        var (from, to) = (Month.Of(days.First!.Value), Month.Of(site.Store.Clock.Today));
        var work = Stopwatch.StartNew();
        var report = await MonitoringReport.WorkAsync(db, site.Store.Clock, from, to, site.Store.Clock.Today);
        var cold = work.Elapsed.TotalMilliseconds;
        var ours = (await Times.OfAsync(cold > LongRun ? 1 : Runs, () => MonitoringReport.WorkAsync(db, site.Store.Clock, from, to, site.Store.Clock.Today))).Median;
        var scan = (await Times.OfAsync(1, () => AskAsync(db, ByMonth))).Median;
        var hand = Stopwatch.StartNew();
        var (byMonth, calls, reached, referred, factors, open) = (await AskAsync(db, ByMonth), await AskAsync(db, CallsOfEach), await AskAsync(db, Reached), await AskAsync(db, Referred), await AskAsync(db, Factors), await AskAsync(db, Open));
        var byHand = hand.Elapsed.TotalMilliseconds;
        var differ = Differences(report, byMonth, calls, reached, referred, factors, open).ToList();
        BenchSite.Say(differ.Count == 0 ? "Each figure compared is the same by hand." : $"Not the same by hand: {string.Join("; ", differ)}");
        table.Add($"monitoring report, all {report.ReferralsByMonth.Count} months", Table.Text($"{ours:0} ms (first time {cold:0})"), Table.Text($"its figures by hand, scanning: {byHand:0} ms"), Table.Text($"{byHand / ours:0.0} x faster"),
            "at least 20 x, and equal", byHand >= 20 * ours && differ.Count == 0);
        table.Add("… beside one scan of the contacts by month and kind", Table.Text($"{ours:0} ms"), Table.Text($"{scan:0} ms"), Table.Text($"{scan / ours:0.0} x faster"), "at least 20 x", scan >= 20 * ours);
    }

    private static IEnumerable<string> Differences(MonitoringReport report, List<object[]> byMonth, List<object[]> calls, List<object[]> reached, List<object[]> referred, List<object[]> factors, List<object[]> open)
    {
        int Of(Func<ContactKind, bool> kinds) => byMonth.Where(r => kinds(Enum.Parse<ContactKind>((string)r[1]))).Sum(r => Whole(r[2]));
        foreach (var (what, kept, counted) in new (string, long, long)[]
        {
            ("contacts", report.Contacts, Of(_ => true)),
            ("calls", report.Calls, Of(k => k.IsCall())),
            ("minutes of calls", report.CallMinutes, byMonth.Where(r => Enum.Parse<ContactKind>((string)r[1]).IsCall()).Sum(r => r[3] is DBNull ? 0 : Whole(r[3]))),
            ("nobody answered", report.NoAnswer, Of(k => k == ContactKind.NoAnswer)),
            ("visits", report.Visits, Of(k => k.IsVisit())),
            ("most calls of one person", report.MostCallsOnePerson, calls.Max(r => Whole(r[0]))),
            ("people with calls", report.CallsPerPerson.People, calls.Sum(r => Whole(r[1]))),
            ("tried", report.Waiting.Tried, reached.Count),
            ("spoken with", report.Waiting.Answered, reached.Count(r => r[2] is not DBNull)),
            ("referrals", report.Referrals, referred.Sum(r => Whole(r[4]))),
            ("new people", report.NewPeople, referred.Where(r => (string)r[1] == "First").Sum(r => Whole(r[4]))),
            ("open cases", report.ActiveOn, Whole(open[0][0])),
        }.Concat(report.CallsByMonth.Select(m => ($"calls in {m.Key}", (long)m.Value, byMonth.Where(r => (string)r[0] == m.Key.ToString() && Enum.Parse<ContactKind>((string)r[1]).IsCall()).Sum(r => (long)Whole(r[2])))))
        .Concat(report.FactorViews.Factors.SelectMany(f => new (string, long, long)[]
        {
            ($"{f.Factor} as referred", f.Referrer, Counted(f.Factor, "Referrer")),
            ($"{f.Factor} as found", f.Peers, Counted(f.Factor, "Peers")),
        })))
            if (kept != counted)
                yield return Table.Text($"{what}: {kept} kept, {counted} counted");

        long Counted(string factor, string seenBy) => factors.Where(r => (string)r[0] == factor && (string)r[1] == seenBy).Sum(r => (long)Whole(r[2]));
    }

    private static int Whole(object number) => Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<List<object[]>> AskAsync(GroupDb db, string sql) => Rows.ReadAsync(db.Database.GetDbConnection(), sql);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Jobs.Demonstration;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Jobs;

/// <summary>The demonstration's published figures: docs/demo-figures.json. SAFESPACE_WRITE_DOCS=1 writes them anew.</summary>
public sealed class DemonstrationTests
{
    private static readonly JsonSerializerOptions Shape = new() { WriteIndented = true };

    [Theory]
    [InlineData(EngineKind.Sqlite, 0)]
    [InlineData(EngineKind.Sqlite, 131)]
    [InlineData(EngineKind.Postgres, 0)]
    public async Task The_figures_are_those_that_are_published_on_any_day_and_engine(EngineKind engine, int daysLater)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        stores.Clock.Advance(TimeSpan.FromDays(daysLater));
        var store = await new DemonstrationGroup(stores.Stores).MakeAsync(PasswordOfTests, small: false);
        var figures = JsonSerializer.Serialize(await CountAsync(store), Shape);
        var file = Path.Combine(FindRoot(), "docs", "demo-figures.json");
        if (Environment.GetEnvironmentVariable("SAFESPACE_WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, figures + "\n", TestContext.Current.CancellationToken);
        Assert.Equal((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim(), figures);
        Assert.Empty((await new StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
        Assert.Equal(Reported(await CountAsync(store)), await ReportAsync(store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_day_has_begun_for_the_peer_and_the_desk(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await new DemonstrationGroup(stores.Stores).MakeAsync(PasswordOfTests, small: true);
        await using var db = await store.ReadAsync();
        var peer = new UserId((await db.Users.SingleAsync(u => u.Email == "peer@demo.example")).Id);
        var today = store.Clock.Today;
        Assert.Equal(2, await db.Promises.CountAsync(p => p.PeerId == peer && p.DueOn == today));
        Assert.Equal(1, await db.Promises.CountAsync(p => p.PeerId == peer && p.DueOn < today));
        Assert.True(await db.PeerTies.AnyAsync(t => t.PeerId == peer && t.Kind == TieKind.Claimed));
        Assert.Equal(3, await db.Referrals.CountAsync(r => r.Outcome == ReferralOutcome.Waiting));
        Assert.True(await db.Contacts.AnyAsync(c => c.PeerId == peer));
        Assert.All(await db.Referrals.Where(r => r.Outcome == ReferralOutcome.Waiting).ToListAsync(), r => Assert.NotEmpty(store.Vault.Open(ReferralWords.NamedAs, r.RowId, r.NamedAs)!));
        Assert.Equal(2, await db.OpeningPlans.CountAsync(p => p.TakenBackAt == null));
        var month = Month.Of(today).Previous;
        var waiting = (await MonitoringReport.WorkAsync(db, store.Clock, month, month, month.LastDay)).Waiting;
        Assert.Equal(("set", waiting.OpeningKnown), (waiting.OpeningHours, Math.Max(1, waiting.OpeningKnown)));
        Assert.True(await db.FamilyMembers.AnyAsync());
        Assert.True(await db.PeopleWithMerged.AnyAsync(p => p.BeforeRinging != null));
        Assert.True(store.Profile.IsDemonstration);
        foreach (var one in DemonstrationGroup.SignIns)
        {
            var account = await db.Users.AsNoTracking().SingleAsync(u => u.Email == one.Email);
            Assert.True(new AccountService(store).IsPassword(account, PasswordOfTests));
            Assert.Contains(one.Role, await db.UserRoles.Where(r => r.UserId == account.UserId).Select(r => r.Role).ToListAsync());
        }
    }

    private const string PasswordOfTests = "kettle-river-lamp-42";

    /// <summary>The same figures as the monitoring report gives them.</summary>
    private static async Task<string> ReportAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var to = Month.Of(store.Clock.Today);
        var report = await MonitoringReport.WorkAsync(db, store.Clock, Month.Of(to.FirstDay.AddYears(-2)), to, store.Clock.Today);
        return Reported(new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["people"] = report.People,
            ["referrals"] = report.Referrals,
            ["repeat"] = report.RepeatReferrals.Repeat,
            ["double"] = report.RepeatReferrals.Double,
            ["contacts"] = report.Contacts,
            ["calls"] = report.Calls,
            ["call_minutes"] = report.CallMinutes,
            ["calls_minutes_unknown"] = report.CallsWithoutMinutes,
            ["most_calls_one_person"] = report.MostCallsOnePerson,
            ["no_answer"] = report.NoAnswer,
            ["texts"] = report.Texts,
            ["visits"] = report.Visits,
            ["active_today"] = report.ActiveOn,
        });
    }

    private static string Reported(SortedDictionary<string, object> figures) =>
        string.Join(", ", figures.Where(f => f.Key is not ("seed" or "records" or "factors_of_first_referral")).Select(f => $"{f.Key} {f.Value}"));

    /// <summary>Counted from the rows, one by one, by no query that a report uses.</summary>
    private static async Task<SortedDictionary<string, object>> CountAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var contacts = await db.Contacts.AsNoTracking().Select(c => new { c.PersonId, c.Kind, c.Minutes }).ToListAsync();
        var referrals = await db.Referrals.AsNoTracking().ToListAsync();
        var spells = await db.Spells.AsNoTracking().ToListAsync();
        var factors = await db.Factors.AsNoTracking().Where(f => f.SeenBy == SeenBy.Referrer).ToListAsync();
        var first = referrals.GroupBy(r => r.PersonId).Select(g => g.OrderBy(r => r.Day).ThenBy(r => r.Order).First().Id.Value).ToHashSet();
        var calls = contacts.Where(c => c.Kind.IsCall()).ToList();
        return new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["seed"] = DemonstrationGroup.Seed,
            ["records"] = await db.People.CountAsync(),
            ["people"] = first.Count,
            ["referrals"] = referrals.Count,
            ["repeat"] = referrals.Count(r => r.Kind == ReferralKind.Repeat),
            ["double"] = referrals.Count(r => r.Kind == ReferralKind.Double),
            ["contacts"] = contacts.Count,
            ["calls"] = calls.Count,
            ["call_minutes"] = calls.Sum(c => c.Minutes ?? 0),
            ["calls_minutes_unknown"] = calls.Count(c => c.Minutes is null),
            ["most_calls_one_person"] = calls.GroupBy(c => c.PersonId).Max(g => g.Count()),
            ["no_answer"] = contacts.Count(c => c.Kind == ContactKind.NoAnswer),
            ["texts"] = contacts.Count(c => c.Kind == ContactKind.Text),
            ["visits"] = contacts.Count(c => c.Kind.IsVisit()),
            ["active_today"] = spells.Where(s => s.OpenedOn <= store.Clock.Today && (s.ClosedOn is null || s.ClosedOn > store.Clock.Today)).Select(s => s.PersonId).Distinct().Count(),
            ["factors_of_first_referral"] = new SortedDictionary<string, int>(
                factors.Where(f => f.ReferralId is { } id && first.Contains(id)).GroupBy(f => f.Factor).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal),
        };
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SafeSpace.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}

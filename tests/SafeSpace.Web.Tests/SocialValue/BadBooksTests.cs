using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.SocialValue;

/// <summary>Rows that contradict the book, the calendar or themselves: refused with a sentence, and nothing half changed.</summary>
public sealed class BadBooksTests
{
    private const string Hours = "Week starting,Name,Level,Hours\n";
    private const string Levels = "Month,Member,Level\n";
    private const string Members = "Member no,Name,Network,Joined,Left\n";
    private const string Rates = "Component,Level,Unit,Rate (GBP),Effective from\n";
    private const string Income = "Month,Source,Amount (GBP)\n";
    private const string SignIns = "Date,Time in,Name,Session\n";
    private const string Crises = "Date,Name,Kind\n";

    [Theory]
    [InlineData(Hours + "2025-10-06,Ann Bell,Lead,-3\n", "negative hours")]
    [InlineData(Hours + "2025-10-06,Ann Bell,Lead,200\n", "more hours than a week has")]
    [InlineData(Hours + "2025-10-06,Ann Bell,Lead,100\n2025-10-06,Ann Bell,Supporter,90\n", "more hours than a week has")]
    [InlineData(Hours + "2025-10-06,Ann Bell,Lead,lots\n", "hours not understood")]
    [InlineData(Hours + "2025-10-07,Ann Bell,Lead,3\n", "not a Monday")]
    [InlineData(Hours + "2025-10-06,Ann Bell,Boss,3\n", "not on the group's list")]
    [InlineData(Hours + "2025-10-06,,Lead,3\n", "no name")]
    [InlineData(Hours + "2025-10-06,Ann Bell,Lead,3\n2025-10-06,ann bell,Lead,4\n", "in the book already")]
    [InlineData(Levels + "2025-10,Ann Bell,Level 1\n2025-10,Mo Vale,Level 1\n2025-10,Ann  Bell,Level 2\n", "two levels for one person in a month")]
    [InlineData(Levels + "2025-13,Ann Bell,Level 1\n", "no such month")]
    [InlineData(Levels + "2027-10,Ann Bell,Level 1\n", "date in the future")]
    [InlineData(Members + "M1,Ann Bell,Registered,2025-10-06,2025-10-05\n", "left before joining")]
    [InlineData(Members + "M1,Ann Bell,Registered,2025-10-06,\nM1,Mo Vale,Registered,2025-10-07,\n", "in the book already")]
    [InlineData(Rates + "Leadership,Lead,hour,29.125,2025-10-01\n", "money not understood")]
    [InlineData(Rates + "Leadership,Lead,hour,\"2,912.00\",2025-10-01\n", "money not understood")]
    [InlineData(Rates + "Gardening,Lead,hour,29.12,2025-10-01\n", "component not understood")]
    [InlineData(Rates + "Leadership,Lead,hour,29.12,2025-10-01\nLeadership,Lead,hour,30.12,2025-10-01\n", "two rates from one day")]
    [InlineData(Income + "2025-10,Statutory,\"3,888.00\"\n", "money not understood")]
    [InlineData(Income + "2025-10,Lottery,3888.00\n", "statutory or other")]
    [InlineData(Income + "2025-10,Statutory,-1\n", "money not understood")]
    [InlineData(SignIns + "2025-10-32,09:10,Ann Bell,Day\n", "no such date")]
    [InlineData(SignIns + "2025-10-06,09:10,Ann Bell,Fortnight\n", "not on the group's list")]
    [InlineData(Crises + "2025-10-06,Ann Bell,Severe\n2025-10-06,Ann Bell,Brief\n", "in the book already")]
    public async Task Row_ThatCannotBe_IsRefused_AndIsListed(string text, string why)
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var slug = (await stores.NewGroupAsync()).Slug;

        var (code, refused) = await ImportAsync(stores, slug, text);

        Assert.Equal(3, code);
        Assert.Equal(why, Assert.Single(refused).GetProperty("why").GetString());
        Assert.Equal(text.Count(c => c == '\n'), refused[0].GetProperty("row").GetInt32());
        Assert.Equal(0, (await ValueBooks.RunAsync(stores, slug, "verify")).Code);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task FileOfAClosedMonth_IsRefused_AndTheMonthStands(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await ImportAsync(stores, store.Slug, Rates + "Centre use,Day,use,58.00,2025-01-01\n");
        await ImportAsync(stores, store.Slug, SignIns + "2025-10-06,09:10,Ann Bell,Day\n2025-11-28,09:10,Ann Bell,Day\n");
        Assert.Equal(ClosingOutcome.Done, await new ClosingService(store).CloseAsync(new(2025, 10), Actor.CommandLine));
        var before = (await ValueBooks.ReportAsync(stores, store.Slug, "2025-10", "2025-11")).GetProperty("2025-10").ToString();

        foreach (var text in new[]
                 {
                     SignIns + "2025-10-07,09:10,Mo Vale,Day\n", Hours + "2025-10-06,Ann Bell,Lead,3\n", Levels + "2025-10,Ann Bell,Level 1\n",
                     Members + "M1,Ann Bell,Registered,2025-10-06,\n", Income + "2025-10,Statutory,3888.00\n", Crises + "2025-10-06,Ann Bell,Severe\n",
                 })
        {
            var (code, refused) = await ImportAsync(stores, store.Slug, text);
            Assert.Equal((3, "the month is closed"), (code, Assert.Single(refused).GetProperty("why").GetString()));
        }

        Assert.Equal(before, (await ValueBooks.ReportAsync(stores, store.Slug, "2025-10", "2025-11")).GetProperty("2025-10").ToString());
        Assert.Equal(0, (await ValueBooks.RunAsync(stores, store.Slug, "verify")).Code);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoNumbersThatDifferInCapitals_StopNoFile(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var members = new MemberService(store, ClosedMonths.IsClosedAsync);
        foreach (var number in new[] { "M0012", "m0012" })
            Assert.Equal(MemberChange.Done, await members.AddAsync(new Member { Id = Ids.New(), Number = number, Name = "Ann Bell", NameKey = BookNames.Of("Ann Bell"), Network = "registered", JoinedOn = new(2025, 1, 6) }, Actor.System));

        var (code, refused) = await ImportAsync(stores, store.Slug, Members + "M0012,Ann Bell,Registered,2025-01-06,\nM7,Mo Vale,Registered,2025-01-06,\n");

        Assert.Equal(3, code);
        Assert.Contains("in the book already", Assert.Single(refused).ToString(), StringComparison.Ordinal);
        await using var db = await store.ReadAsync();
        Assert.Equal(["M0012", "M7", "m0012"], (await db.Members.Select(m => m.Number).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MemberWhoseRowSaysTheyLeft_HasLeft_AndTheSameFileAgainChangesNothing(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await ImportAsync(stores, store.Slug, Members + "M1,Ann Bell,Registered,2025-01-06,\nM2,Ann Bell,Facebook,2025-01-06,\n");

        var (code, _) = await ImportAsync(stores, store.Slug, Members + "M1,Ann Bell,Registered,2025-01-06,2025-09-30\nM2,Ann Bell,Facebook,2025-01-06,\n");
        var (again, _) = await ImportAsync(stores, store.Slug, Members + "M1,Ann Bell,Registered,2025-01-06,2025-09-30\nM2,Ann Bell,Facebook,2025-01-06,\n");

        Assert.Equal((0, 0), (code, again));
        await using var db = await store.ReadAsync();
        Assert.Equal([new DateOnly(2025, 9, 30), null], (await db.Members.OrderBy(m => m.Number).ToListAsync()).Select(m => m.LeftOn));
        Assert.Equal(0, (await ValueBooks.RunAsync(stores, store.Slug, "verify")).Code);
    }

    [Fact]
    public async Task RateWithWhoAgreed_AndALevelOfItsOwn_ComesInWithThem()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();

        var (code, _) = await ImportAsync(stores, store.Slug, "Component,Level,Unit,Rate,From,Until,Agreed by,Source,Price year\nLeadership,Elder,hour,31.00,2025-10-01,2026-09-30,The council,Minutes of 3 May,2024/25\n");

        await using var db = await store.ReadAsync();
        var rate = await db.Rates.SingleAsync();
        Assert.Equal(0, code);
        Assert.Equal(("elder", "The council", "Minutes of 3 May", "2024/25", new DateOnly(2026, 9, 30)), (rate.Level, rate.AgreedBy, rate.Source, rate.PriceYear, rate.Until));
        Assert.True(await db.ListEntries.AnyAsync(e => e.List == GroupList.LeaderLevel && e.Code == "elder"));
    }

    /// <summary>A sheet that does not say how long: as at the door, the coordinator says it later.</summary>
    [Fact]
    public async Task SignInWithoutASession_ComesIn_AndWaitsForTheCoordinator()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();

        var (code, _) = await ImportAsync(stores, store.Slug, SignIns + "2025-10-06,09:10,Ann Bell,Day\n2025-10-06,09:12,Mo Vale,\n");

        Assert.Equal(0, code);
        var month = (await ValueBooks.ReportAsync(stores, store.Slug, "2025-10", "2025-10"));
        Assert.Equal(2, month.GetProperty("counts").GetProperty("2025-10").GetProperty("centre_uses").GetInt32());
        await using var db = await store.ReadAsync();
        Assert.Null((await db.CentreSignIns.SingleAsync(s => s.Name == "Mo Vale")).Session);
    }

    [Theory]
    [InlineData("2025-01-01,2025-06-30\nCentre use,Day,use,59.00,2025-08-01,", "from 2025-07-01 to 2025-07-31 no rate is agreed")]
    [InlineData("2025-01-01,2025-09-30\nCentre use,Day,use,59.00,2025-08-01,", "from 2025-08-01 to 2025-09-30 two rates hold")]
    public async Task RatesWithAGapOrAnOverlap_ComeIn_AndAreFlagged(string dates, string says)
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var slug = (await stores.NewGroupAsync()).Slug;
        var file = Path.Combine(stores.Folder, "rates.csv");
        await File.WriteAllTextAsync(file, "Component,Level,Unit,Rate (GBP),Effective from,Effective to\nCentre use,Day,use,58.00," + dates + "\n");

        var (code, answer) = await ValueBooks.RunAsync(stores, slug, "import", file, "--json");

        Assert.Equal(0, code);
        Assert.Contains(says, answer, StringComparison.Ordinal);
        Assert.Contains("row 3", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DryRun_SaysWhatWouldBe_AndWritesNothing()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var slug = (await stores.NewGroupAsync()).Slug;
        var (code, text) = await ValueBooks.RunAsync(stores, slug, ["import", .. ValueBooks.Paths, "--dry-run", "--json"]);

        Assert.Equal(0, code);
        Assert.Contains("\"book_rows\": 4678", text, StringComparison.Ordinal);
        await using var db = await (await stores.Stores.GetAsync(slug)).ReadAsync();
        Assert.False(await db.Members.AnyAsync() || await db.CentreSignIns.AnyAsync() || await db.Rates.AnyAsync());
    }

    private static async Task<(int Code, JsonElement[] Refused)> ImportAsync(TestStores stores, string slug, string text)
    {
        var file = Path.Combine(stores.Folder, $"{Guid.CreateVersion7():N}.csv");
        await File.WriteAllTextAsync(file, text);
        var (code, answer) = await ValueBooks.RunAsync(stores, slug, "import", file, "--json");
        var json = answer[answer.IndexOf('{', StringComparison.Ordinal)..(answer.LastIndexOf('}') + 1)];
        return (code, [.. JsonDocument.Parse(json).RootElement.GetProperty("refused").EnumerateArray()]);
    }
}

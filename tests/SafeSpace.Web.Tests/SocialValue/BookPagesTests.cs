using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.SocialValue;

/// <summary>The record books by page: hours, income, rates, crises, support given, reference figures.</summary>
public sealed class BookPagesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Hours_BesideAName_AreSeenByThatPersonAndTheCoordinatorAlone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other, supervisor, coordinator) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Supervisor), await group.SignInAsync(Role.Coordinator));
        var mine = await (await peer.GetAsync("/hours")).SubmitFormAsync("#hours", ("Week", "4 3 2026"), ("Level", "lead"), ("Given", "7:30"));
        Assert.Contains("2 Mar 2026", mine.Rows(), StringComparison.Ordinal);
        Assert.Contains("7.5", mine.Rows(), StringComparison.Ordinal);
        await (await coordinator.GetAsync("/hours")).SubmitFormAsync("#hours", ("Week", "4 3 2026"), ("Name", "Ros Quick"), ("Level", "supporter"), ("Given", "12.25"));

        Assert.Null((await other.GetAsync("/hours")).Page.QuerySelector("table"));
        Assert.DoesNotContain("Ros Quick", (await supervisor.GetAsync("/hours")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ros Quick", (await peer.GetAsync("/hours")).Words(), StringComparison.Ordinal);
        var all = (await coordinator.GetAsync("/hours")).Rows();
        Assert.Contains("Ros Quick", all, StringComparison.Ordinal);
        Assert.Contains(peer.Account!.DisplayName, all, StringComparison.Ordinal);
        var rows = (await supervisor.GetAsync("/value/2026-03/leadership")).Words();
        Assert.Contains("fewer than 3", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("12.25", (await supervisor.GetAsync("/value/2026-03/leadership")).Words("table:last-of-type"), StringComparison.Ordinal);

        // Written again it is set anew, not added.
        await (await peer.GetAsync("/hours")).SubmitFormAsync("#hours", ("Week", "2 3 2026"), ("Level", "lead"), ("Given", "9"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal([32400, 44100], (await db.LeaderHours.ToListAsync()).Select(h => h.Seconds).Order());
        var id = (await db.LeaderHours.SingleAsync(h => h.Seconds == 44100)).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await peer.PostAsAsync($"/hours?handler=TakeBack&id={id}")).Status);
        Assert.Empty(await BookRecount.RunAsync(db));
    }

    /// <summary>What stands under somebody's name in a sheet, or was written in for them, is theirs to see; not where two of us bear the name.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Hours_WrittenInForSomebody_AreSeenByThem_AndOlderWeeksAreReached(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/hours")).SubmitFormAsync("#hours", ("Week", "4 3 2026"), ("Name", peer.Account!.DisplayName.ToUpperInvariant()), ("Level", "lead"), ("Given", "6.75"));
        for (var week = 0; week < 41; week++)
            await new HoursService(group.Store).NoteAsync(new(Ids.New(), new DateOnly(2026, 2, 23).AddDays(-7 * week), "Ros Quick", null, "lead", 3600), Actor.System);

        Assert.Contains("6.75", (await peer.GetAsync("/hours")).Rows(), StringComparison.Ordinal);
        Assert.Null((await other.GetAsync("/hours")).Page.QuerySelector("table"));
        var all = await coordinator.GetAsync("/hours");
        Assert.Equal(40, all.Page.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(2, (await all.FollowAsync("Earlier")).Page.QuerySelectorAll("main tbody tr").Length);
        await (await peer.GetAsync("/hours")).PressAsync("This was a mistake: 2 Mar 2026, Lead");
        Assert.Null((await peer.GetAsync("/hours")).Page.QuerySelector("table"));
    }

    [Theory]
    [InlineData("Given", "-2", "Hours cannot be less than none.")]
    [InlineData("Given", "200", "A week has 168 hours.")]
    [InlineData("Given", "some", "Write hours like 7.5 or 7:30.")]
    [InlineData("Week", "1 4 2026", "This week has not begun yet.")]
    [InlineData("Week", "", "Which week?")]
    public async Task Hours_ThatCannotBe_AreRefused_AndWhatWasTypedStays(string field, string typed, string says)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        (string, string)[] good = [("Week", "2 3 2026"), ("Level", "lead"), ("Given", "7")];

        var refused = await (await peer.GetAsync("/hours")).SubmitFormAsync("#hours", [.. good.Where(g => g.Item1 != field), (field, typed)]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words(), StringComparison.Ordinal);
        Assert.Equal(typed, refused.Page.QuerySelector($"#hours [name='{field}']")!.GetAttribute("value") ?? "");
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Rates_AndIncome_AreWrittenInAndTakenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        (string, string)[] rate = [("What", "centre_use/day"), ("Amount", "58.00"), ("From", "1 1 2026"), ("AgreedBy", "The health commissioner"), ("Source", "Minutes"), ("PriceYear", "2025/26")];
        var rates = await (await coordinator.GetAsync("/value/rates")).SubmitFormAsync("#rate", rate);
        Assert.Contains("Centre use, Day £58.00 a use 1 Jan 2026 the next one The health commissioner Minutes, prices of 2025/26", rates.Rows(), StringComparison.Ordinal);
        var twice = await rates.SubmitFormAsync("#rate", rate);
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Contains("There is a rate for this from that day already.", twice.Words(), StringComparison.Ordinal);
        var comma = await rates.SubmitFormAsync("#rate", [.. rate.Where(r => r.Item1 is not ("Amount" or "From")), ("Amount", "1,058.00"), ("From", "2 2 2026")]);
        Assert.Contains("Write money without a comma", comma.Words(), StringComparison.Ordinal);

        var income = await (await coordinator.GetAsync("/value/income")).SubmitFormAsync("#income", ("Month", "2026-02"), ("Kind", "Statutory"), ("Amount", "3888.00"), ("Funder", "The council"));
        Assert.Contains("February 2026 statutory The council £3,888.00", income.Rows(), StringComparison.Ordinal);
        Assert.Contains("Write pounds and whole pence", (await income.SubmitFormAsync("#income", ("Month", "2026-02"), ("Kind", "Other"), ("Amount", "3888.005"))).Words(), StringComparison.Ordinal);
        await income.PressAsync("This was a mistake: Feb 2026, £3,888.00");
        Assert.DoesNotContain("£3,888.00", (await coordinator.GetAsync("/value/income")).Words(), StringComparison.Ordinal);
        await (await coordinator.GetAsync("/value/rates")).PressAsync("This was a mistake: Centre use, Day, 1 Jan 2026");
        Assert.Contains("No rate is agreed yet.", (await coordinator.GetAsync("/value/rates")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Crises_AreOfferedFromTheCases_AndCountedOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var one = await group.ReferAsync("Fay", "Orr", decision: Refer.TakenOn);
        await group.ReferAsync("Val", "York", decision: Refer.TakenOn);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var offered = await coordinator.GetAsync("/value/crises");
        Assert.Contains("Fay Orr", offered.Words("#offers ~ ul"), StringComparison.Ordinal);

        await offered.PressAsync("Severe: Fay Orr");
        var second = await offered.PressAsync("Brief: Fay Orr");
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        await (await coordinator.GetAsync("/value/crises")).PressAsync("Not for the log: Val York");
        var paper = await (await coordinator.GetAsync("/value/crises")).SubmitFormAsync("#crisis", ("Day", "10 3 2026"), ("Name", "fay orr"), ("Kind", "brief"));
        Assert.Equal(HttpStatusCode.BadRequest, paper.Status);
        Assert.Contains("This is in the book already. It counts once.", paper.Words(), StringComparison.Ordinal);

        await using (var db = await group.Store.ReadAsync())
        {
            Assert.Equal(1, await db.CrisisEntries.CountAsync(c => c.Kind != null));
            Assert.Equal(1, (await ValueReport.WorkAsync(db, group.Store.Clock, new(2026, 3), new(2026, 3))).Months[0].Counts.SevereCrises);
            Assert.True(await db.Set<Core.Audit.View>().AnyAsync());
        }

        await (await coordinator.GetAsync("/value/crises")).PressAsync("This was a mistake: 10 Mar 2026, Fay Orr");
        Assert.Contains("Severe: Fay Orr", (await coordinator.GetAsync("/value/crises")).Words(), StringComparison.Ordinal);
        Assert.Contains(one.Reference, (await coordinator.GetAsync("/value/crises")).Text, StringComparison.Ordinal);
    }

    /// <summary>Written in from paper first, and offered from the case afterwards: one crisis.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Crisis_OnPaperAndInTheCases_CountsOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.ReferAsync("Fay", "Orr", decision: Refer.TakenOn);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        await (await coordinator.GetAsync("/value/crises")).SubmitFormAsync("#crisis", ("Day", "10 3 2026"), ("Name", "fay orr"), ("Kind", "brief"));

        var offered = await coordinator.GetAsync("/value/crises");
        Assert.Contains("it will count once", offered.Words(), StringComparison.Ordinal);
        await offered.PressAsync("Severe: Fay Orr");

        await using var db = await group.Store.ReadAsync();
        var entry = await db.CrisisEntries.SingleAsync();
        Assert.Equal("severe", entry.Kind);
        Assert.NotNull(entry.SpellId);
        Assert.Empty(await BookRecount.RunAsync(db));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SupportGiven_IsOffUntilTurnedOn_ThenSumsAlone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var off = await coordinator.GetAsync("/value/support");
        Assert.Null(off.Page.QuerySelector("#given"));

        var on = await off.SubmitFormAsync("#set", ("Counts", "true"), ("HoursAYear", "1600"));
        Assert.Equal(12, on.Page.QuerySelectorAll("#given input[name^='Hours']").Length);
        var wrong = await on.SubmitFormAsync("#given", ("Hours[transport]", "-4"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var given = await on.SubmitFormAsync("#given", ("Hours[transport]", "12.5"), ("Hours[crisis]", "300"));
        Assert.Contains("Transport the whole month 12.5", given.Rows(), StringComparison.Ordinal);
        await given.SubmitFormAsync("#given", ("SampleWeek", "4 3 2026"), ("Hours[talking]", "40"));
        var elsewhere = await given.SubmitFormAsync("#given", ("SampleWeek", "4 2 2026"), ("Hours[talking]", "40"));
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.Status);
        Assert.Contains("This week does not begin in the month above.", elsewhere.Words(), StringComparison.Ordinal);
        Assert.Contains("a sample week, from 2 Mar 2026", (await coordinator.GetAsync("/value/support?month=2026-03")).Rows(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Costs_SayWhatIsDividedByWhat_BesidePublishedFigures(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var costs = await coordinator.GetAsync("/value/costs");
        // 234 weeks of leaders' hours, and 16,227.78 of income in three months.
        Assert.Contains("2019/20 3 ", costs.Rows(), StringComparison.Ordinal);
        Assert.Contains("£16,227.78", costs.Rows(), StringComparison.Ordinal);
        Assert.Contains("divided by 1,650 hours a year", costs.Words(), StringComparison.Ordinal);
        Assert.Contains("The figures of 2013/14 are not written in here yet.", costs.Words(), StringComparison.Ordinal);
        var written = await costs.SubmitFormAsync("#reference", ("Year", "2013/14"), ("What", "cost of an hour of support"), ("Value", "£1.00"), ("Source", "an invented report, page 3"));
        Assert.Contains("2013/14 cost of an hour of support £1.00 an invented report, page 3", written.Rows(), StringComparison.Ordinal);
        Assert.DoesNotContain("are not written in here yet", written.Words(), StringComparison.Ordinal);
        Assert.Equal(("2013/14", "an invented report, page 3"), (written.Page.QuerySelector("[name=Year]")!.GetAttribute("value"), written.Page.QuerySelector("[name=Source]")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.BadRequest, (await written.SubmitFormAsync("#reference", ("Year", "2013/14"))).Status);
        Assert.Null((await (await group.SignInAsync(Role.Steering)).GetAsync("/value/costs")).Page.QuerySelector("#reference"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Statement_ReadsNoBookWhole(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await ValueBooks.ImportAsync(group);
        await using var db = await group.Store.ReadAsync();

        var plans = await QueryPlans.OfAsync(() => ValueReport.WorkAsync(db, group.Store.Clock, new(2019, 10), new(2019, 12)));

        Assert.NotEmpty(plans);
        Assert.Empty(QueryPlans.Scans(plans, "centre_sign_in", "leader_hours", "member", "support_level", "crisis_entry", "book_count"));
    }

    [Fact]
    public async Task House_KeepsAndRecountsTheBooks()
    {
        Assert.Contains(House.KeptFigures, k => k is BookCounts);
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await stores.NewGroupAsync();
        await store.Write("Broken", Actor.System, unit => Task.FromResult(unit.Db.BookCounts.Add(
            new BookCount { Id = Ids.New(), Book = CountedBook.SignIns, Day = new(2025, 3, 1), Month = new(2025, 3), Level = "day", Count = 1 })));
        Assert.Contains((await new Core.Network.StoreCheck(stores.Stores, House.Recounts).RunAsync(store.Slug)).Problems, p => p == "SignIns on 2025-03-01 (day): 1 are kept, the book has 0.");
    }
}

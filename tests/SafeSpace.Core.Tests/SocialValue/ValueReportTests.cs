using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.SocialValue;

/// <summary>The statement worked out from the books: which rate, which month, what is missing, what stands.</summary>
public sealed class ValueReportTests
{
    private static readonly Month October = new(2025, 10);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task RateThatChangesWithinAMonth_EachDayGoesByItsOwn(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.CentreUse, "day", 5800, new(2025, 10, 1));
        await RateAsync(store, ValueComponent.CentreUse, "day", 6000, new(2025, 10, 16));
        await VisitsAsync(store, (new(2025, 10, 2), "day"), (new(2025, 10, 15), "day"), (new(2025, 10, 16), "day"));

        var month = (await WorkAsync(store, October, October)).Months[0];

        Assert.Equal(2 * 5800 + 6000, month.Value(ValueComponent.CentreUse));
        Assert.Equal([2, 1], month.Lines.Where(l => l.Component == ValueComponent.CentreUse).Select(l => (int)l.Count.Over));
        Assert.Empty(await RecountAsync(store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WeekOverTheMonthsEnd_BelongsToTheMonthOfItsMonday(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.Leadership, "lead", 2912, new(2025, 1, 1));
        var hours = new HoursService(store);
        await hours.NoteAsync(new(Ids.New(), new(2025, 9, 29), "Hana York", null, "lead", 3600), Actor.System);
        await hours.NoteAsync(new(Ids.New(), new(2025, 10, 27), "Hana York", null, "lead", 1200), Actor.System);

        var report = await WorkAsync(store, new(2025, 9), October);

        Assert.Equal(2912, report.Months[0].Value(ValueComponent.Leadership));
        Assert.Equal(new Fraction(2912, 3), report.Months[1].Value(ValueComponent.Leadership));
        Assert.Equal((1, 1), (report.Months[0].Counts.Leaders, report.Months[1].Counts.Leaders));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Levels_AreCarriedForwardUntilChanged_AndAMonthOfItsOwnLeavesThoseBeforeAlone(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.PeerSupport, "level_1", 100, new(2025, 1, 1));
        await RateAsync(store, ValueComponent.PeerSupport, "level_2", 1000, new(2025, 1, 1));
        var levels = new LevelService(store, ClosedMonths.IsClosedAsync);
        await levels.SetAsync(new(2025, 8), "Ben Todd", "level_1", Actor.System);
        await levels.SetAsync(new(2025, 8), "Mo Vale", "level_1", Actor.System);
        await levels.SetAsync(new(2025, 10), "Mo Vale", "level_2", Actor.System);
        await levels.SetAsync(new(2025, 11), "Ben Todd", null, Actor.System);

        var report = await WorkAsync(store, new(2025, 7), new(2025, 12));

        Assert.Equal([null, 200, 200, 1100, 1000, 1000], report.Months.Select(m => m.Value(ValueComponent.PeerSupport) is { } v ? (int?)v.Over : null));
        Assert.Equal("2025-08", report.Months[2].LevelsOf);
        Assert.Equal([0L, 2, 2, 2, 1, 1], report.Months.Select(m => m.Counts.PeerSupporters));
        Assert.Empty(await RecountAsync(store));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Members_AreCountedOnTheLastDay_AndWhoLeftThatDayNoMore(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.Membership, "registered", 2000, new(2025, 1, 1));
        var members = new MemberService(store, ClosedMonths.IsClosedAsync);
        await members.AddAsync(Member("1", new(2025, 9, 30)), Actor.System);
        await members.AddAsync(Member("2", new(2025, 10, 31)), Actor.System);
        await members.AddAsync(Member("3", new(2025, 9, 1), new(2025, 10, 31)), Actor.System);
        Assert.Equal(MemberChange.LeftBeforeJoining, await members.AddAsync(Member("4", new(2025, 9, 2), new(2025, 9, 1)), Actor.System));
        Assert.Equal(MemberChange.NumberTaken, await members.AddAsync(Member("1", new(2025, 9, 2)), Actor.System));

        var report = await WorkAsync(store, new(2025, 8), October);

        Assert.Equal([0L, 2, 2], report.Months.Select(m => m.Counts.RegisteredMembers));
        Assert.Contains(ValueComponent.Membership, report.Months[0].WithoutBook);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatIsMissing_IsMissing_NeverNothing(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await VisitsAsync(store, (new(2025, 10, 2), "day"), (new(2025, 10, 28), null));

        var report = await WorkAsync(store, October, October);
        var month = report.Months[0];

        Assert.Null(month.Statutory);
        Assert.Null(month.Value(ValueComponent.CentreUse)); // no rate is agreed
        Assert.Null(month.Value(ValueComponent.CrisisSupport)); // no book
        Assert.Null(report.PerPound);
        Assert.Equal((1, 2), (month.Undecided, month.Counts.CentreUses));
        Assert.Contains("\"roi_per_pound\": null", ValueJson.Write(report), StringComparison.Ordinal);
    }

    /// <summary>A book that stopped is no book of noughts: a month without a line is missing, until whoever closes it says that there was none.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MonthNobodyWroteIn_IsMissing_UntilItIsClosedAsOneWithNone(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.CentreUse, "day", 100, new(2025, 1, 1));
        await RateAsync(store, ValueComponent.CrisisSupport, "severe", 24000, new(2025, 1, 1));
        await VisitsAsync(store, (new(2025, 10, 2), "day"), (new(2025, 11, 20), "day"));
        await new CrisisService(store).NoteAsync(Ids.New(), new(2025, 10, 5), "Fay Orr", "severe", Actor.System);

        var open = await WorkAsync(store, October, new(2025, 12));
        Assert.Equal([24000, null, null], open.Months.Select(m => m.Value(ValueComponent.CrisisSupport) is { } v ? (int?)v.Over : null));
        Assert.Null(open.Months[2].Value(ValueComponent.CentreUse));
        Assert.Null(open.Mean("crisis_support"));
        Assert.True(open.Months[1].IsPart);

        var closing = new ClosingService(store);
        Assert.Equal(ClosingOutcome.Done, await closing.CloseAsync(new(2025, 11), Actor.System, [ValueComponent.CrisisSupport], isWhole: true));
        Assert.Equal(ClosingOutcome.Done, await closing.CloseAsync(new(2025, 12), Actor.System));
        var closed = await WorkAsync(store, October, new(2025, 12));
        Assert.Equal([24000, 0, null], closed.Months.Select(m => m.Value(ValueComponent.CrisisSupport) is { } v ? (int?)v.Over : null));
        Assert.False(closed.Months[1].IsPart);
        Assert.Null(closed.Months[2].Value(ValueComponent.CentreUse));
        Assert.Equal(12000, (await WorkAsync(store, October, new(2025, 11))).Mean("crisis_support"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task PartMonths_AreMarked_AndLeftOutOfTheMean(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.CentreUse, "day", 100, new(2025, 1, 1));
        await VisitsAsync(store, (new(2025, 10, 20), "day"), (new(2025, 11, 3), "day"), (new(2025, 11, 4), "day"), (new(2025, 12, 5), "day"), (new(2026, 1, 5), "day"), (new(2026, 2, 5), "day"), (new(2026, 3, 9), "day"));

        var report = await WorkAsync(store, October, new(2026, 3));

        Assert.Equal(["2025-10", "2026-03"], report.PartMonths.Select(m => m.Month));
        Assert.Equal(["2025-11", "2025-12", "2026-01", "2026-02"], report.Used.Select(m => m.Month));
        Assert.Equal(new Fraction(500, 4), report.Mean("centre_use"));
        Assert.Equal(1500, report.FullYear("centre_use"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ClosedMonth_Stands_WhateverRatesAndRowsComeAfterIt(EngineKind engine)
    {
        var (stores, store) = await NewAsync(engine);
        await using var _ = stores;
        await RateAsync(store, ValueComponent.CentreUse, "day", 100, new(2025, 1, 1));
        await VisitsAsync(store, (new(2025, 10, 2), "day"), (new(2025, 11, 30), "day"));
        var closing = new ClosingService(store);
        Assert.Equal(ClosingOutcome.NotOver, await closing.CloseAsync(new(2026, 3), Actor.System));
        Assert.Equal(ClosingOutcome.Done, await closing.CloseAsync(October, Actor.System));
        Assert.Equal(ClosingOutcome.ClosedAlready, await closing.CloseAsync(October, Actor.System));

        await RateAsync(store, ValueComponent.CentreUse, "day", 900, new(2025, 10, 1), fresh: true);
        var sheets = new SheetService(store, ClosedMonths.IsClosedAsync);
        Assert.Equal(SheetChange.MonthClosed, (await sheets.TypeInAsync(new(2025, 10, 3), [new(Ids.New(), "Late Comer", null, "day")], Actor.System)).Change);

        var report = await WorkAsync(store, October, new(2025, 11));
        Assert.Equal((100, 900), ((int)report.Months[0].Value(ValueComponent.CentreUse)!.Value.Over, (int)report.Months[1].Value(ValueComponent.CentreUse)!.Value.Over));
        Assert.True(report.Months[0].IsClosed);

        Assert.Equal(ClosingOutcome.NoReason, await closing.OpenAgainAsync(October, " ", Actor.System));
        Assert.Equal(ClosingOutcome.Done, await closing.OpenAgainAsync(October, "A sheet turned up", Actor.System));
        Assert.Equal(900, (await WorkAsync(store, October, October)).Months[0].Value(ValueComponent.CentreUse));
        Assert.Equal(ClosingOutcome.Done, await closing.CloseAsync(October, Actor.System));
        await using var db = await store.ReadAsync();
        Assert.Equal([1, 2], db.MonthClosings.OrderBy(c => c.Number).Select(c => c.Number));
    }

    [Fact]
    public void Sensitivity_TakesOff_EachByItselfAndAllTogether()
    {
        var month = new MonthFigures
        {
            Month = "2025-10",
            Statutory = 100,
            Lines = [new ValueLine(ValueComponent.CentreUse, "day", 10, 100, new(2025, 1, 1))],
            Counts = new ValueCounts(0, 0, 10, 0, 0),
        };

        var table = new Sensitivity(10, 20, 0, 25).Table(new ValueReport([month]));

        Assert.Equal(["none", "deadweight", "attribution", "drop_off", "discount", "all"], table.Select(t => t.Name));
        Assert.Equal([10m, 9m, 8m, 10m, 8m, 5.76m], table.Select(t => Rounding.HalfUp(t.PerPound!.Value, 2)));
    }

    [Fact]
    public void KeptFigures_ComeBackExactly()
    {
        var month = new MonthFigures
        {
            Month = "2025-10",
            Statutory = 100,
            Lines = [new ValueLine(ValueComponent.Leadership, "lead", new Fraction(1, 3), 2912, new(2025, 1, 1))],
            Counts = new ValueCounts(1, 2, 3, 4, 5),
            WithoutBook = [ValueComponent.CrisisSupport],
        };

        var back = MonthFigures.FromJson(month.ToJson());

        Assert.Equal(month.Value(ValueComponent.Leadership), back.Value(ValueComponent.Leadership));
        Assert.Equal(month.Counts, back.Counts);
        Assert.Null(back.Value(ValueComponent.CrisisSupport));
        Assert.Null(back.Other);
    }

    private static async Task<(TestStores Stores, GroupStore Store)> NewAsync(EngineKind engine)
    {
        var stores = await TestStores.OpenAsync(engine);
        return (stores, await stores.NewGroupAsync());
    }

    private static async Task<ValueReport> WorkAsync(GroupStore store, Month from, Month to)
    {
        await using var db = await store.ReadAsync();
        return await ValueReport.WorkAsync(db, store.Clock, from, to);
    }

    private static async Task<IReadOnlyList<string>> RecountAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var before = await BookRecount.RunAsync(db);
        await BookRecount.FoldAsync(store);
        return [.. before, .. await BookRecount.RunAsync(db)];
    }

    /// <param name="fresh">In place of the one that holds from that day.</param>
    private static Task RateAsync(GroupStore store, ValueComponent component, string level, long pence, DateOnly from, bool fresh = false) => store.Write("RateAgreed", Actor.System, unit =>
    {
        if (fresh)
            foreach (var old in unit.Db.Rates.Where(r => r.Component == component && r.Level == level))
                old.TakenBackAt = unit.Now;
        unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = component, Level = level, Unit = RateService.UnitOf(component), Pence = pence, From = from });
        return Task.CompletedTask;
    });

    private static async Task VisitsAsync(GroupStore store, params (DateOnly Day, string? Session)[] visits)
    {
        foreach (var (day, session) in visits)
            await new SheetService(store, ClosedMonths.IsClosedAsync).TypeInAsync(day, [new(Ids.New(), "Lee Jay", null, session)], Actor.System);
    }

    private static Member Member(string number, DateOnly joined, DateOnly? left = null) =>
        new() { Id = Ids.New(), Number = number, Name = "Nia Stone", NameKey = "nia stone", Network = "registered", JoinedOn = joined, LeftOn = left };
}

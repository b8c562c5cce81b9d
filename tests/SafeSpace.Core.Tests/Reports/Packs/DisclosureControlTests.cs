using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>What is withheld, and whether a linear solver with every published figure in hand can do anything about it.</summary>
public sealed class DisclosureControlTests
{
    private static readonly Month January = new(2026, 1);

    [Fact]
    public void Small_number_is_withheld_and_its_neighbour_too_because_the_sum_would_tell()
    {
        var figures = Published(Row(("all", 40), ("a", 3), ("b", 12), ("c", 25)));

        Assert.Equal(["a", "b"], Withheld(figures));
        Assert.Empty(Attack.On(figures));
    }

    [Fact]
    public void Two_small_numbers_with_a_small_sum_need_a_third()
    {
        var figures = Published(Row(("all", 40), ("a", 1), ("b", 2), ("c", 37)));

        Assert.Equal(["a", "b", "c"], Withheld(figures));
        Assert.Empty(Attack.On(figures));
    }

    [Fact]
    public void Nobody_is_not_told_apart_from_a_few() => Assert.Contains("a", Withheld(Published(Row(("all", 30), ("a", 0), ("b", 10), ("c", 20)))));

    [Fact]
    public void Nothing_is_withheld_where_nobody_can_be_told() => Assert.Empty(Withheld(Published(Row(("all", 40), ("a", 7), ("b", 8), ("c", 25)))));

    [Fact]
    public void Planted_leak_of_a_neighbour_is_found()
    {
        var figures = Published(Row(("all", 40), ("a", 3), ("b", 12), ("c", 25)));
        figures.Quantities.Single(q => q.Key == "t|b|2026-01").Shown = true;

        Assert.Equal("t|a|2026-01@1 is between 3 and 3", Assert.Single(Attack.On(figures)));
        Assert.NotEmpty(DisclosureControl.Told(figures));
    }

    [Fact]
    public void Planted_leak_between_a_month_and_a_quarter_is_found()
    {
        var first = Published(Row(("all", 40), ("a", 3), ("b", 12), ("c", 25)));
        var quarter = Build(new Ledger([first]), January, new Month(2026, 3), Row(("all", 40), ("a", 3), ("b", 12), ("c", 25)));
        foreach (var quantity in quarter.Quantities)
            quantity.Shown = true;

        Assert.Contains(Attack.On(PackFigures.Together([first, quarter])), f => f.StartsWith("t|a|2026-01@1", StringComparison.Ordinal));
    }

    [Fact]
    public void Last_months_pack_and_this_one_side_by_side_tell_nobody()
    {
        var first = Published(Row(("all", 40), ("a", 3), ("b", 12), ("c", 25)));
        var quarter = Build(new Ledger([first]), January, new Month(2026, 3), Row(("all", 40), ("a", 3), ("b", 12), ("c", 25)));
        DisclosureControl.Protect(first, quarter);

        Assert.Empty(Attack.On(PackFigures.Together([first, quarter])));
    }

    [Fact]
    public void Published_figure_stands_in_later_packs_whatever_the_rows_say()
    {
        var first = Published(Row(("all", 40), ("a", 9), ("b", 31)));
        var later = new PackBuilder(new Ledger([first]), January, new Month(2026, 2));
        later.ByMonth("t", "a", _ => 10);

        Assert.Equal(9, later.ValueOf("t|a|2026-01"));
        Assert.Equal(19, later.ValueOf("t|a|2026-01..2026-02"));
    }

    [Theory]
    [InlineData(41, 9, 32, 0)]
    [InlineData(46, 9, 37, 2)]
    [InlineData(47, 12, 35, 1)]
    public void Restatement_shows_no_change_of_fewer_than_five(int all, int a, int b, int shown)
    {
        var first = Published(Row(("all", 40), ("a", 9), ("b", 31)));
        var again = Build(new Ledger([first]), January, January, Row(("all", all), ("a", a), ("b", b)), restating: true);
        DisclosureControl.Protect(first, again);
        var together = PackFigures.Together([first, again]);

        Assert.Empty(Attack.On(together));
        Assert.True(again.Quantities.Count(q => q.Shown) <= shown, $"{again.Quantities.Count(q => q.Shown)} shown");
        Assert.All(again.Quantities.Where(q => q.Shown), q => Assert.True(Math.Abs(q.Value - first.Quantities.Single(f => f.Key == q.Key).Value) >= 5));
    }

    [Fact]
    public void Planted_restatement_by_one_person_is_found()
    {
        var first = Published(Row(("all", 40), ("a", 9), ("b", 31)));
        var again = Build(new Ledger([first]), January, January, Row(("all", 41), ("a", 10), ("b", 31)), restating: true);
        foreach (var quantity in again.Quantities)
            quantity.Shown = true;

        Assert.Contains(Attack.On(PackFigures.Together([first, again])), f => f.StartsWith("t|all|2026-01@2 - t|all|2026-01@1", StringComparison.Ordinal));
    }

    [Fact]
    public void Money_of_a_few_people_goes_together_with_another_component()
    {
        var builder = new PackBuilder(new Ledger([]), January, January);
        Component(builder, "crisis", people: 2, rate: 150m);
        Component(builder, "members", people: 80, rate: 12.5m);
        Component(builder, "centre", people: 300, rate: 4.25m);
        builder.Add("money|all|2026-01", 2 * 150m + 80 * 12.5m + 300 * 4.25m, PackBuilder.Headline, unit: 0);
        builder.Balance("money|all|2026-01", ["money|crisis|2026-01", "money|members|2026-01", "money|centre|2026-01"]);
        DisclosureControl.Protect(PackFigures.None, builder.Figures);

        Assert.Empty(Attack.On(builder.Figures));
        Assert.True(builder.Figures.Quantities.Single(q => q.Key == "money|all|2026-01").Shown);
        Assert.False(builder.Figures.Quantities.Single(q => q.Key == "money|crisis|2026-01").Shown);
        builder.Figures.Quantities.Single(q => q.Key == "money|crisis|2026-01").Shown = true;
        Assert.NotEmpty(Attack.On(builder.Figures));
    }

    /// <summary>Hundreds of made histories: months, quarters, years, late entries and restatements, in tables that share their sums.</summary>
    [Fact]
    public void Made_histories_give_nobody_away()
    {
        for (var seed = 1; seed <= 120; seed++)
        {
            var history = MadeHistory.Of(seed);
            var found = Attack.On(history);
            Assert.True(found.Count == 0, $"seed {seed}: {string.Join("; ", found)}");
            Assert.Contains(history.Quantities, q => q.Shown);
        }
    }

    private static void Component(PackBuilder builder, string name, int people, decimal rate)
    {
        builder.Add($"people|{name}|2026-01", people);
        builder.Add($"money|{name}|2026-01", people * rate, unit: PackBuilder.UnitOf(people * rate, people));
        builder.Relate([new($"money|{name}|2026-01", 1), new($"people|{name}|2026-01", -rate)]);
    }

    private static (string, int)[] Row(params (string Slice, int Value)[] row) => row;

    private static PackFigures Published((string Slice, int Value)[] row)
    {
        var figures = Build(new Ledger([]), January, January, row);
        DisclosureControl.Protect(PackFigures.None, figures);
        return figures;
    }

    private static PackFigures Build(Ledger ledger, Month from, Month to, (string Slice, int Value)[] row, bool restating = false)
    {
        var builder = new PackBuilder(ledger, from, to, restating);
        foreach (var (slice, value) in row)
            builder.ByMonth("t", slice, _ => value, slice == "all" ? PackBuilder.Headline : PackBuilder.Part);
        foreach (var period in builder.Periods)
            builder.Balance($"t|all|{period}", row.Skip(1).Select(r => $"t|{r.Slice}|{period}"));
        return builder.Figures;
    }

    private static IEnumerable<string> Withheld(PackFigures figures) => figures.Quantities.Where(q => !q.Shown).Select(q => q.Key.Split('|')[1]);
}

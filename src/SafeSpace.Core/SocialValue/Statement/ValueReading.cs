using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>One way of reading the statement as a ratio: what is divided by what, and whether the cost was taken off first.</summary>
/// <param name="Name">gross_per_statutory_pound, net_per_statutory_pound, gross_per_pound_of_income, net_per_pound_of_income, month.</param>
/// <param name="Over">Pence.</param>
/// <param name="Under">Pence.</param>
public sealed record ValueReading(string Name, bool IsGross, Fraction? Over, Fraction? Under, Month? Month = null)
{
    public const string Published = "gross_per_statutory_pound";

    public Fraction? PerPound => ValueReport.Over(Over, Under);

    /// <summary>All readings, the published one first; then each month's own.</summary>
    public static IReadOnlyList<ValueReading> Of(ValueReport report)
    {
        var (social, statutory, income) = (report.FullYear("total_social_return"), report.FullYear("statutory"), report.FullYear("total_income"));
        return
        [
            new(Published, true, social, statutory),
            new("net_per_statutory_pound", false, social - statutory, statutory),
            new("gross_per_pound_of_income", true, social, income),
            new("net_per_pound_of_income", false, social - income, income),
            .. report.Months.Select(m => new ValueReading("month", true, m.Return, m.Statutory, m.When)),
        ];
    }
}

/// <summary>
/// What the published ratio would be with parts of the return taken off, in percent: what would have happened anyway (deadweight), what others
/// did (attribution), what fades within the year (drop-off), and what money is worth later (discount). Off unless somebody asks.
/// </summary>
public sealed record Sensitivity(Fraction Deadweight, Fraction Attribution, Fraction DropOff, Fraction Discount)
{
    private static Fraction Hundred => 100;

    /// <summary>Each by itself, then all together: a name, what is left of the return, and the ratio.</summary>
    public IReadOnlyList<(string Name, Fraction? Return, Fraction? PerPound)> Table(ValueReport report)
    {
        var (social, statutory) = (report.FullYear("total_social_return"), report.FullYear("statutory"));
        (string Name, Fraction Factor)[] factors =
        [
            ("none", 1),
            ("deadweight", Without(Deadweight)),
            ("attribution", Without(Attribution)),
            ("drop_off", Without(DropOff)),
            ("discount", Hundred / (Hundred + Discount)),
        ];
        return [.. factors.Append(("all", factors.Aggregate((Fraction)1, (all, f) => all * f.Factor))).Select(f => (f.Item1, social * f.Item2, ValueReport.Over(social * f.Item2, statutory)))];
    }

    private static Fraction Without(Fraction percent) => (Hundred - percent) / Hundred;
}

namespace SafeSpace.Core.Reports.CaseReview;

/// <summary>Shares of a sample: how sure one can be of them, and whether a printed one can be true at all.</summary>
public static class Shares
{
    /// <summary>Of the normal distribution, for 95 in 100.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Wilson's interval for a share, in percent with one decimal: 95 of 100 such intervals hold the true share. Null without a base.</summary>
    public static (decimal Low, decimal High)? Wilson(int part, int of)
    {
        if (of <= 0 || part < 0 || part > of)
            return null;
        var (share, spread) = ((double)part / of, Z * Z / of);
        var middle = (share + (spread / 2)) / (1 + spread);
        var half = Z / (1 + spread) * Math.Sqrt((share * (1 - share) / of) + (spread / (4 * of)));
        return (Percent(part == 0 ? 0 : middle - half), Percent(part == of ? 1 : middle + half));
    }

    /// <summary>Whether some whole number of files gives this percentage, rounded as printed: half up, half down or half to even.</summary>
    /// <param name="percent">As printed; its decimals count: 12.5 is not 12.50.</param>
    public static bool CanBe(decimal percent, int of)
    {
        if (of <= 0 || percent < 0 || percent > 100)
            return false;
        var step = 1m;
        for (var i = 0; i < percent.Scale; i++)
            step /= 10;
        var nearest = (int)Math.Round(percent * of / 100m, MidpointRounding.AwayFromZero);
        return Enumerable.Range(nearest - 1, 3).Any(k => k >= 0 && k <= of && Math.Abs((100m * k / of) - percent) <= step / 2);
    }

    private static decimal Percent(double share) => Math.Round((decimal)Math.Clamp(share, 0, 1) * 100, 1, MidpointRounding.AwayFromZero);
}

namespace SafeSpace.Core.Connections.Unmet;

/// <summary>
/// A list of counts as partners may see it. Lines of fewer than five stand together, unnamed, in one line of the others; where those are
/// fewer than five between them, the smallest other line joins them. So a total known from elsewhere tells nobody a small number.
/// </summary>
/// <param name="Shown">Lines of five or more.</param>
/// <param name="Others">All other lines together: 0 where there are none. Fewer than five only where nothing else is shown: then it is not said either.</param>
public sealed record ForPartners(IReadOnlyList<Excluded> Shown, int Others)
{
    private const int Fewest = 5;

    public bool OthersAreSaid => Others >= Fewest;

    public static ForPartners Of(IReadOnlyList<Excluded> lines)
    {
        var shown = lines.Where(l => l.Count >= Fewest).ToList();
        var others = lines.Sum(l => l.Count) - shown.Sum(l => l.Count);
        if (others is > 0 and < Fewest && shown.MinBy(l => l.Count) is { } smallest)
        {
            shown.Remove(smallest);
            others += smallest.Count;
        }

        return new ForPartners(shown, others);
    }

    /// <summary>Whether a part of a whole may be said: neither it nor the rest of the whole is a small number.</summary>
    public static bool MaySay(int part, int whole) => part is 0 or >= Fewest && whole - part is 0 or >= Fewest && whole is 0 or >= Fewest;
}

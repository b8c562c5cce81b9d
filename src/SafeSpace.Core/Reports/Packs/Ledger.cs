using SafeSpace.Core.Reports.Packs.Disclosure;

namespace SafeSpace.Core.Reports.Packs;

/// <summary>What was published so far. A figure that was published stands: later packs take it from here, and only a restatement makes a new edition of it.</summary>
public sealed class Ledger
{
    private readonly Dictionary<string, Quantity> latest = [];

    /// <param name="published">Packs in the order in which they were published.</param>
    public Ledger(IReadOnlyList<PackFigures> published)
    {
        Figures = PackFigures.Together(published);
        foreach (var quantity in Figures.Quantities)
        {
            Editions[quantity.Key] = Math.Max(quantity.Edition, Editions.GetValueOrDefault(quantity.Key));
            // A restated figure that had to be withheld leaves the one before standing.
            if (!latest.TryGetValue(quantity.Key, out var before) || quantity.Shown || !before.Shown)
                latest[quantity.Key] = quantity;
        }
    }

    public PackFigures Figures { get; }

    public Dictionary<string, int> Editions { get; } = [];

    public Quantity? Find(string key) => latest.GetValueOrDefault(key);
}

namespace SafeSpace.Core.Help;

public enum SourceKind
{
    /// <summary>Where this item usually comes from.</summary>
    Usual,
    Pot,
    Stock,
    Gift,

    /// <summary>The peer's own purse: it is asked back.</summary>
    Purse,
    Voucher,
}

/// <summary>Where help comes from: "usual", "pot:…", "stock:…", "voucher:…", "purse", "gift".</summary>
public readonly record struct HelpSource(SourceKind Kind, Guid? Id = null)
{
    public static HelpSource? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return new HelpSource(SourceKind.Usual);
        var parts = text.Split(':', 2);
        if (!Enum.TryParse<SourceKind>(parts[0], ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsDigit(text[0]))
            return null;
        var needsId = kind is SourceKind.Pot or SourceKind.Stock or SourceKind.Voucher;
        return needsId == (parts.Length == 2) && (!needsId || Guid.TryParse(parts[1], out _)) ? new HelpSource(kind, needsId ? Guid.Parse(parts[1]) : null) : null;
    }

    public override string ToString() => Id is { } id ? $"{Kind.ToString().ToLowerInvariant()}:{id}" : Kind.ToString().ToLowerInvariant();
}

/// <summary>What help can be taken from on a day, as the page shows it before and the change takes it.</summary>
public sealed record HelpSources(IReadOnlyList<Pot> Pots, IReadOnlyList<StockItem> Stock, DateOnly Day)
{
    /// <summary>Pots that may pay for an item, the one to use first at the head: kept for this item alone, then the one that ends first.</summary>
    public IEnumerable<Pot> PotsFor(string item) => Pots.Where(p => p.IsOpenOn(Day) && p.PaysFor(item))
        .OrderBy(p => p.Item is null).ThenBy(p => p.Until ?? DateOnly.MaxValue).ThenBy(p => p.MadeAt).ThenBy(p => p.Id);

    public IEnumerable<StockItem> StockFor(string item) => Stock.Where(s => s.RetiredAt is null && s.Item == item).OrderByDescending(s => s.Count).ThenBy(s => s.Id);

    /// <summary>Where this usually comes from, just now; null when there is none of it, and somebody has to say.</summary>
    public HelpSource? UsualFor(SupportItem item, long pence) => item.Usually switch
    {
        UsualSource.Stock when StockFor(item.Code).FirstOrDefault() is { } stock => stock.Count > 0 ? new HelpSource(SourceKind.Stock, stock.Id) : null,
        UsualSource.Pot => PotsFor(item.Code).FirstOrDefault(p => p.LeftPence >= pence) is { } pot ? new HelpSource(SourceKind.Pot, pot.Id) : null,
        _ => new HelpSource(SourceKind.Gift),
    };
}

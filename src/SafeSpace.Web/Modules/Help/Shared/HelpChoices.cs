using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What can be given just now, and from where: as the forms offer it.</summary>
public sealed class HelpChoices
{
    private readonly Texts t;

    private HelpChoices(IReadOnlyList<SupportItem> items, HelpSources sources, IReadOnlyList<VoucherScheme> schemes, Texts texts) =>
        (All, Sources, Schemes, t) = (items, sources, schemes, texts);

    /// <summary>Every item, those of before too.</summary>
    public IReadOnlyList<SupportItem> All { get; }

    public HelpSources Sources { get; }

    public IReadOnlyList<VoucherScheme> Schemes { get; }

    public IReadOnlyList<SupportItem> Offered => [.. All.Where(i => i.RetiredAt is null)];

    public static async Task<HelpChoices> ReadAsync(GroupDb db, DateOnly day, Texts texts) => new(
        await db.SupportItems.AsNoTracking().OrderBy(i => i.Position).ToListAsync(),
        new HelpSources(
            await db.Pots.AsNoTracking().Where(p => p.ClosedAt == null).OrderBy(p => p.Name).ToListAsync(),
            await db.Stock.AsNoTracking().Where(s => s.RetiredAt == null).OrderBy(s => s.Name).ToListAsync(), day),
        await db.VoucherSchemes.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Name).ToListAsync(), texts);

    public string LabelOf(string code) => All.FirstOrDefault(i => i.Code == code)?.Label ?? code;

    /// <summary>Each item with what it is usually worth and where it comes from just now.</summary>
    public IReadOnlyList<Choice> Items => [.. Offered.Select(i => new Choice(i.Code, i.Label, string.Join(" · ", new[] { Worth(i), FromNow(i) }.Where(w => w.Length > 0))))];

    /// <summary>For a list of links or buttons: the item, and what it is usually worth.</summary>
    public string Named(SupportItem item) => Worth(item) is { Length: > 0 } worth ? $"{item.Label}, {worth}" : item.Label;

    public IReadOnlyList<Choice> From =>
    [
        .. Sources.Pots.Where(p => p.IsOpenOn(Sources.Day)).Select(p => new Choice($"pot:{p.Id}", p.Item is { } item
            ? t["{0}: {1} left, for {2}", p.Name, HelpWords.Money(p.LeftPence, t), LabelOf(item)] : t["{0}: {1} left", p.Name, HelpWords.Money(p.LeftPence, t)])),
        .. Sources.Stock.Select(s => new Choice($"stock:{s.Id}", t["{0}: {1} in stock", s.Name, s.Count])),
        .. Schemes.Select(s => new Choice($"voucher:{s.Id}", t["Voucher: {0}", s.Name])),
        new("purse", t["My own purse: I ask it back"]),
        new("gift", t["Given to us: nothing is counted"]),
    ];

    /// <summary>What else could help: pots with money for an item and shelves that have it.</summary>
    public IEnumerable<string> ElseFor(string item) =>
        Sources.PotsFor(item).Where(p => p.LeftPence > 0).Select(p => t["{0} from {1}, which has {2} left", LabelOf(item), p.Name, HelpWords.Money(p.LeftPence, t)])
            .Concat(Sources.Stock.Where(s => s.Count > 0).Select(s => t["{0}, {1} in stock", s.Name, s.Count]));

    /// <summary>Where something came from, as the page says it afterwards.</summary>
    public string? SourceOf(HelpGiven help) =>
        help.PotId is { } pot ? Sources.Pots.FirstOrDefault(p => p.Id == pot)?.Name ?? t["a pot that is closed"]
        : help.StockId is { } stock ? Sources.Stock.FirstOrDefault(s => s.Id == stock)?.Name ?? t["our stock"]
        : help.VoucherId is not null ? t["a voucher"]
        : help.ClaimId is not null ? t["own purse"] : null;

    private string Worth(SupportItem item) => item.UsualPence is { } pence ? HelpWords.Money(pence, t) : "";

    private string FromNow(SupportItem item) => Sources.UsualFor(item, item.UsualPence ?? 0) switch
    {
        { Kind: SourceKind.Pot, Id: { } id } => t["from {0}", Sources.Pots.Single(p => p.Id == id).Name],
        { Kind: SourceKind.Stock, Id: { } id } => t["{0} in stock", Sources.Stock.Single(s => s.Id == id).Count],
        null => item.Usually == UsualSource.Stock ? t["none in stock"] : t["no pot has enough"],
        _ => "",
    };
}

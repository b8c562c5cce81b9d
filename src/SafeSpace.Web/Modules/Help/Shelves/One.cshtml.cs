using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Shelves;

/// <summary>One thing in stock: counted in, out, or again with a reason. Nobody it was given to is named here.</summary>
[Needs(Permission.GiveHelp)]
public sealed class OneModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, Texts texts, StockService stocks) : HelpPage(clock, texts)
{
    private const int OnAPage = 50;

    /// <summary>The last of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? HowMany { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Item { get; set; }

    [BindProperty]
    public string? LowAt { get; set; }

    [BindProperty]
    public bool Retired { get; set; }

    public StockItem Stock { get; private set; } = null!;

    public IReadOnlyList<(StockMove Move, string? Words)> Moves { get; private set; } = [];

    /// <summary>The last of what stands here, where there is more.</summary>
    public Guid? Earlier { get; private set; }

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public bool MayKeep => viewer.May(Permission.KeepHelp);

    public IReadOnlyList<Choice> RetiredChoice => [new("True", T["It is not kept any more"])];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        (Name, Item, LowAt, Retired, Version) = (Stock.Name, Stock.Item, Stock.LowAt?.ToString(System.Globalization.CultureInfo.InvariantCulture), Stock.RetiredAt is not null, Stock.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id) || (Do == "change" && !MayKeep))
            return NotFound();
        var number = Do is "in" or "out" or "again" ? Number(nameof(HowMany), HowMany, least: Do == "again" ? 0 : 1) : 0;
        if (Do == "again")
            Needed(nameof(Words), Words, "Please write a word why the count was another.", WrittenText.Note);
        Check(nameof(Words), Words, WrittenText.Note);
        var details = Do == "change" ? ReadDetails() : null;
        if (!ModelState.IsValid)
            return Again();
        try
        {
            var change = Do switch
            {
                "in" or "out" => await stocks.MoveAsync(id, NewId, Do == "in", number, Words, viewer.Actor),
                "again" => await stocks.CountAgainAsync(id, NewId, number, Words!, viewer.Actor),
                "change" => await stocks.ChangeAsync(id, Version, details!, !Retired, viewer.Actor),
                _ => StockChange.NoSuchStock,
            };
            if (change == StockChange.NoSuchStock)
                return NotFound();
            if (change == StockChange.Done)
                return Saved($"~/help/stock/{id}");
            Wrong(nameof(HowMany), "There are fewer than this here. If that is wrong, count again.");
        }
        catch (StaleVersionException)
        {
            Wrong("", "Somebody changed this while you were typing. What stands there now is at the top; yours is still in the form. Save again to keep yours.");
            Version = Stock.Version;
            return Again(StatusCodes.Status409Conflict);
        }

        return Again();
    }

    private StockDetails ReadDetails()
    {
        Needed(nameof(Name), Name, "Please write what it is.");
        if (Items.All(i => i.Value != Item))
            Wrong(nameof(Item), "Please choose what it is given as.");
        return new StockDetails(Name ?? "", Item ?? "", string.IsNullOrWhiteSpace(LowAt) ? null : Number(nameof(LowAt), LowAt, least: 0));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.Stock.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } stock)
            return false;
        Stock = stock;
        Items = await ItemChoices.ReadAsync(db, stock.Item);
        var all = db.StockMoves.AsNoTracking().Where(m => m.StockId == id);
        if (Before is { } before && await all.SingleOrDefaultAsync(m => m.Id == before) is { } last)
            all = all.Where(m => m.At < last.At || (m.At == last.At && m.Id.CompareTo(last.Id) < 0));
        var moves = await all.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(OnAPage + 1).ToListAsync();
        Moves = [.. moves.Take(OnAPage).Select(m => (m, m.PersonId is null ? vault.Open(HelpColumns.Move, m.Id, m.Words) : null))];
        Earlier = moves.Count > OnAPage ? moves[OnAPage - 1].Id : null;
        return true;
    }
}

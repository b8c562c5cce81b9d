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

/// <summary>What is in stock, what is low, and something new.</summary>
[Needs(Permission.GiveHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, StockService stock) : HelpPage(clock, texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Item { get; set; }

    [BindProperty]
    public string? Count { get; set; }

    [BindProperty]
    public string? LowAt { get; set; }

    public bool MayKeep => viewer.May(Permission.KeepHelp);

    public IReadOnlyList<StockItem> All { get; private set; } = [];

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayKeep)
            return NotFound();
        await ShowAsync();
        Needed(nameof(Name), Name, "Please write what it is.");
        if (Items.All(i => i.Value != Item))
            Wrong(nameof(Item), "Please choose what it is given as.");
        var count = string.IsNullOrWhiteSpace(Count) ? 0 : Number(nameof(Count), Count, least: 0);
        var low = string.IsNullOrWhiteSpace(LowAt) ? (int?)null : Number(nameof(LowAt), LowAt, least: 0);
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        await stock.AddAsync(NewId, new StockDetails(Name!, Item!, low), count, viewer.Actor);
        return Saved("~/help/stock");
    }

    private async Task ShowAsync()
    {
        All = await db.Stock.AsNoTracking().Where(s => s.RetiredAt == null || MayKeep).OrderBy(s => s.Name).ToListAsync();
        Items = await ItemChoices.ReadAsync(db);
    }
}

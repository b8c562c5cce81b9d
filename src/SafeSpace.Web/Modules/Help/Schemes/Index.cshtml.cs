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

namespace SafeSpace.Web.Modules.Help.Schemes;

/// <summary>Vouchers that partners let us give.</summary>
[Needs(Permission.KeepHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, VoucherService vouchers) : HelpPage(clock, texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Partner { get; set; }

    [BindProperty]
    public string? Item { get; set; }

    public IReadOnlyList<VoucherScheme> All { get; private set; } = [];

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        Needed(nameof(Name), Name, "Please give the voucher a name.");
        Check(nameof(Partner), Partner);
        if (Items.All(i => i.Value != Item))
            Wrong(nameof(Item), "Please choose what it is good for.");
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var id = NewId;
        await vouchers.AddAsync(id, Name!, Partner, Item!, viewer.Actor);
        return Saved($"~/help/schemes/{id}");
    }

    private async Task ShowAsync()
    {
        All = await db.VoucherSchemes.AsNoTracking().OrderBy(s => s.Name).ToListAsync();
        Items = await ItemChoices.ReadAsync(db);
    }
}

using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;

namespace SafeSpace.Web.Modules.Help.Pots;

/// <summary>A new pot, and what is put in it.</summary>
[Needs(Permission.KeepHelp)]
public sealed class NewModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PotService pots) : PotForm(db, clock, texts)
{
    [BindProperty]
    public string? Amount { get; set; }

    public Task OnGetAsync() => LoadItemsAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadItemsAsync();
        var pence = string.IsNullOrWhiteSpace(Amount) ? 0 : Pence(nameof(Amount), Amount, nothingIsFine: true);
        if (ReadPot() is not { } details)
            return await AgainAsync(LoadItemsAsync);
        var pot = await pots.AddAsync(NewId, details, pence, viewer.Actor);
        return Saved($"~/help/pots/{pot.Id}");
    }
}

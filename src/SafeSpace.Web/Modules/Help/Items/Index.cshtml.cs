using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Items;

/// <summary>What a group helps with, what each is usually worth, and where it comes from.</summary>
[Needs(Permission.KeepHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, ItemService items) : HelpPage(clock, texts)
{
    /// <summary>The one that is changed; empty for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public UsualSource Usually { get; set; }

    [BindProperty]
    public bool Retired { get; set; }

    public IReadOnlyList<SupportItem> All { get; private set; } = [];

    public SupportItem? Changed => All.FirstOrDefault(i => i.Id == Id);

    public IReadOnlyList<Choice> Sources => [.. Enum.GetValues<UsualSource>().Select(u => new Choice(u.ToString(), T[HelpWords.Usually(u)]))];

    public IReadOnlyList<Choice> RetiredChoice => [new("True", T["It is not offered any more"])];

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        if (Id is not null && Changed is null)
            return NotFound();
        if (Changed is { } item)
            (Label, Amount, Usually, Retired, Version) = (item.Label, item.UsualPence is { } pence ? (pence / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : null, item.Usually, item.RetiredAt is not null, item.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Needed(nameof(Label), Label, "Please write what it is.");
        long? pence = null;
        if (!string.IsNullOrWhiteSpace(Amount) && (pence = MoneyText.Read(Amount, out var why)) is null)
            Wrong(nameof(Amount), HelpWords.NoMoney(why!));
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        try
        {
            var details = new ItemDetails(Label!, pence, Usually);
            if (Id is { } id ? await items.ChangeAsync(id, Version, details, !Retired, viewer.Actor) : await items.AddAsync(NewId, details, viewer.Actor))
                return Saved("~/help/items");
        }
        catch (StaleVersionException)
        {
            Wrong("", "Somebody changed this while you were typing. What stands there now is in the list; yours is still in the form. Save again to keep yours.");
            await ShowAsync();
            Version = Changed?.Version ?? Version;
            return await AgainAsync(() => Task.CompletedTask, StatusCodes.Status409Conflict);
        }

        Wrong(nameof(Label), "There is one of this name already, or it has no letter in it.");
        return await AgainAsync(ShowAsync);
    }

    /// <summary>For a group that has no list yet.</summary>
    public async Task<IActionResult> OnPostStartAsync()
    {
        await items.StartAsync(viewer.Actor);
        return Saved("~/help/items");
    }

    private async Task ShowAsync() => All = await db.SupportItems.AsNoTracking().OrderBy(i => i.Position).ToListAsync();
}

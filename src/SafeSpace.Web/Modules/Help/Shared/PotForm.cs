using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What a pot is, as two pages ask it.</summary>
public abstract class PotForm(GroupDb db, GroupClock clock, Texts texts) : HelpPage(clock, texts)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? For { get; set; }

    /// <summary>Empty: it pays for anything.</summary>
    [BindProperty]
    public string? Item { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<Choice> Items { get; private set; } = [];

    protected GroupDb Db => db;

    protected async Task LoadItemsAsync() => Items = await ItemChoices.ReadAsync(db, Item);

    protected PotDetails? ReadPot()
    {
        Needed(nameof(Name), Name, "Please give the pot a name.");
        Check(nameof(From), From);
        Check(nameof(For), For);
        if (!string.IsNullOrEmpty(Item) && Items.All(i => i.Value != Item))
            Wrong(nameof(Item), "Please choose from the list.");
        return ModelState.IsValid ? new PotDetails(Name!, From, For, string.IsNullOrEmpty(Item) ? null : Item, Until) : null;
    }
}

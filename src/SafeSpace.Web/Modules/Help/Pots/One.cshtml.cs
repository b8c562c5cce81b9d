using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;

namespace SafeSpace.Web.Modules.Help.Pots;

/// <summary>One pot and every row of it: as many pence as it says. Names only of whom the viewer sees.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
public sealed class OneModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown, Texts texts, PotService pots) : PotForm(db, clock, texts)
{
    private const int Shown = 100;

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Pot Pot { get; private set; } = null!;

    public IReadOnlyList<PotRow> Rows { get; private set; } = [];

    /// <summary>Rows older than those shown.</summary>
    public int Older { get; private set; }

    public bool MayKeep => viewer.May(Permission.KeepHelp);

    public bool IsOpen => Pot.IsOpenOn(Clock.Today);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        (Name, From, For, Item, Until, Version) = (Pot.Name, Pot.From, Pot.For, Pot.Item, Pot.Until, Pot.Version);
        await LoadItemsAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!MayKeep || !await LoadAsync(id))
            return NotFound();
        await LoadItemsAsync();
        Check(nameof(Words), Words, WrittenText.Note);
        var pence = Do is "in" or "out" ? Pence(nameof(Amount), Amount) : 0;
        var details = Do == "change" ? ReadPot() : null;
        if (!ModelState.IsValid)
            return Again();
        try
        {
            var change = Do switch
            {
                "in" or "out" => await pots.MoveAsync(id, NewId, Do == "in", pence, Words, viewer.Actor),
                "close" or "open" => await pots.CloseAsync(id, Do == "close", viewer.Actor),
                "change" => await pots.ChangeAsync(id, Version, details!, viewer.Actor),
                _ => PotChange.NoSuchPot,
            };
            if (change == PotChange.Done)
                return Saved($"~/help/pots/{id}");
            if (change == PotChange.NoSuchPot)
                return NotFound();
            Wrong(change == PotChange.StillPromised ? "" : nameof(Amount), change switch
            {
                PotChange.TooMuch => "There is less than this left in the pot.",
                PotChange.Closed => "This pot is closed. Open it again first.",
                _ => "Something is still promised from this pot. Hand it over or call it off first.",
            });
        }
        catch (StaleVersionException)
        {
            Wrong("", "Somebody changed this pot while you were typing. What stands there now is at the top; yours is still in the form. Save again to keep yours.");
            Version = Pot.Version;
            return Again(StatusCodes.Status409Conflict);
        }

        return Again();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.Pots.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } pot)
            return false;
        Pot = pot;
        var entries = Db.PotEntries.AsNoTracking().Where(e => e.PotId == id);
        var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Shown).ToListAsync();
        Older = await entries.CountAsync() - rows.Count;
        var helps = rows.ConvertAll(r => r.HelpId);
        var items = await Db.HelpGiven.AsNoTracking().Where(h => helps.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Item);
        var labels = await Db.SupportItems.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Label);
        var ids = rows.Select(r => r.PersonId).OfType<PersonId>().Distinct().ToList();
        var people = await Db.PeopleSeenBy(viewer).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await shown.AsPageAsync("pot", [.. people.Keys]);
        Rows = rows.ConvertAll(r => new PotRow(r, vault.Open(HelpColumns.Entry, r.Id, r.Words),
            r.HelpId is { } help && items.TryGetValue(help, out var item) ? labels.GetValueOrDefault(item, item) : null, r.PersonId is { } who ? people.GetValueOrDefault(who) : null));
        return true;
    }
}

/// <param name="Item">What it was for, where it helped somebody.</param>
/// <param name="Person">Whom it helped, where the viewer sees them.</param>
public sealed record PotRow(PotEntry Entry, string? Words, string? Item, Core.Register.Person? Person)
{
    /// <summary>What it does to what is left.</summary>
    public long Sign => Entry.Kind switch
    {
        PotEntryKind.PutIn or PotEntryKind.CameBack => Entry.Pence,
        PotEntryKind.Released => 0,
        _ => -Entry.Pence,
    };
}

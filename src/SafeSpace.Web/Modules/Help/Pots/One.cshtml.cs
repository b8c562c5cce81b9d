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
    private const int OnAPage = 50;
    private const int LongestAgoYears = 2;

    /// <summary>The last row of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public Pot Pot { get; private set; } = null!;

    public IReadOnlyList<PotRow> Rows { get; private set; } = [];

    /// <summary>The last row of this page, where there are earlier ones.</summary>
    public Guid? Earlier { get; private set; }

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
        var pence = Do is "in" or "out" or "spend" ? Pence(nameof(Amount), Amount) : 0;
        if (Do == "spend")
            Needed(nameof(Words), Words, "Please write what it was spent on.", WrittenText.Note);
        if (On > Clock.Today)
            Wrong(nameof(On), "This day is still to come.");
        else if (On < Clock.Today.AddYears(-LongestAgoYears))
            Wrong(nameof(On), "This is more than two years ago. Please look at the day again.");
        var details = Do == "change" ? ReadPot() : null;
        if (!ModelState.IsValid)
            return Again();
        try
        {
            var change = Do switch
            {
                "in" or "out" or "spend" => await pots.MoveAsync(id, NewId, new PotMove(Do == "in" ? PotEntryKind.PutIn : Do == "out" ? PotEntryKind.TakenOut : PotEntryKind.Spent, pence, Words, On), viewer.Actor),
                "close" or "open" => await pots.CloseAsync(id, Do == "close", viewer.Actor),
                "change" => await pots.ChangeAsync(id, Version, details!, viewer.Actor),
                _ => PotChange.NoSuchPot,
            };
            if (change == PotChange.Done)
                return Saved($"~/help/pots/{id}");
            if (change == PotChange.NoSuchPot)
                return NotFound();
            Wrong(change switch { PotChange.StillPromised => "", PotChange.TimeOver => nameof(On), _ => nameof(Amount) }, change switch
            {
                PotChange.TooMuch => "There is less than this left in the pot.",
                PotChange.Closed => "This pot is closed. Open it again first.",
                PotChange.TimeOver => "The time of this pot was over on that day. Change its last day first, if that is wrong.",
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

    /// <summary>Spent on what is for nobody alone, by mistake.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(Guid id, Guid entry) =>
        MayKeep && await pots.ReleaseAsync(id, entry, viewer.Actor) == PotChange.Done ? Saved($"~/help/pots/{id}") : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.Pots.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } pot)
            return false;
        Pot = pot;
        var page = await EntriesAsync(id);
        var rows = page.Take(OnAPage).ToList();
        Earlier = page.Count > OnAPage ? rows[^1].Id : null;
        var ids = rows.Select(r => r.PersonId).OfType<PersonId>().Distinct().ToList();
        var people = await Db.PeopleSeenBy(viewer).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await shown.AsPageAsync("pot", [.. people.Keys]);
        Rows = await PotRow.ReadAsync(Db, vault, rows, people);
        return true;
    }

    /// <summary>One more than a page holds, the newest first.</summary>
    private async Task<List<PotEntry>> EntriesAsync(Guid pot)
    {
        var entries = Db.PotEntries.AsNoTracking().Where(e => e.PotId == pot);
        if (Before is { } before && await entries.SingleOrDefaultAsync(e => e.Id == before) is { } last)
            entries = entries.Where(e => e.At < last.At || (e.At == last.At && e.Id.CompareTo(last.Id) < 0));
        return await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(OnAPage + 1).ToListAsync();
    }
}

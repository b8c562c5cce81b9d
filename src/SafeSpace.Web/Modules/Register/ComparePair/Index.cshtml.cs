using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.EditPerson;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.ComparePair;

/// <summary>Two records side by side, and the question whether they are one person.</summary>
[Needs(Permission.DecideDuplicates)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Vault vault, GroupClock clock, DuplicateService duplicates, PersonViews shown, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string One { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Other { get; set; } = "";

    /// <summary>same or different.</summary>
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>The reference that stays; the older one unless said otherwise.</summary>
    [BindProperty]
    public string? Keep { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Person First { get; private set; } = null!;

    public Person Second { get; private set; } = null!;

    public IReadOnlyList<(string Label, string? First, string? Second)> Lines { get; private set; } = [];

    public IReadOnlyList<Choice> Decisions => [new("same", texts["One person"], texts["Both histories come together."]), new("different", texts["Two people"], texts["They are not offered again."])];

    public IReadOnlyList<Choice> Keeps => [new(First.Reference, First.Reference), new(Second.Reference, Second.Reference)];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Keep = First.Reference;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (Decision is not ("same" or "different"))
            ModelState.AddModelError(nameof(Decision), texts["Please say which of these it is."]);
        if (Keep is { Length: > 0 } && Keep != First.Reference && Keep != Second.Reference)
            ModelState.AddModelError(nameof(Keep), texts["Please choose one of the two references."]);
        if (WrittenText.Check(nameof(Why), Why, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        var (kept, gone) = Keep == Second.Reference ? (Second, First) : (First, Second);
        var outcome = Decision == "same" ? await duplicates.SameAsync(kept.Id, gone.Id, Why, viewer.Actor) : await duplicates.DifferentAsync(First.Id, Second.Id, Why, viewer.Actor);
        if (outcome is PairOutcome.NoSuchPair or PairOutcome.MergedAlready)
        {
            ModelState.AddModelError(nameof(Decision), texts["One of these records was joined with another one meanwhile. Please look at the list again."]);
            return Again(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return RedirectToPage("/Register/Duplicates/Index");
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> LoadAsync()
    {
        var both = await db.People.AsNoTracking().Where(p => p.Reference == One || p.Reference == Other).OrderBy(p => p.ReferenceNumber).ToListAsync();
        if (both.Count != 2)
            return false;
        (First, Second) = (both[0], both[1]);
        await shown.AsPageAsync("duplicates/compare", First.Id, Second.Id);
        var one = await FormAsync(First);
        var other = await FormAsync(Second);
        var history = new[] { await HistoryAsync(First.Id), await HistoryAsync(Second.Id) };
        Lines = [.. one.Labelled(texts).Zip(other.Labelled(texts)).Where(l => !string.IsNullOrEmpty(l.First.Text) || !string.IsNullOrEmpty(l.Second.Text))
            .Select(l => (l.First.Label, l.First.Text, l.Second.Text)), (texts["History"], history[0], history[1])];
        return true;
    }

    private async Task<PersonForm> FormAsync(Person person) =>
        PersonForm.Of(PersonDetails.Of(person, await db.Phones.AsNoTracking().Where(p => p.PersonId == person.Id).OrderBy(p => p.Id).ToListAsync(), vault));

    private async Task<string> HistoryAsync(PersonId id)
    {
        var spells = await db.Spells.AsNoTracking().Where(s => s.PersonId == id).OrderBy(s => s.OpenedOn).Select(s => new { s.OpenedOn, s.ClosedOn }).ToListAsync();
        return string.Join("\n", spells.Select(s => s.ClosedOn is { } closed
            ? texts["open {0} to {1}", Spoken.Date(s.OpenedOn), Spoken.Date(closed)]
            : texts["open since {0}", Spoken.Date(s.OpenedOn)]));
    }
}

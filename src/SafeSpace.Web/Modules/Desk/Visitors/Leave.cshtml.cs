using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Desk.Visitors;

/// <summary>Somebody leaves the building: the visit becomes an entry of the diary.</summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
public sealed class LeaveModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, VisitService visits) : PageModel
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Visit Visit { get; private set; } = null!;

    public Person? Person { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>When they came, by the clock on the wall: an entry of its own is of then.</summary>
    public DateTime Arrived => clock.ToLocal(Visit.ArrivedAt);

    /// <summary>Somebody else ended the visit meanwhile, with other words.</summary>
    public bool HasEnded { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => !await LoadAsync(id) ? NotFound() : Visit.LeftAt is null ? Page() : LocalRedirect(Url.Content("~/desk"));

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (Do == "mistake")
        {
            await visits.MistakeAsync(id, viewer.Actor);
            this.MarkSaved(clock.Now, texts["Nothing went into the diary."]);
            return LocalRedirect(Url.Content("~/desk"));
        }

        if (Words?.Length > ContactRules.LongestWords)
        {
            ModelState.AddModelError(nameof(Words), texts[ContactMistake.WordsTooLong.Sentence()]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (await visits.LeaveAsync(id, Words, viewer.Actor) == VisitResult.EndedOtherwise)
        {
            ModelState.AddModelError(nameof(Words), texts["This visit has ended already, and what you typed is not in the diary. Save it as an entry of its own."]);
            HasEnded = true;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content("~/desk"));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.Visits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == id) is not { } visit)
            return false;
        Visit = visit;
        Person = visit.PersonId is { } who ? await db.PeopleWithMerged.AsNoTracking().SingleOrDefaultAsync(p => p.Id == who) : null;
        Name = Person?.ShortName() ?? (vault.Open(VisitService.FirstName, visit.Id, visit.FirstName) is { Length: > 0 } name ? name : texts["somebody we do not know"]);
        await shown.AsPageAsync("desk/visitors", Person is { } seen ? [seen.Id] : []);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Visitors;

/// <summary>Somebody comes to the building: found by search, or a first name alone.</summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
public sealed class ArriveModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, PersonSearch search, VisitService visits) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public string? FirstName { get; set; }

    [BindProperty]
    public Guid? Site { get; set; }

    [BindProperty]
    public bool AllTheSame { get; set; }

    public IReadOnlyList<PersonHit>? Hits { get; private set; }

    public IReadOnlyList<Choice> Sites { get; private set; } = [];

    /// <summary>Whom somebody here should not meet: the desk is told, and never why.</summary>
    public Person? ShouldNotMeet { get; private set; }

    private Person? here;

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Person? person = null;
        if (!string.IsNullOrEmpty(Reference) && (person = await db.FindSeenAsync(viewer, Reference)) is null)
            return NotFound();
        if (person is null && WrittenText.Check(nameof(FirstName), FirstName, WrittenText.Line) is { } mistake)
        {
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        switch (await visits.ArriveAsync(FormId, person?.Id, FirstName, Site, AllTheSame, viewer.Actor))
        {
            case VisitResult.ShouldNotMeet:
                ShouldNotMeet = person;
                return await AgainAsync(StatusCodes.Status409Conflict);
            case VisitResult.HereAlready:
                here = person;
                ModelState.AddModelError("", texts["{0} is here already.", person!.ShortName()]);
                return await AgainAsync(StatusCodes.Status409Conflict);
            case VisitResult.NoSuchPerson:
                return NotFound();
            default:
                this.MarkSaved(clock.Now);
                return LocalRedirect(Url.Content("~/desk"));
        }
    }

    private async Task<IActionResult> AgainAsync(int status)
    {
        await LoadAsync();
        Response.StatusCode = status;
        return Page();
    }

    private async Task LoadAsync()
    {
        Hits = string.IsNullOrWhiteSpace(Q) ? null : await search.FindAsync(Q, db.PeopleSeenBy(viewer));
        var ids = (Hits ?? []).Select(h => h.Id);
        await shown.AsPageAsync("desk/visitors", [.. (ShouldNotMeet ?? here) is { } person ? ids.Append(person.Id) : ids]);
        Sites = [.. (await db.Sites.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Name).ToListAsync()).Select(s => new Choice(s.Id.ToString(), s.Name))];
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.Join;

/// <summary>An entry about somebody nobody knew is joined to the person it was.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonSearch search, PersonViews shown, ContactService contacts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    public DiaryRow Row { get; private set; } = null!;

    public IReadOnlyList<PersonHit> Hits { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.FindEntryAsync(viewer, id) is not { } contact || !viewer.MayCorrect(contact))
            return NotFound();
        return contact.PersonId is null ? await ShownAsync(contact) : LocalRedirect(Url.Content($"~/diary/{id}"));
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await db.FindEntryAsync(viewer, id) is not { } contact || !viewer.MayCorrect(contact) || await db.FindSeenAsync(viewer, Reference) is not { } person)
            return NotFound();
        var change = await contacts.JoinAsync(contact.Id, person.Id, viewer.Actor);
        if (change is ContactChange.Done or ContactChange.DoneBefore)
        {
            this.MarkSaved(clock.Now);
            return LocalRedirect(Url.Content($"~/people/{person.Reference}/diary"));
        }

        if (change is not (ContactChange.HasAPerson or ContactChange.CorrectedAlready))
            return NotFound();
        ModelState.AddModelError("", texts["Somebody joined this entry to a person a moment ago, or set it right."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShownAsync((await db.FindEntryAsync(viewer, id))!);
    }

    private async Task<PageResult> ShownAsync(Contact contact)
    {
        Hits = await search.FindAsync(Q, db.PeopleSeenBy(viewer));
        var line = (await db.LinesAsync([contact]))[0];
        await shown.AsPageAsync("diary/join", [.. Hits.Select(h => h.Id), .. contact.PersonId is { } known ? [known] : Array.Empty<PersonId>()]);
        Row = DiaryRow.Open(line, vault, viewer);
        return Page();
    }
}

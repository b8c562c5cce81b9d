using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.Shared;

/// <summary>A page about one person: found within what the viewer may see, the view recorded before anything is shown.</summary>
[ShowsPeople]
public abstract class PersonPageModel(GroupDb db, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    public Viewer Viewer => viewer;

    public string Path => "~/people/" + Uri.EscapeDataString(Person.Reference);

    protected GroupDb Db => db;

    protected PersonViews Shown => shown;

    protected Texts T => texts;

    /// <summary>Null when the person is found; otherwise what to answer: not there, or the way to the record it stands merged into.</summary>
    protected async Task<IActionResult?> FindAsync(string surface)
    {
        var seen = db.PeopleSeenBy(viewer);
        var written = Written();
        var person = (await seen.AsNoTracking().Where(p => written.Contains(p.Reference)).ToListAsync()).OrderBy(p => written.IndexOf(p.Reference)).FirstOrDefault();
        if (person is null)
        {
            var kept = await db.PeopleWithMerged.Where(g => written.Contains(g.Reference) && g.MergedIntoId != null)
                .Join(seen, g => g.MergedIntoId, p => p.Id, (_, p) => p.Reference).FirstOrDefaultAsync();
            return kept is null ? NotFound() : LocalRedirect(Url.Content(SamePageOf(kept)));
        }

        Person = person;
        await shown.AsPageAsync(surface, person.Id);
        return null;
    }

    /// <summary>The person a record is about, where the viewer may see them.</summary>
    protected async Task<IActionResult?> FindAsync(string surface, Core.Shared.PersonId id)
    {
        if (await db.PeopleSeenBy(viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } person)
            return NotFound();
        Person = person;
        await shown.AsPageAsync(surface, person.Id);
        return null;
    }

    /// <summary>Written out: links that are generated write references small.</summary>
    private string SamePageOf(string kept)
    {
        var rest = Request.Path.Value!.Split('/', 4) is [_, _, _, var page] ? "/" + page : "";
        return "~/people/" + Uri.EscapeDataString(kept) + rest;
    }

    /// <summary>The reference as it may stand in the register: addresses are written small, and people leave noughts out.</summary>
    private List<string> Written()
    {
        var prefix = HttpContext.RequestServices.GetRequiredService<GroupStore>().Profile.ReferencePrefix;
        return [.. new[] { Reference, References.Read(prefix, Reference), Reference.ToUpperInvariant() }.OfType<string>().Distinct()];
    }

    /// <summary>The same page with what is wrong beside each field.</summary>
    protected PageResult Mistaken(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    protected IActionResult ToPerson() => LocalRedirect(Url.Content(Path));
}

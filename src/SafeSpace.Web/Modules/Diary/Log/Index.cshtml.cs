using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register.Search;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Diary.Log;

/// <summary>Log something else: find whom it was with, or say that nobody knows.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, Viewer viewer, PersonSearch search, PersonViews shown) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<PersonHit> Hits { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Hits = await search.FindAsync(Q, db.PeopleSeenBy(viewer).Where(p => p.DiedAt == null));
        await shown.AsPageAsync("log/find", [.. Hits.Select(h => h.Id)]);
    }
}

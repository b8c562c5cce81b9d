using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Desk.TheBoard;

namespace SafeSpace.Web.Modules.Desk.Yours;

/// <summary>"Yours" alone, for a page that lies open.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
[Unattended]
public sealed class RowsModel(GroupDb db, GroupStore store, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, BoardLooks looks) : PageModel
{
    public YoursView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        var version = await db.VersionAsync();
        var yours = await DirectedPeople.OfPeerAsync(db, me);
        var people = looks.NewFor(store.Slug + "/yours", viewer, clock.Now, yours.Select(y => y.Person?.Id).OfType<PersonId>());
        await shown.AsPageAsync("yours", people.Ids);
        people.Written();
        View = YoursView.Of(yours, version, clock, texts, vault);
        Response.Headers["Board-Version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Page();
    }
}

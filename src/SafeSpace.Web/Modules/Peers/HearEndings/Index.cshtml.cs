using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Peers.HearEndings;

/// <summary>How it ended for people a peer supported, as far as each agreed.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        var endings = await Endings.ReadAsync(db, clock, me);
        await shown.AsPageAsync("endings", [.. endings.Select(e => e.Person.Id)]);
        Rows = [.. endings.Select(e => new Row(e.Person.Reference, e.Person.ShortName(), e.Spell.ClosedOn!.Value, e.Spell.HowThingsAre is { } words ? vault.Open(PersonWords.HowThingsAre, e.Spell.Id.Value, words) : null))];
        return Page();
    }

    public sealed record Row(string Reference, string Name, DateOnly On, string? Words);
}

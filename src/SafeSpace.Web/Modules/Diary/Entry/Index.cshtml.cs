using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.Entry;

/// <summary>One entry, and what stood before it was set right.</summary>
[Needs(Permission.SeePeople)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown) : PageModel
{
    public DiaryRow Row { get; private set; } = null!;

    public IReadOnlyList<DiaryRow> Behind { get; private set; } = [];

    public Guid? StandsNow { get; private set; }

    public string? LoggedBy { get; private set; }

    public DateTime LocalAt => clock.ToLocal(Row.Contact.At);

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.FindEntryAsync(viewer, id) is not { } contact || await db.NewestAsync(contact) is not { } newest)
            return NotFound();
        var behind = await VisibleAsync(await db.BehindAsync(contact));
        var lines = await db.LinesAsync([contact, .. behind]);
        await shown.AsPageAsync("diary/entry", [.. lines.Select(l => l.Contact.PersonId).OfType<PersonId>()]);
        var rows = lines.Select(l => DiaryRow.Open(l, vault, viewer)).ToList();
        (Row, Behind) = (rows[0], rows[1..]);
        if (newest.Id != contact.Id && await db.FindEntryAsync(viewer, newest.Id.Value) is not null)
            StandsNow = newest.Id.Value;
        if (contact.LoggedById is { } by)
            LoggedBy = await db.Users.AsNoTracking().Where(u => u.Id == by.Value).Select(u => u.DisplayName).SingleOrDefaultAsync();
        return Page();
    }

    /// <summary>The mistake may have been the person: what stood under somebody else's name is shown only to who sees them too.</summary>
    private async Task<IReadOnlyList<Contact>> VisibleAsync(IReadOnlyList<Contact> behind)
    {
        var visible = new List<Contact>();
        foreach (var contact in behind)
            if (await db.FindEntryAsync(viewer, contact.Id.Value) is not null)
                visible.Add(contact);
        return visible;
    }
}

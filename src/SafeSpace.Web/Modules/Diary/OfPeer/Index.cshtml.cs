using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.OfPeer;

/// <summary>One peer's day: their own, or for those who see the diary. A peer's hours are seen by that peer alone.</summary>
[Needs(Permission.SeePeople)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown)
    : DiaryPage(db, clock, viewer, texts, vault, shown)
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public DateOnly Shown => Day ?? Today;

    public string Name { get; private set; } = "";

    public bool Mine { get; private set; }

    private Guid peer;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        peer = id;
        Mine = Viewer.Id?.Value == id;
        if (!Mine && !Viewer.May(Permission.SeeDiary))
            return NotFound();
        if (await Db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.DisplayName).SingleOrDefaultAsync() is not { } name)
            return NotFound();
        Name = name;
        if (Days.Mistake(Day) is { } mistake)
        {
            ModelState.AddModelError(nameof(Day), T[mistake]);
            Day = null;
        }

        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadAsync(Db.ContactsOn(Shown, Clock).Where(c => c.PeerId == new UserId(id)), "diary/peer", newestFirst: false);
        return Page();
    }

    public string AddressOf(DateOnly day) => Days.Address($"~/diary/peer/{peer}", day, Kind, null);

    public override string Address(ContactKind? kind, string? after = null) => Days.Address($"~/diary/peer/{peer}", Shown, kind, after);
}

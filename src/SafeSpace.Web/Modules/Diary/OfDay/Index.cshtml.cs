using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.OfDay;

/// <summary>The diary of one day.</summary>
[Needs(Permission.SeeDiary)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown)
    : DiaryPage(db, clock, viewer, texts, vault, shown)
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    public DateOnly Shown => Day ?? Today;

    public async Task<IActionResult> OnGetAsync()
    {
        if (Days.Mistake(Day) is { } mistake)
        {
            ModelState.AddModelError(nameof(Day), T[mistake]);
            Day = null;
        }

        if (!ModelState.IsValid)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        await ReadAsync(Db.ContactsOn(Shown, Clock), "diary/day", newestFirst: false);
        return Page();
    }

    public string AddressOf(DateOnly day) => Days.Address("~/diary", day, Kind, null);

    public override string Address(ContactKind? kind, string? after = null) => Days.Address("~/diary", Shown, kind, after);
}

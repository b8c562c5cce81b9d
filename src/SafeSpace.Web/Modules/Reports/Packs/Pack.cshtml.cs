using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>One pack as it was published.</summary>
[Needs(Permission.SeePacks)]
public sealed class PackModel(GroupDb db, GroupStore store, PackService packs, Viewer viewer) : PageModel
{
    public PackView View { get; private set; } = null!;

    public int Number { get; private set; }

    public string Day { get; private set; } = "";

    public int? Restates { get; private set; }

    public int? RestatedBy { get; private set; }

    public string? Why { get; private set; }

    public bool MayRestate => RestatedBy is null && viewer.May(Permission.PublishPacks);

    public async Task<IActionResult> OnGetAsync(int number)
    {
        if (await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number) is not { } pack)
            return NotFound();
        (Number, Restates, Why, Day) = (number, pack.Restates, packs.WhyOf(pack), Spoken.Date(store.Clock.DayOf(pack.PublishedAt)));
        RestatedBy = await db.Packs.Where(p => p.Restates == number).Select(p => (int?)p.Number).SingleOrDefaultAsync();
        View = await PackView.OfAsync(packs.Open(pack), db, store);
        return Page();
    }
}

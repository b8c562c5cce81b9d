using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>Every pack that was published, newest first: all that a commissioner sees of a group.</summary>
[Needs(Permission.SeePacks)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer) : PageModel
{
    public bool MayPublish => viewer.May(Permission.PublishPacks);

    public IReadOnlyList<PackLine> Packs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var packs = await db.Packs.AsNoTracking().OrderByDescending(p => p.Number).Select(p => new { p.Number, p.From, p.To, p.Restates, p.PublishedAt }).ToListAsync();
        Packs = [.. packs.Select(p => new PackLine(p.Number, p.From, p.To, Spoken.Date(clock.DayOf(p.PublishedAt)), p.Restates, packs.Find(o => o.Restates == p.Number)?.Number))];
    }
}

/// <param name="RestatedBy">The number of the pack that puts it right.</param>
public sealed record PackLine(int Number, Month From, Month To, string Day, int? Restates, int? RestatedBy);

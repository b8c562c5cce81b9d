using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Peers.OfferDebriefs;

/// <summary>Who was offered a talk after a hard call and has not had it: whom to ring. Without the call, without a count, without a past.</summary>
[Needs(Permission.LookAfterPeers)]
public sealed class IndexModel(GroupDb db, GroupClock clock, DebriefService debriefs, Viewer viewer) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var open = await DebriefService.Open(db).ToListAsync();
        var peers = open.Select(d => d.PeerId.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => peers.Contains(u.Id) && u.RetiredAt == null).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        var ids = open.Select(d => d.PeerId).Distinct().ToList();
        var reach = await db.PeerProfiles.AsNoTracking().Where(p => ids.Contains(p.PeerId)).ToDictionaryAsync(p => p.PeerId, p => p.ReachOn);
        Rows = [.. open.Where(d => names.ContainsKey(d.PeerId.Value)).OrderByDescending(d => d.State == DebriefState.Wanted).ThenBy(d => d.OfferedAt)
            .Select(d => new Row(d.Id, names[d.PeerId.Value], reach.GetValueOrDefault(d.PeerId), d.State == DebriefState.Wanted, d.OfferedAt))];
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (viewer.Id is not { } me || !await debriefs.NoteHadAsync(id, me, viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    public sealed record Row(Guid Id, string Name, string? ReachOn, bool Wanted, DateTime OfferedAt);
}

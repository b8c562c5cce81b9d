using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Desk.Handover;

/// <summary>What was handed over lately: by whom, and who has read it. No name of anybody supported stands here.</summary>
[Needs(Permission.ReadHandovers)]
public sealed class IndexModel(GroupDb db, Viewer viewer) : PageModel
{
    private const int Most = 30;

    public Viewer Viewer => viewer;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>One that this account began and has not signed.</summary>
    public Guid? Unsigned { get; private set; }

    public async Task OnGetAsync()
    {
        var signed = await db.Handovers.AsNoTracking().Where(h => h.SignedAt != null).OrderByDescending(h => h.SignedAt).Take(Most).ToListAsync();
        var ids = signed.ConvertAll(h => h.Id);
        var reads = (await db.HandoverReads.AsNoTracking().Where(r => ids.Contains(r.HandoverId)).OrderBy(r => r.ReadAt).ToListAsync()).ToLookup(r => r.HandoverId);
        Rows = [.. signed.Select(h => new Row(
            h.Id, h.WrittenByName, h.SignedAt!.Value, [.. reads[h.Id].Select(r => r.ReaderName)], h.WrittenById != viewer.Id && reads[h.Id].All(r => r.ReaderId != viewer.Id)))];
        Unsigned = await db.Handovers.Where(h => h.WrittenById == viewer.Id && h.SignedAt == null).OrderByDescending(h => h.Until).Select(h => (Guid?)h.Id).FirstOrDefaultAsync();
    }

    public sealed record Row(Guid Id, string By, DateTime SignedAt, IReadOnlyList<string> ReadBy, bool Unread);
}

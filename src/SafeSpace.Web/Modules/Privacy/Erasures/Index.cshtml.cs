using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Privacy.Erasures;

/// <summary>That people were erased, and until when copies hold them. It names nobody, because nothing here can.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class IndexModel(GroupDb db, GroupStore store, Vault vault, IOptions<CopyPlan> copies) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var rows = await db.Erasures.AsNoTracking().OrderByDescending(e => e.Number).Take(Most).ToListAsync();
        Rows = rows.ConvertAll(e => new Row(e.Number, e.At, e.FinishedAt, e.Way, e.Asked, vault.Open(ErasureSets.Why, e.Id, e.Why), vault.Open(ErasureSets.How, e.Id, e.How), e.ByName));
    }

    /// <summary>Null where somebody else makes the copies.</summary>
    public DateOnly? CopiesUntil(DateTime erased) => copies.Value.Nightly && !store.Profile.IsDemonstration ? copies.Value.GoneBy(store.Clock.DayOf(erased)) : null;

    public sealed record Row(int Number, DateTime At, DateTime? FinishedAt, ErasureWay Way, ErasureAsked Asked, string? Why, string? How, string By);
}

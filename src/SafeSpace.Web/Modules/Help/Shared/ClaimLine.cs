using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>What a peer paid, as lists show it: what for, and never for whom.</summary>
public sealed record ClaimLine(PurseClaim Claim, string What, bool AsTyped, string? Answer, IReadOnlyList<Guid> Photos)
{
    public static async Task<IReadOnlyList<ClaimLine>> ReadAsync(GroupDb db, Vault vault, IQueryable<PurseClaim> claims)
    {
        var rows = await claims.AsNoTracking().ToListAsync();
        var ids = rows.ConvertAll(c => c.Id);
        var photos = (await db.ReceiptPhotos.AsNoTracking().Where(p => ids.Contains(p.OfId) && p.TakenBackAt == null).Select(p => new { p.Id, p.OfId }).ToListAsync()).ToLookup(p => p.OfId, p => p.Id);
        var labels = await db.SupportItems.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Label);
        return rows.ConvertAll(c => new ClaimLine(c, vault.Open(HelpColumns.Claim, c.Id, c.Words) ?? labels.GetValueOrDefault(c.Item ?? "", c.Item ?? "—"), c.Words is not null,
            vault.Open(HelpColumns.ClaimAnswer, c.Id, c.Answer), [.. photos[c.Id]]));
    }
}

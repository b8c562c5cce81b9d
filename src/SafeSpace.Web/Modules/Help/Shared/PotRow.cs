using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>One row of a pot, as its page shows it.</summary>
/// <param name="Words">Of somebody the viewer does not see, no word.</param>
/// <param name="Item">What it was for, where it helped somebody.</param>
/// <param name="Receipt">The number on the receipt of what was given, or of what a peer paid.</param>
/// <param name="Person">Whom it helped, where the viewer sees them.</param>
public sealed record PotRow(PotEntry Entry, string? Words, string? Item, string? Receipt, Person? Person)
{
    public static async Task<IReadOnlyList<PotRow>> ReadAsync(GroupDb db, Vault vault, IReadOnlyList<PotEntry> rows, IReadOnlyDictionary<PersonId, Person> people)
    {
        var (helpIds, claimIds) = (rows.Select(r => r.HelpId).OfType<Guid>().ToList(), rows.Select(r => r.ClaimId).OfType<Guid>().ToList());
        var helps = await db.HelpGiven.AsNoTracking().Where(h => helpIds.Contains(h.Id)).Select(h => new { h.Id, h.Item, h.Receipt }).ToDictionaryAsync(h => h.Id);
        var claims = await db.PurseClaims.AsNoTracking().Where(c => claimIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Receipt);
        var labels = await db.SupportItems.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Label);
        return [.. rows.Select(Of)];

        PotRow Of(PotEntry row)
        {
            var person = row.PersonId is { } who ? people.GetValueOrDefault(who) : null;
            var help = row.HelpId is { } id ? helps.GetValueOrDefault(id) : null;
            return new PotRow(row, row.PersonId is null || person is not null ? vault.Open(HelpColumns.Entry, row.Id, row.Words) : null,
                help is null ? null : labels.GetValueOrDefault(help.Item, help.Item), help?.Receipt ?? (row.ClaimId is { } claim ? claims.GetValueOrDefault(claim) : null), person);
        }
    }

    /// <summary>Spent on what is for nobody alone.</summary>
    public bool IsOurs => Entry is { Kind: PotEntryKind.Spent, HelpId: null, ClaimId: null };

    /// <summary>What it does to what is left.</summary>
    public long Sign => Entry.Kind switch
    {
        PotEntryKind.PutIn or PotEntryKind.CameBack => Entry.Pence,
        PotEntryKind.Released => 0,
        _ => -Entry.Pence,
    };
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Help;

/// <summary>Adds every pot, shelf and scheme up again from its rows, for <c>verify</c>: no penny and no parcel may be lost.</summary>
public static class HelpRecount
{
    public static async Task<IReadOnlyList<string>> RunAsync(GroupDb db)
    {
        var wrong = new List<string>();
        var entries = await db.PotEntries.AsNoTracking().ToListAsync();
        var helps = await db.HelpGiven.AsNoTracking().ToDictionaryAsync(h => h.Id);
        foreach (var pot in await db.Pots.AsNoTracking().ToListAsync())
            wrong.AddRange(OfPot(pot, entries.FindAll(e => e.PotId == pot.Id)));
        var byHelp = entries.Where(e => e.HelpId is not null && e.ClaimId is null).ToLookup(e => e.HelpId!.Value);
        foreach (var help in helps.Values.Where(h => h.PotId is not null))
            wrong.AddRange(OfHelp(help, [.. byHelp[help.Id]]));
        foreach (var claim in await db.PurseClaims.AsNoTracking().ToListAsync())
            wrong.AddRange(OfClaim(claim, entries.FindAll(e => e.ClaimId == claim.Id && e.Kind == PotEntryKind.Spent)));
        wrong.AddRange(await OfGoodsAsync(db));
        return wrong;
    }

    private static IEnumerable<string> OfPot(Pot pot, List<PotEntry> rows)
    {
        long Sum(PotEntryKind kind) => rows.Where(e => e.Kind == kind).Sum(e => e.Pence);
        var (put, promised, spent) = (Sum(PotEntryKind.PutIn) - Sum(PotEntryKind.TakenOut), Sum(PotEntryKind.Promised), Sum(PotEntryKind.Spent) - Sum(PotEntryKind.CameBack));
        if ((put, promised, spent) != (pot.PutInPence, pot.PromisedPence, pot.SpentPence))
            yield return $"Pot {pot.Id} says {pot.PutInPence} put in, {pot.PromisedPence} promised and {pot.SpentPence} spent; its rows say {put}, {promised} and {spent}.";
        if (pot.LeftPence < 0 && !rows.Exists(e => e.Beyond))
            yield return $"Pot {pot.Id} is below nothing, and nobody said why.";
    }

    private static IEnumerable<string> OfHelp(HelpGiven help, IReadOnlyList<PotEntry> rows)
    {
        long Sum(PotEntryKind kind) => rows.Where(e => e.Kind == kind).Sum(e => e.Pence);
        var wanted = help.State switch
        {
            HelpState.Promised => (help.Pence, 0L, 0L),
            HelpState.Given => (0L, help.Pence, help.CameBackPence),
            _ => (0L, 0L, 0L),
        };
        if ((Sum(PotEntryKind.Promised), Sum(PotEntryKind.Spent), Sum(PotEntryKind.CameBack)) != wanted)
            yield return $"Help {help.Id} is {help.State} with {help.Pence} less {help.CameBackPence}; its pot says otherwise.";
    }

    private static IEnumerable<string> OfClaim(PurseClaim claim, List<PotEntry> paid)
    {
        var wanted = claim.State == ClaimState.PaidBack ? claim.Pence : 0;
        if (paid.Sum(e => e.Pence) != wanted)
            yield return $"Claim {claim.Id} is {claim.State} with {claim.Pence}; pots paid {paid.Sum(e => e.Pence)}.";
    }

    private static async Task<IEnumerable<string>> OfGoodsAsync(GroupDb db)
    {
        var wrong = new List<string>();
        var moves = await db.StockMoves.AsNoTracking().GroupBy(m => m.StockId).Select(g => new { g.Key, Count = g.Sum(m => m.Count) }).ToDictionaryAsync(g => g.Key, g => g.Count);
        foreach (var stock in await db.Stock.AsNoTracking().ToListAsync())
            if (moves.GetValueOrDefault(stock.Id) is var count && count != stock.Count)
                wrong.Add($"Stock {stock.Id} says {stock.Count}; its rows say {count}.");
        var issued = await db.Vouchers.AsNoTracking().GroupBy(v => v.SchemeId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        foreach (var scheme in await db.VoucherSchemes.AsNoTracking().ToListAsync())
            if (issued.GetValueOrDefault(scheme.Id) is var count && count != scheme.Issued)
                wrong.Add($"Voucher scheme {scheme.Id} says {scheme.Issued} were given; there are {count}.");
        return wrong;
    }
}

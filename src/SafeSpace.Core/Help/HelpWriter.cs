using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Writes help inside a unit of work. Everything is looked at before anything is changed: a refusal leaves no trace.</summary>
internal static class HelpWriter
{
    private const int LongestAgoYears = 2;

    public static async Task<HelpOutcome> GiveAsync(Unit unit, HelpDetails details, bool mayExceed)
    {
        if (await unit.Db.HelpGiven.FindAsync(details.Id) is { } before)
            return new HelpOutcome(HelpResult.DoneBefore, before);
        if (await ContactWriter.LivingAsync(unit, details.Person) is not { } person)
            return new HelpOutcome(HelpResult.NoSuchPerson);
        if (await unit.Db.SupportItems.SingleOrDefaultAsync(i => i.Code == details.Item && i.RetiredAt == null) is not { } item)
            return new HelpOutcome(HelpResult.NoSuchItem);
        var at = details.At ?? unit.Now;
        if (at > unit.Now.AddMinutes(1))
            return new HelpOutcome(HelpResult.InTheFuture);
        if (at < unit.Now.AddYears(-LongestAgoYears))
            return new HelpOutcome(HelpResult.TooLongAgo);
        var help = new HelpGiven
        {
            Id = details.Id,
            PersonId = person,
            Item = item.Code,
            State = details.Promised ? HelpState.Promised : HelpState.Given,
            Way = details.Way,
            At = at,
            Day = unit.Clock.DayOf(at),
            PeerId = unit.By.Id,
            PeerName = unit.By.Name,
            ContactId = details.Contact,
            Receipt = string.IsNullOrWhiteSpace(details.Receipt) ? null : details.Receipt.Trim(),
            Words = unit.Seal(person, HelpColumns.Help, details.Id, string.IsNullOrWhiteSpace(details.Words) ? null : details.Words.Trim()),
            MadeAt = unit.Now,
            MadeById = unit.By.Id,
        };
        var outcome = await TakeAsync(unit, help, item, details, mayExceed);
        if (outcome.Result == HelpResult.Done)
            unit.Db.HelpGiven.Add(help);
        return outcome;
    }

    public static async Task HandOverAsync(Unit unit, HelpGiven help, HelpWay way)
    {
        (help.State, help.Way, help.At, help.Day) = (HelpState.Given, way, unit.Now, unit.Clock.DayOf(unit.Now));
        await PotBook.TurnAsync(unit, help, PotBook.Spend);
    }

    /// <summary>It was said too early: it is promised again, as on the day it was written down.</summary>
    public static async Task NotYetAsync(Unit unit, HelpGiven help)
    {
        (help.State, help.At, help.Day) = (HelpState.Promised, help.MadeAt, unit.Clock.DayOf(help.MadeAt));
        await PotBook.TurnAsync(unit, help, PotBook.Hold);
    }

    /// <summary>Called off, or a mistake: whatever was taken goes back. What a peer was paid for it must have come back first.</summary>
    public static async Task<HelpResult> EndAsync(Unit unit, HelpGiven help, HelpState how)
    {
        if (help.ClaimId is { } claimed && await unit.Db.PurseClaims.FindAsync(claimed) is { } claim)
        {
            if (claim.State == ClaimState.PaidBack && help.CameBackPence < help.Pence)
                return HelpResult.PaidBackAlready;
            if (claim.State == ClaimState.Asked)
                End(unit, claim);
        }

        await PotBook.TurnAsync(unit, help, PotBook.Release);
        if (help.StockId is { } stocked && await unit.Db.Stock.FindAsync(stocked) is { } stock)
            StockBook.Add(unit, stock, StockMoveKind.CameBack, 1, help);
        if (help.VoucherId is { } vouched && await unit.Db.Vouchers.FindAsync(vouched) is { } voucher)
            voucher.State = VoucherState.TakenBack;
        (help.State, help.EndedAt) = (how, unit.Now);
        return HelpResult.Done;
    }

    /// <summary>What was called off when we were told of a death that was none: as it stood, from where it came, if that is still there.</summary>
    public static async Task PromiseAgainAsync(Unit unit, HelpGiven help)
    {
        (help.State, help.EndedAt) = (HelpState.Promised, null);
        if (help.ClaimId is { } claimed && await unit.Db.PurseClaims.FindAsync(claimed) is { State: ClaimState.TakenBack } claim)
            (claim.State, claim.EndedAt, claim.EndedByName) = (ClaimState.Asked, null, null);
        foreach (var entry in await unit.Db.PotEntries.Where(e => e.HelpId == help.Id && e.Kind == PotEntryKind.Released).ToListAsync())
        {
            var pot = (await unit.Db.Pots.FindAsync(entry.PotId))!;
            PotBook.Turn(pot, entry, PotEntryKind.Promised);
            entry.Beyond |= pot.LeftPence < 0;
        }

        if (help.VoucherId is { } vouched && await unit.Db.Vouchers.FindAsync(vouched) is { } voucher)
            voucher.State = VoucherState.Issued;
        if (help.StockId is { } stocked && await unit.Db.Stock.FindAsync(stocked) is { Count: > 0 } stock)
            StockBook.Add(unit, stock, StockMoveKind.Given, -1, help);
        else
            help.StockId = null;
    }

    public static async Task<HelpResult> CameBackAsync(Unit unit, HelpGiven help, Guid entry, long pence, string? words)
    {
        var claim = help.ClaimId is { } claimed ? await unit.Db.PurseClaims.FindAsync(claimed) : null;
        if (claim is { State: ClaimState.Declined or ClaimState.TakenBack })
            return HelpResult.Ended;
        if (claim is { State: ClaimState.Asked })
        {
            claim.Pence -= pence;
            if (claim.Pence == 0)
                End(unit, claim); // nobody waits for nothing
        }
        else if ((help.PotId ?? claim?.PotId) is { } from && await unit.Db.Pots.FindAsync(from) is { } pot)
            PotBook.Add(unit, pot, PotEntryKind.CameBack, pence, unit.Clock.DayOf(unit.Now), help, claim?.Id, words: words, id: entry);
        else
            return HelpResult.NoSuchSource;
        help.CameBackPence += pence;
        return HelpResult.Done;
    }

    private static void End(Unit unit, PurseClaim claim) => (claim.State, claim.EndedAt, claim.EndedByName) = (ClaimState.TakenBack, unit.Now, unit.By.Name);

    private static async Task<HelpOutcome> TakeAsync(Unit unit, HelpGiven help, SupportItem item, HelpDetails details, bool mayExceed)
    {
        if (details.Source is { Kind: SourceKind.Voucher, Id: { } scheme })
            return await VoucherWriter.TakeAsync(unit, help, scheme, details, mayExceed);
        if ((details.Pence ?? item.UsualPence) is not { } pence)
            return new HelpOutcome(HelpResult.NeedsValue);
        help.Pence = pence;
        var beyond = mayExceed && !string.IsNullOrWhiteSpace(details.Beyond) ? details.Beyond.Trim() : null;
        var source = details.Source;
        if (source.Kind == SourceKind.Usual)
        {
            var all = await SourcesAsync(unit.Db, help.Day);
            if (all.UsualFor(item, pence) is { } usual)
                source = usual;
            else if (item.Usually == UsualSource.Stock)
                return new HelpOutcome(HelpResult.NoneInStock);
            else if (all.PotsFor(item.Code).MaxBy(p => p.LeftPence) is not { } fullest)
                return new HelpOutcome(HelpResult.SaySource);
            else if (beyond is null)
                return new HelpOutcome(HelpResult.PotTooSmall, LeftPence: fullest.LeftPence);
            else
                source = new HelpSource(SourceKind.Pot, fullest.Id);
        }

        return source.Kind switch
        {
            SourceKind.Pot => await FromPotAsync(unit, help, source.Id!.Value, beyond),
            SourceKind.Stock => await FromStockAsync(unit, help, source.Id!.Value),
            SourceKind.Purse => FromPurse(unit, help),
            _ => new HelpOutcome(HelpResult.Done, help),
        };
    }

    private static async Task<HelpOutcome> FromPotAsync(Unit unit, HelpGiven help, Guid id, string? beyond)
    {
        if (await unit.Db.Pots.FindAsync(id) is not { } pot || !pot.PaysFor(help.Item))
            return new HelpOutcome(HelpResult.NoSuchSource);
        if (!pot.IsOpenOn(help.Day))
            return new HelpOutcome(HelpResult.PotShut);
        var below = pot.LeftPence < help.Pence;
        if (below && beyond is null)
            return new HelpOutcome(HelpResult.PotTooSmall, LeftPence: pot.LeftPence);
        help.PotId = pot.Id;
        PotBook.Add(unit, pot, help.State == HelpState.Promised ? PotEntryKind.Promised : PotEntryKind.Spent, help.Pence, help.Day, help, beyond: below, words: below ? beyond : null);
        return new HelpOutcome(HelpResult.Done, help, pot.LeftPence);
    }

    private static async Task<HelpOutcome> FromStockAsync(Unit unit, HelpGiven help, Guid id)
    {
        if (await unit.Db.Stock.FindAsync(id) is not { RetiredAt: null } stock || stock.Item != help.Item)
            return new HelpOutcome(HelpResult.NoSuchSource);
        if (stock.Count < 1)
            return new HelpOutcome(HelpResult.NoneInStock);
        help.StockId = stock.Id;
        StockBook.Add(unit, stock, StockMoveKind.Given, -1, help);
        return new HelpOutcome(HelpResult.Done, help);
    }

    /// <summary>Asked back for the one who paid it, and never for whom it was.</summary>
    private static HelpOutcome FromPurse(Unit unit, HelpGiven help)
    {
        if (unit.By.Id is not { } peer)
            return new HelpOutcome(HelpResult.NoSuchSource);
        var claim = new PurseClaim
        {
            Id = Ids.New(),
            PeerId = peer,
            PeerName = unit.By.Name,
            Pence = help.Pence,
            Day = help.Day,
            Item = help.Item,
            Receipt = help.Receipt,
            HelpId = help.Id,
            AskedAt = unit.Now,
        };
        unit.Db.PurseClaims.Add(claim);
        help.ClaimId = claim.Id;
        return new HelpOutcome(HelpResult.Done, help);
    }

    /// <summary>Few rows: a group keeps a handful of pots and shelves.</summary>
    public static async Task<HelpSources> SourcesAsync(GroupDb db, DateOnly day) => new(
        await db.Pots.Where(p => p.ClosedAt == null).ToListAsync(), await db.Stock.Where(s => s.RetiredAt == null).ToListAsync(), day);
}

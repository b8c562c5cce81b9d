using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>What is given to whom, and from where.</summary>
public sealed record HelpDetails
{
    /// <summary>The id the form gave: sent twice, it is one.</summary>
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required string Item { get; init; }

    public HelpSource Source { get; init; }

    /// <summary>Null: the item's usual value, or the voucher's.</summary>
    public long? Pence { get; init; }

    public HelpWay Way { get; init; }

    /// <summary>They were told; it is not with them yet.</summary>
    public bool Promised { get; init; }

    /// <summary>UTC; null is now.</summary>
    public DateTime? At { get; init; }

    public Guid? Contact { get; init; }

    public string? Receipt { get; init; }

    public string? Words { get; init; }

    /// <summary>What stands on the voucher.</summary>
    public string? VoucherNumber { get; init; }

    /// <summary>Why it goes beyond the pot or the partner's rule.</summary>
    public string? Beyond { get; init; }
}

public enum HelpResult
{
    Done,

    /// <summary>The same form came before.</summary>
    DoneBefore,
    NoSuchPerson,
    NoSuchItem,
    NoSuchSource,

    /// <summary>Nobody said what it is worth.</summary>
    NeedsValue,
    InTheFuture,
    TooLongAgo,

    /// <summary>No pot pays for it, or none of it is in stock: somebody has to say where it came from.</summary>
    SaySource,

    /// <summary>The pot is closed, or its time is over.</summary>
    PotShut,
    PotTooSmall,
    NoneInStock,
    NoVoucher,

    /// <summary>It ended already, another way.</summary>
    Ended,

    /// <summary>More came back than was spent.</summary>
    TooMuchBack,

    /// <summary>Already paid back to the peer: the money has to come back first.</summary>
    PaidBackAlready,
}

/// <param name="LeftPence">What the pot has, where that is too little.</param>
public sealed record HelpOutcome(HelpResult Result, HelpGiven? Help = null, long LeftPence = 0, VoucherAnswer? Voucher = null);

/// <summary>Gives help, and says what became of it: handed over, called off, a mistake, money that came back.</summary>
public sealed class HelpService(GroupStore store)
{
    private const int Tries = 4;

    /// <param name="mayExceed">Whoever gives it may go beyond a pot or a rule, with a word of reason.</param>
    public Task<HelpOutcome> GiveAsync(HelpDetails details, Actor by, bool mayExceed = false) =>
        AgainAsync(() => store.Write(details.Promised ? "HelpPromised" : "HelpGiven", by, unit => HelpWriter.GiveAsync(unit, details, mayExceed)));

    /// <summary>What was promised is with them now.</summary>
    public Task<HelpOutcome> HandOverAsync(Guid id, HelpWay way, Actor by) => OnAsync("HelpGiven", id, by, async (unit, help) =>
    {
        if (help.State != HelpState.Promised)
            return help.State == HelpState.Given ? HelpResult.DoneBefore : HelpResult.Ended;
        await HelpWriter.HandOverAsync(unit, help, way);
        return HelpResult.Done;
    });

    /// <summary>Promised, and not needed any more.</summary>
    public Task<HelpOutcome> CallOffAsync(Guid id, Actor by) => OnAsync("HelpCalledOff", id, by, (unit, help) =>
        help.State == HelpState.Promised ? HelpWriter.EndAsync(unit, help, HelpState.CalledOff) : Task.FromResult(help.State == HelpState.CalledOff ? HelpResult.DoneBefore : HelpResult.Ended));

    /// <summary>It was never given: money, stock and voucher go back to where they came from.</summary>
    public Task<HelpOutcome> MistakeAsync(Guid id, Actor by, string? why = null) => OnAsync("HelpTakenBack", id, by, (unit, help) =>
        help.State is HelpState.Given or HelpState.Promised ? HelpWriter.EndAsync(unit, help, HelpState.Mistake) : Task.FromResult(help.State == HelpState.Mistake ? HelpResult.DoneBefore : HelpResult.Ended), why);

    /// <summary>Money that came back of what was spent: into the pot it came from, or off what a peer asks back.</summary>
    /// <param name="entry">The id the form gave: sent twice, it came back once.</param>
    /// <param name="before">What had come back when the form was opened. Off a claim that waits no row is written, so this tells a form that comes twice.</param>
    public Task<HelpOutcome> CameBackAsync(Guid id, Guid entry, long pence, string? words, Actor by, long? before = null) => OnAsync("HelpCameBack", id, by, async (unit, help) =>
    {
        if (help.State != HelpState.Given)
            return HelpResult.Ended;
        if (await unit.Db.PotEntries.AnyAsync(e => e.Id == entry) || (help.ClaimId is not null && help.CameBackPence == before + pence))
            return HelpResult.DoneBefore;
        if (pence > help.Pence - help.CameBackPence)
            return HelpResult.TooMuchBack;
        return await HelpWriter.CameBackAsync(unit, help, entry, pence, words);
    });

    /// <summary>Said too early: it is not with them yet. What was brought on a round is put right at the door.</summary>
    public Task<HelpOutcome> NotYetAsync(Guid id, Actor by) => OnAsync("HelpNotYetGiven", id, by, async (unit, help) =>
    {
        if (help.State != HelpState.Given || help.CameBackPence > 0 || await unit.Db.DeliveryStops.AnyAsync(s => s.HelpId == id && s.State == StopState.Done))
            return help.State == HelpState.Promised ? HelpResult.DoneBefore : HelpResult.Ended;
        await HelpWriter.NotYetAsync(unit, help);
        return HelpResult.Done;
    });

    /// <summary>A number for the receipt, once it is there.</summary>
    public Task<HelpOutcome> ReceiptAsync(Guid id, string? number, Actor by) => OnAsync("ReceiptNoted", id, by, async (unit, help) =>
    {
        help.Receipt = string.IsNullOrWhiteSpace(number) ? null : number.Trim();
        if (help.ClaimId is { } claim && await unit.Db.PurseClaims.FindAsync(claim) is { } asked)
            asked.Receipt = help.Receipt;
        return HelpResult.Done;
    });

    /// <param name="type">image/jpeg, image/png or image/webp, as its bytes say.</param>
    public Task PhotoAsync(Guid id, Guid of, PersonId? person, string type, byte[] picture, Actor by) => store.Write("ReceiptPhotoAdded", by, async unit =>
    {
        if (await unit.Db.ReceiptPhotos.FindAsync(id) is not null)
            return;
        unit.Db.ReceiptPhotos.Add(new ReceiptPhoto
        {
            Id = id,
            OfId = of,
            PersonId = person,
            Type = type,
            Picture = unit.Seal(person, HelpColumns.Picture, id, Convert.ToBase64String(picture)),
            AddedAt = unit.Now,
            AddedById = by.Id,
        });
    });

    /// <summary>Not the receipt of this: nobody sees it any more.</summary>
    public Task<bool> PhotoBackAsync(Guid id, Guid of, Actor by) => store.Write("ReceiptPhotoTakenBack", by, async unit =>
    {
        if (await unit.Db.ReceiptPhotos.SingleOrDefaultAsync(r => r.Id == id && r.OfId == of) is not { } photo)
            return false;
        photo.TakenBackAt ??= unit.Now;
        return true;
    });

    private Task<HelpOutcome> OnAsync(string kind, Guid id, Actor by, Func<Unit, HelpGiven, Task<HelpResult>> change, string? why = null) =>
        AgainAsync(() => store.Write(kind, by, async unit =>
            await unit.Db.HelpGiven.FindAsync(id) is { } help ? new HelpOutcome(await change(unit, help), help) : new HelpOutcome(HelpResult.NoSuchItem), why));

    /// <summary>Somebody on another node took from the same pot in the same moment: it is looked at again, with what is left now.</summary>
    internal static async Task<T> AgainAsync<T>(Func<Task<T>> write)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await write();
            }
            catch (StaleVersionException) when (tries < Tries)
            {
                continue;
            }
        }
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;

namespace SafeSpace.Web.Modules.Help.Given;

/// <summary>One thing that was given or promised: hand it over, call it off, what came back, its receipt.</summary>
[Needs(Permission.GiveHelp)]
[ShowsPeople]
[RequestSizeLimit(ReceiptPicture.MostBytes + 100_000)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, PersonViews shown, Texts texts, HelpService help, VoucherService vouchers) : HelpPage(clock, texts)
{
    [BindProperty]
    public string? Do { get; set; }

    [BindProperty]
    public HelpWay Way { get; set; }

    [BindProperty]
    public string? Back { get; set; }

    [BindProperty]
    public string? BackWords { get; set; }

    [BindProperty]
    public string? Receipt { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? VoucherNumber { get; set; }

    /// <summary>What had come back when the page was opened.</summary>
    [BindProperty]
    public long? Before { get; set; }

    /// <summary>Names the field; the picture itself comes with the request.</summary>
    public string? Photo => null;

    public Person Person { get; private set; } = null!;

    public HelpLine Line { get; private set; } = null!;

    public Voucher? Voucher { get; private set; }

    /// <summary>Why it went beyond the pot or the rule.</summary>
    public string? Beyond { get; private set; }

    public IReadOnlyList<Guid> Photos { get; private set; } = [];

    public DateOnly Today => Clock.Today;

    /// <summary>Some of it may come back: it was paid for with money of ours, or a peer's that is asked back.</summary>
    public bool MayComeBack => Line.Help is { State: HelpState.Given } h && h.CameBackPence < h.Pence && (h.PotId is not null || (h.ClaimId is not null && !ClaimEnded));

    /// <summary>What the peer paid is not asked for any more, or could not be paid.</summary>
    private bool ClaimEnded { get; set; }

    public IReadOnlyList<TagHelpers.Choice> Ways => HelpWords.Ways(T);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        (Way, Before) = (Line.Help.Way, Line.Help.CameBackPence);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var pence = Do == "back" ? Pence(nameof(Back), Back) : 0;
        Check(nameof(BackWords), BackWords, WrittenText.Note);
        Check(nameof(Why), Why, WrittenText.Note);
        Check(nameof(Receipt), Receipt);
        Check(nameof(VoucherNumber), VoucherNumber);
        if (!ModelState.IsValid)
            return Again();
        if (Do == "number")
            return Voucher is { } one && await vouchers.NumberAsync(one.Id, VoucherNumber, viewer.Actor) ? Saved($"~/help/given/{id}") : NotFound();
        var outcome = Do switch
        {
            "over" => await help.HandOverAsync(id, Way, viewer.Actor),
            "off" => await help.CallOffAsync(id, viewer.Actor),
            "mistake" => await help.MistakeAsync(id, viewer.Actor, Why),
            "back" => await help.CameBackAsync(id, NewId, pence, BackWords, viewer.Actor, Before),
            "notyet" => await help.NotYetAsync(id, viewer.Actor),
            "receipt" => await help.ReceiptAsync(id, Receipt, viewer.Actor),
            _ => null,
        };
        if (outcome is null)
            return NotFound();
        if (HelpWords.Refusal(outcome, false, T) is not { } refusal)
            return Saved($"~/help/given/{id}");
        ModelState.AddModelError(refusal.Field, refusal.Sentence);
        await LoadAsync(id);
        return Again();
    }

    public async Task<IActionResult> OnPostPhotoAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var (picture, why) = await ReceiptPicture.ReadAsync(Request);
        if (picture is not null)
        {
            await help.PhotoAsync(NewId, id, Person.Id, picture.Type, picture.Bytes, viewer.Actor);
            return Saved($"~/help/given/{id}");
        }

        Wrong(nameof(Photo), why!);
        return Again();
    }

    /// <summary>Another's receipt, or one that shows too much.</summary>
    public async Task<IActionResult> OnPostPhotoBackAsync(Guid id, Guid photo) =>
        await LoadAsync(id) && await help.PhotoBackAsync(photo, id, viewer.Actor) ? Saved($"~/help/given/{id}") : NotFound();

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.HelpGiven.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id) is not { } row
            || await db.PeopleSeenBy(viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == row.PersonId) is not { } person)
            return false;
        await shown.AsPageAsync("help given", person.Id);
        Person = person;
        var choices = await HelpChoices.ReadAsync(db, Clock.Today, T);
        var pot = row.PotId is { } potId ? await db.Pots.AsNoTracking().SingleAsync(p => p.Id == potId) : null;
        Line = new HelpLine(row, choices.LabelOf(row.Item), pot?.Name ?? choices.SourceOf(row), vault.Open(HelpColumns.Help, row.Id, row.Words));
        ClaimEnded = row.ClaimId is { } claim && await db.PurseClaims.AnyAsync(c => c.Id == claim && (c.State == ClaimState.Declined || c.State == ClaimState.TakenBack));
        Voucher = row.VoucherId is { } voucher ? await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == voucher) : null;
        Beyond = Voucher is { Beyond: not null } ? vault.Open(HelpColumns.Beyond, Voucher.Id, Voucher.Beyond)
            : await db.PotEntries.AsNoTracking().FirstOrDefaultAsync(e => e.HelpId == id && e.Beyond) is { } entry ? vault.Open(HelpColumns.Entry, entry.Id, entry.Words) : null;
        Photos = await db.ReceiptPhotos.AsNoTracking().Where(r => r.OfId == id && r.TakenBackAt == null).OrderBy(r => r.AddedAt).Select(r => r.Id).ToListAsync();
        // Each box has a form of its own: what was not sent is not taken away.
        (Receipt, VoucherNumber) = (Do == "receipt" ? Receipt : Line.Help.Receipt, Do == "number" ? VoucherNumber : Voucher?.Number);
        return true;
    }
}

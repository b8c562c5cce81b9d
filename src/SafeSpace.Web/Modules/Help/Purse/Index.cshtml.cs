using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Help.Shared;

namespace SafeSpace.Web.Modules.Help.Purse;

/// <summary>What I paid from my own purse, and what came of it.</summary>
[Needs(Permission.GiveHelp)]
[RequestSizeLimit(ReceiptPicture.MostBytes + 100_000)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, Viewer viewer, Texts texts, ClaimService claims, HelpService help) : HelpPage(clock, texts)
{
    private const int Shown = 100;

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Receipt { get; set; }

    /// <summary>Names the field; the picture itself comes with the request.</summary>
    public string? Photo => null;

    public IReadOnlyList<ClaimLine> Mine { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var pence = Pence(nameof(Amount), Amount);
        Needed(nameof(What), What, "Please say what it was for. Not for whom.", WrittenText.Note);
        Check(nameof(Receipt), Receipt);
        if (On > Clock.Today)
            Wrong(nameof(On), "This day is still to come.");
        ReceiptPicture? picture = null;
        if (Request.HasFormContentType && Request.Form.Files.GetFile(nameof(Photo)) is { Length: > 0 })
        {
            (picture, var why) = await ReceiptPicture.ReadAsync(Request);
            if (why is not null)
                Wrong(nameof(Photo), why);
        }

        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var id = NewId;
        await claims.AskAsync(id, pence, On ?? Clock.Today, What!, Receipt, viewer.Actor);
        if (picture is not null)
            await help.PhotoAsync(id, id, null, picture.Type, picture.Bytes, viewer.Actor);
        return Saved("~/help/purse");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) =>
        await claims.TakeBackAsync(id, viewer.Actor) == ClaimChange.NoSuchClaim ? NotFound() : Saved("~/help/purse");

    private async Task ShowAsync() => Mine = await ClaimLine.ReadAsync(db, vault, db.PurseClaims.Where(c => c.PeerId == viewer.Id).OrderByDescending(c => c.AskedAt).Take(Shown));
}

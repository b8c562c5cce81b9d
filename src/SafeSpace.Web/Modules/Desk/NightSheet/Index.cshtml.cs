using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Board;
using SafeSpace.Core.Desk.NightSheet;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Desk.TheBoard;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.NightSheet;

/// <summary>Makes a sheet for a night without the app: to print, or as a sealed file. Each making is written down, with whoever stands on it.</summary>
[Needs(Permission.MakeNightSheet)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupStore store, Vault vault, NightSheets sheets, Boards boards, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int MostShown = 20, LongestPassphrase = 200;

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid FileId { get; set; }

    /// <summary>Empty: until tomorrow night, for no shift.</summary>
    [BindProperty]
    public Guid? Shift { get; set; }

    [BindProperty]
    public Guid? FileShift { get; set; }

    [BindProperty]
    public string? Passphrase { get; set; }

    [BindProperty]
    public string? PassphraseAgain { get; set; }

    public IReadOnlyList<Choice> Shifts { get; private set; } = [];

    public IReadOnlyList<NightSheetMade> Made { get; private set; } = [];

    private IReadOnlyList<Shift> shifts = [];

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostPrintAsync()
    {
        await LoadAsync();
        if (viewer.Id is not { } me)
            return NotFound();
        var shift = shifts.FirstOrDefault(s => s.Id == Shift);
        var content = await NightSheets.ReadAsync(db, store.Clock, shift);
        var id = FormId == Guid.Empty ? Ids.New() : FormId;
        await sheets.LogAsync(id, shift?.Id, SheetWay.Printed, content.People.Count, me, viewer.Actor);
        return RedirectToPage("Print", new { id });
    }

    public async Task<IActionResult> OnPostFileAsync()
    {
        await LoadAsync();
        if (viewer.Id is not { } me)
            return NotFound();
        var passphrase = SealedSheet.Fold(Passphrase);
        if (passphrase.Length is < SealedSheet.ShortestPassphrase or > LongestPassphrase)
            ModelState.AddModelError(nameof(Passphrase), texts["At least {0} letters, please: four words that do not belong together.", SealedSheet.ShortestPassphrase]);
        else if (passphrase.Distinct().Count() < 6)
            ModelState.AddModelError(nameof(Passphrase), texts["This is easily guessed. Take four words that do not belong together."]);
        else if (passphrase != SealedSheet.Fold(PassphraseAgain))
            ModelState.AddModelError(nameof(PassphraseAgain), texts["The two are not the same. Please type both again."]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var shift = shifts.FirstOrDefault(s => s.Id == FileShift);
        var content = await NightSheets.ReadAsync(db, store.Clock, shift);
        await shown.AsPageAsync("night-sheet/file", [.. content.People.Select(p => p.Person.Id)]);
        await sheets.LogAsync(FileId == Guid.Empty ? Ids.New() : FileId, shift?.Id, SheetWay.SealedFile, content.People.Count, me, viewer.Actor);
        var sheet = await SheetShown.MakeAsync(db, vault, store, content, await boards.OfAsync(HttpContext, store, viewer), texts);
        var file = SheetFile.Make(SealedSheet.Seal(passphrase, sheet.ToJson()), texts, store.Profile.Language);
        return File(Encoding.UTF8.GetBytes(file), "application/octet-stream", $"night-{store.Clock.Today:yyyy-MM-dd}.html");
    }

    private async Task LoadAsync()
    {
        shifts = await NightSheets.ShiftsAsync(db, store.Clock.Now);
        Shifts = [new("", texts["Tonight and tomorrow"]), .. shifts.Select(s => new Choice(s.Id.ToString(), texts["{0} to {1}", Said(s.StartsAt), Said(s.EndsAt)]))];
        Made = await db.NightSheetsMade.AsNoTracking().OrderByDescending(m => m.MadeAt).Take(MostShown).ToListAsync();
        if (FileId == Guid.Empty)
            FileId = Ids.New();
        await shown.AsPageAsync("night-sheet"); // nobody stands on this page itself
    }

    private string Said(DateTime at) => Spoken.Moment(store.Clock.ToLocal(at), store.Clock.Today);
}

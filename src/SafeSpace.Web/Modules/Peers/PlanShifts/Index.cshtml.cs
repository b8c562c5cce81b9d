using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Peers.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Peers.PlanShifts;

/// <summary>Makes the shifts of coming weeks from the opening hours, or one by hand.</summary>
[Needs(Permission.PlanShifts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, RotaService rota, ShiftsFromHours fromHours) : PageModel
{
    private const int LongestHours = 24;

    [BindProperty]
    public DateOnly? First { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    [BindProperty]
    public int? EachLeast { get; set; }

    [BindProperty]
    public int? Longest { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Starts { get; set; }

    [BindProperty]
    public string? Ends { get; set; }

    [BindProperty]
    public Guid? Site { get; set; }

    [BindProperty]
    public int? Least { get; set; }

    public IReadOnlyList<Choice> Sites { get; private set; } = [];

    public async Task OnGetAsync(string? from)
    {
        await ShowAsync();
        First = DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > clock.Today ? day : clock.Today;
        Last = First.Value.AddDays(13);
        Least = EachLeast = (await CoverSettings.ReadAsync(db)).LeastPeers;
        Site = Sites is [var only, ..] ? Guid.Parse(only.Value) : null;
    }

    public async Task<IActionResult> OnPostHoursAsync()
    {
        if (First is null && ModelState[nameof(First)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(First), texts["Please say which day."]);
        if (Last is null && ModelState[nameof(Last)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(Last), texts["Please say which day."]);
        if (Last < First || Last > First?.AddDays(ShiftsFromHours.MostDays - 1))
            ModelState.AddModelError(nameof(Last), texts["Choose a day from the first day on, at most three months later."]);
        if (EachLeast is null or < 1 or > ShiftDetails.MostPeers)
            ModelState.AddModelError(nameof(EachLeast), texts["Between 1 and 50 peers."]);
        if (Longest is < 1 or > LongestHours)
            ModelState.AddModelError(nameof(Longest), texts["Between 1 and 24 hours, or leave this empty."]);
        if (!ModelState.IsValid)
            return await AgainAsync();
        if (await fromHours.MakeAsync(First!.Value, Last!.Value, EachLeast!.Value, Longest, viewer.Actor) is not { } made)
        {
            ModelState.AddModelError("", texts["Nobody has said yet when we are open. A coordinator can, under “When we are open”."]);
            return await AgainAsync();
        }

        return Saved(texts.Count(made, "{0} shift was made.", "{0} shifts were made."), First.Value);
    }

    public async Task<IActionResult> OnPostOneAsync()
    {
        await ShowAsync();
        if (Site is not null && Sites.All(s => s.Value != Site.ToString()))
            ModelState.AddModelError(nameof(Site), texts["Choose one of our places."]);
        if (new ShiftTimes(Day, Starts, Ends, Least).Read(ModelState, texts, clock) is not var (starts, ends) || !ModelState.IsValid)
            return await AgainAsync();
        var site = Site ?? (Sites is [var only] ? Guid.Parse(only.Value) : null);
        if (await rota.AddAsync(new ShiftDetails(FormId == Guid.Empty ? Ids.New() : FormId, site, starts, ends, Least!.Value), viewer.Actor) is var change and not RotaChange.Done)
        {
            ModelState.AddModelError(nameof(Day), texts[ShiftWords.Sentence(change)]);
            return await AgainAsync();
        }

        return Saved(null, Day!.Value);
    }

    private RedirectResult Saved(string? words, DateOnly from)
    {
        this.MarkSaved(clock.Now, words);
        return Redirect(Url.Content($"~/rota?from={from:yyyy-MM-dd}"));
    }

    private async Task<PageResult> AgainAsync()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync() =>
        Sites = [.. (await db.Sites.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Name).ToListAsync()).Select(s => new Choice(s.Id.ToString(), s.Name))];
}

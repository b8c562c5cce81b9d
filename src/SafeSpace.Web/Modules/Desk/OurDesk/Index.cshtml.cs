using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Desk.OurDesk;

/// <summary>What the group decided about its desk, and what the contract plans for a month.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupClock clock, DeskSettingsService service, Viewer viewer, Texts texts) : PageModel
{
    private const int MostMinutes = 24 * 60;
    private const int MostPlanned = 100_000;

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? ClimbMinutes { get; set; }

    [BindProperty]
    public string? QuietMinutes { get; set; }

    [BindProperty]
    public string? NoKeyholder { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Calls { get; set; }

    [BindProperty]
    public string? Visits { get; set; }

    public IReadOnlyList<ContractPlan> Plans { get; private set; } = [];

    public async Task OnGetAsync() => await ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var climb = Number(nameof(ClimbMinutes), ClimbMinutes, MostMinutes);
        var quiet = Number(nameof(QuietMinutes), QuietMinutes, MostMinutes);
        if (WrittenText.Check(nameof(NoKeyholder), NoKeyholder, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            await service.SetAsync(climb!.Value, quiet!.Value, NoKeyholder, Version, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            var now = await DeskSettings.ReadAsync(db);
            Version = now.Version;
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("", texts["Somebody changed this while you were typing. It says now: {0}. What you typed is still here.", $"{now.ClimbMinutes} · {now.QuietMinutes} · {now.NoKeyholder}"]);
            return await AgainAsync(StatusCodes.Status409Conflict);
        }

        return Saved();
    }

    public async Task<IActionResult> OnPostPlanAsync()
    {
        if (!Month.TryParse(From, out var month))
            ModelState.AddModelError(nameof(From), texts["Write the month like 2026-03."]);
        var (calls, visits) = (Number(nameof(Calls), Calls, MostPlanned), Number(nameof(Visits), Visits, MostPlanned));
        if (!ModelState.IsValid)
        {
            await ReadSettingsAsync();
            return await AgainAsync(StatusCodes.Status400BadRequest);
        }

        await service.PlanAsync(month, calls!.Value, visits!.Value, viewer.Actor);
        return Saved();
    }

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task<IActionResult> AgainAsync(int status)
    {
        Plans = await db.ContractPlans.AsNoTracking().OrderByDescending(p => p.From).ToListAsync();
        Response.StatusCode = status;
        return Page();
    }

    private int? Number(string field, string? text, int most)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
            return number;
        ModelState.AddModelError(field, texts["Write a whole number from 0 to {0}.", most]);
        return null;
    }

    private async Task ReadAsync()
    {
        await ReadSettingsAsync();
        From = Month.Of(clock.Today).ToString();
        Plans = await db.ContractPlans.AsNoTracking().OrderByDescending(p => p.From).ToListAsync();
    }

    private async Task ReadSettingsAsync()
    {
        var settings = await DeskSettings.ReadAsync(db);
        Version = settings.Version;
        (ClimbMinutes, QuietMinutes, NoKeyholder) = (settings.ClimbMinutes.ToString(CultureInfo.InvariantCulture), settings.QuietMinutes.ToString(CultureInfo.InvariantCulture), settings.NoKeyholder);
    }
}

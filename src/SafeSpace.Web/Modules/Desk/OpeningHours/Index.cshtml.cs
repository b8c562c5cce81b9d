using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Desk.OpeningHours;

/// <summary>When the group is open: a week from a day on, as often as it changes, and days on which it is shut.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Core.Desk.OpeningHours hours, Viewer viewer, Texts texts) : PageModel
{
    private const int LongestWhy = 200;

    [BindProperty]
    public DateOnly? From { get; set; }

    /// <summary>What was typed for each day, Monday first.</summary>
    [BindProperty]
    public List<string?> Week { get; set; } = [];

    /// <summary>The version of the newest plan when the form was filled in.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    [BindProperty]
    public DateOnly? Closed { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Whose hours; empty is the whole group's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Site { get; set; }

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public Site? Place => Sites.FirstOrDefault(s => s.Id == Site);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<OpeningPlan> Plans { get; private set; } = [];

    public IReadOnlyList<ClosedDay> ClosedDays { get; private set; } = [];

    public static IReadOnlyList<DayOfWeek> DaysOfWeek { get; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string NameOf(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day);

    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAsync();
        if (Site is not null && Place is null)
            return NotFound();
        Seen = NewestVersion;
        var week = Plans.Count > 0 ? OpeningWeek.Parse(Plans[0].Week) : null;
        Week = [.. DaysOfWeek.Select(day => week is null ? "" : SpansText.Say(week.Of(day)))];
        return Page();
    }

    public async Task<IActionResult> OnPostWeekAsync()
    {
        if (!await IsThereAsync())
            return NotFound();
        var week = ReadWeek();
        if (From is null && ModelState[nameof(From)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(From), texts["From which day on?"]);
        if (week is null || !ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status400BadRequest);
        try
        {
            await hours.SetAsync(From!.Value, week, Seen, viewer.Actor, Site);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", texts["Somebody changed this while you were typing. Here are both. Save again to keep yours."]);
            var again = await AgainAsync(StatusCodes.Status409Conflict);
            ModelState.Remove(nameof(Seen));
            Seen = NewestVersion;
            return again;
        }

        return Saved();
    }

    public async Task<IActionResult> OnPostClosedAsync()
    {
        if (!await IsThereAsync())
            return NotFound();
        if (Closed is null && ModelState[nameof(Closed)]?.Errors.Count is null or 0)
            ModelState.AddModelError(nameof(Closed), texts["Which day?"]);
        if (Why?.Length > LongestWhy || Why?.Any(char.IsControl) == true)
            ModelState.AddModelError(nameof(Why), texts["In at most 200 letters, please."]);
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status400BadRequest);
        await hours.CloseAsync(Closed!.Value, Why, viewer.Actor, Site);
        return Saved();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => await hours.TakeBackPlanAsync(id, viewer.Actor) ? Saved() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(Guid id) => await hours.OpenAgainAsync(id, viewer.Actor) ? Saved() : NotFound();

    private async Task<bool> IsThereAsync() => Site is null || await db.Sites.AnyAsync(s => s.Id == Site);

    private Guid? NewestVersion => Plans is [var newest, ..] ? newest.Version : null;

    private OpeningWeek? ReadWeek()
    {
        var days = new List<IReadOnlyList<OpeningSpan>>();
        for (var day = 0; day < OpeningWeek.Days; day++)
        {
            if (!SpansText.TryParse(Week.ElementAtOrDefault(day), out var spans))
                ModelState.AddModelError($"{nameof(Week)}[{day}]", texts["Write it like 16:30–21:00. Leave it empty when you are shut."]);
            else if (OpeningWeek.From([spans, .. Enumerable.Repeat<OpeningSpan[]>([], OpeningWeek.Days - 1)]) is null)
                ModelState.AddModelError($"{nameof(Week)}[{day}]", texts["These times overlap."]);
            days.Add(spans);
        }

        return ModelState.IsValid ? OpeningWeek.From(days) : null;
    }

    private async Task<PageResult> AgainAsync(int status)
    {
        Response.StatusCode = status;
        await ShowAsync();
        Week = [.. Enumerable.Range(0, OpeningWeek.Days).Select(day => Week.ElementAtOrDefault(day))];
        return Page();
    }

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage(new { Site });
    }

    private async Task ShowAsync()
    {
        Sites = await db.Sites.AsNoTracking().Where(s => s.EndedAt == null || s.Id == Site).OrderBy(s => s.Name).ToListAsync();
        Plans = await db.OpeningPlans.AsNoTracking().Where(p => p.TakenBackAt == null && p.SiteId == Site).OrderByDescending(p => p.From).ToListAsync();
        ClosedDays = await db.ClosedDays.AsNoTracking().Where(d => d.TakenBackAt == null && d.SiteId == Site).OrderByDescending(d => d.Day).Take(100).ToListAsync();
    }
}

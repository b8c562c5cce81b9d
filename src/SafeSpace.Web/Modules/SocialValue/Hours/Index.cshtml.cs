using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Hours;

/// <summary>Hours somebody led. A leader sees and writes their own; the coordinator writes anybody's. Nobody else sees hours beside a name.</summary>
[Needs(Permission.NoteOwnHours)]
public sealed class IndexModel(GroupDb db, GroupClock clock, HoursService hours, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int OnAPage = 40;
    private const int LongestName = 200;

    /// <summary>Any day of the week.</summary>
    [BindProperty]
    public DateOnly? Week { get; set; }

    [BindProperty]
    public string? Level { get; set; }

    [BindProperty]
    public string? Given { get; set; }

    /// <summary>Whose; empty for one's own.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The last week of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Before { get; set; }

    /// <summary>The page after this one begins with weeks before this; null for the last.</summary>
    public DateOnly? Older { get; private set; }

    public IReadOnlyList<LeaderHours> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Levels { get; private set; } = [];

    public bool OfEverybody => viewer.May(Permission.KeepBooks);

    public string Label(string code) => Levels.FirstOrDefault(l => l.Value == code)?.Label ?? code;

    public async Task OnGetAsync()
    {
        Week = HoursService.MondayOf(Clock.Today);
        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Week is null && ModelState[nameof(Week)]?.Errors.Count is null or 0)
            Wrong(nameof(Week), "Which week?");
        if (Week > Clock.Today)
            Wrong(nameof(Week), "This week has not begun yet.");
        if (Levels.All(l => l.Value != Level))
            Wrong(nameof(Level), "Choose a level.");
        if (HoursText.Read(Given, out var why) is not { } seconds)
        {
            Wrong(nameof(Given), why!);
            seconds = 0;
        }

        if (WrittenText.Check(nameof(Name), Name, LongestName) is not null)
            Wrong(nameof(Name), "In at most 200 letters, please.");
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var own = !OfEverybody || string.IsNullOrWhiteSpace(Name);
        var noted = new HoursOfWeek(NewId, HoursService.MondayOf(Week!.Value), own ? viewer.Name : Name!, own ? viewer.Id : null, Level!, seconds);
        return await AnswerAsync(await hours.NoteAsync(noted, viewer.Actor), nameof(Week), ShowAsync);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        var refusal = await hours.TakeBackAsync(id, OfEverybody ? null : await WhoIsAsync(), viewer.Actor);
        return refusal == BookRefusal.NotThere ? NotFound() : await AnswerAsync(refusal, nameof(Week), ShowAsync);
    }

    private async Task ShowAsync()
    {
        Levels = await LevelNames.OfferedAsync(db, GroupList.LeaderLevel);
        var rows = (OfEverybody ? db.LeaderHours : HoursService.Of(db, await WhoIsAsync())).AsNoTracking().Where(h => h.TakenBackAt == null);
        if (Before is { } before)
            rows = rows.Where(h => h.Week < before);
        // Whole weeks, so that a page never ends within one.
        var weeks = await rows.GroupBy(h => h.Week).Select(g => new { Week = g.Key, Rows = g.Count() }).OrderByDescending(w => w.Week).Take(OnAPage).ToListAsync();
        var taken = 0;
        var shown = weeks.TakeWhile(w => (taken += w.Rows) <= OnAPage || taken == w.Rows).ToList();
        var last = shown.Count == 0 ? default : shown[^1].Week;
        Older = shown.Count < weeks.Count || weeks.Count == OnAPage ? last : null;
        Rows = shown.Count == 0 ? [] : await rows.Where(h => h.Week >= last).OrderByDescending(h => h.Week).ThenBy(h => h.NameKey).ToListAsync();
    }

    private Task<Whose> WhoIsAsync() => HoursService.WhoIsAsync(db, viewer.Id!.Value, viewer.Name);
}

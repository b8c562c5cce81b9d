using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Community.Levels;

/// <summary>Peer supporters' levels of a month, carried forward until somebody changes them.</summary>
[Needs(Permission.KeepBooks)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, LevelService levels, PersonViews shown, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int LongestName = 200;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Level { get; set; }

    public Month? ListOf { get; private set; }

    public IReadOnlyList<SupportLevel> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Levels { get; private set; } = [];

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public string Label(string code) => Levels.FirstOrDefault(n => n.Value == code)?.Label ?? code;

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (string.IsNullOrWhiteSpace(Name))
            Wrong(nameof(Name), "What is their name?");
        else if (WrittenText.Check(nameof(Name), Name, LongestName) is not null)
            Wrong(nameof(Name), "In at most 200 letters, please.");
        if (Levels.All(l => l.Value != Level))
            Wrong(nameof(Level), "Choose a level.");
        return ModelState.IsValid ? await SetAsync(Name!, Level) : await AgainAsync(ShowAsync);
    }

    public Task<IActionResult> OnPostStopAsync(string name) => SetAsync(name, null);

    private async Task<IActionResult> SetAsync(string name, string? level)
    {
        if (!Core.Shared.Month.TryParse(Month, out var month) || month.FirstDay > Clock.Today)
            return NotFound();
        switch (await levels.SetAsync(month, name, level, viewer.Actor))
        {
            case LevelChange.Done:
                return Saved(new { Month });
            case LevelChange.NotThere:
                return NotFound();
            default:
                Wrong(nameof(Month), "This month is closed, and its figures stand. Open it again with a reason first.");
                return await AgainAsync(ShowAsync);
        }
    }

    private async Task ShowAsync()
    {
        var month = Core.Shared.Month.TryParse(Month, out var chosen) && chosen.Year is > 1900 and < 2200 ? chosen : Core.Shared.Month.Of(Clock.Today);
        Month = month.ToString();
        Months = MonthsBack(month, await db.SupportLevelMonths.MinAsync(m => (Month?)m.Month));
        Levels = await LevelNames.OfferedAsync(db, GroupList.SupportLevel);
        ListOf = await LevelService.ListOfAsync(db, month);
        Rows = ListOf is { } list ? await db.SupportLevels.AsNoTracking().Where(l => l.Month == list && l.StoppedAt == null).OrderBy(l => l.NameKey).ToListAsync() : [];
        await shown.AsPageAsync("support-levels");
    }
}

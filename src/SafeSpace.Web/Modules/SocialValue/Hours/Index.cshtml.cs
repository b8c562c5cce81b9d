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
    private const int Shown = 300;
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
        var refusal = await hours.TakeBackAsync(id, OfEverybody ? null : viewer.Id, viewer.Actor);
        return refusal == BookRefusal.NotThere ? NotFound() : await AnswerAsync(refusal, nameof(Week), ShowAsync);
    }

    private async Task ShowAsync()
    {
        Levels = await LevelNames.OfferedAsync(db, GroupList.LeaderLevel);
        var rows = db.LeaderHours.AsNoTracking().Where(h => h.TakenBackAt == null);
        if (!OfEverybody)
            rows = rows.Where(h => h.UserId == viewer.Id);
        Rows = await rows.OrderByDescending(h => h.Week).ThenBy(h => h.NameKey).Take(Shown).ToListAsync();
    }
}

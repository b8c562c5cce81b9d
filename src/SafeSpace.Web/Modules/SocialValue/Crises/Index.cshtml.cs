using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Crises;

/// <summary>The crisis log of a month: offered from the cases, or written in from paper. Each crisis is in it once.</summary>
[Needs(Permission.KeepBooks)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, CrisisService crises, PersonViews shown, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int LongestName = 200;

    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public IReadOnlyList<CrisisOffer> Offers { get; private set; } = [];

    public IReadOnlyList<CrisisEntry> Log { get; private set; } = [];

    public string Label(string code) => Kinds.FirstOrDefault(k => k.Value == code)?.Label ?? code;

    public Task OnGetAsync() => ShowAsync();

    /// <param name="spell">The stretch of a case.</param>
    /// <param name="kind">Empty: not for the log.</param>
    public async Task<IActionResult> OnPostFromCaseAsync(Guid spell, string? kind)
    {
        await ShowAsync();
        if (Offers.All(o => o.SpellId.Value != spell) || (!string.IsNullOrEmpty(kind) && Kinds.All(k => k.Value != kind)))
            return NotFound();
        return await AnswerAsync(await crises.FromCaseAsync(new SpellId(spell), string.IsNullOrEmpty(kind) ? null : kind, viewer.Actor), nameof(Month), ShowAsync, new { Month });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ShowAsync();
        if (Day is null && ModelState[nameof(Day)]?.Errors.Count is null or 0)
            Wrong(nameof(Day), "Which day?");
        if (Day > Clock.Today)
            Wrong(nameof(Day), "This day is still to come.");
        if (string.IsNullOrWhiteSpace(Name))
            Wrong(nameof(Name), "Whose crisis was it?");
        else if (WrittenText.Check(nameof(Name), Name, LongestName) is not null)
            Wrong(nameof(Name), "In at most 200 letters, please.");
        if (Kinds.All(k => k.Value != Kind))
            Wrong(nameof(Kind), "Say which kind it was.");
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        return await AnswerAsync(await crises.NoteAsync(NewId, Day!.Value, Name!, Kind!, viewer.Actor), nameof(Name), ShowAsync, new { Month = Core.Shared.Month.Of(Day.Value).ToString() });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        var refusal = await crises.TakeBackAsync(id, viewer.Actor);
        return refusal == BookRefusal.NotThere ? NotFound() : await AnswerAsync(refusal, nameof(Month), ShowAsync, new { Month });
    }

    private async Task<Month?> FirstAsync() => await db.Spells.MinAsync(s => (DateOnly?)s.OpenedOn) is { } day ? Core.Shared.Month.Of(day) : null;

    private async Task ShowAsync()
    {
        var month = Core.Shared.Month.TryParse(Month, out var chosen) && chosen.Year is > 1900 and < 2200 ? chosen : Core.Shared.Month.Of(Clock.Today);
        Month = month.ToString();
        Months = MonthsBack(month, await FirstAsync());
        Kinds = await LevelNames.OfferedAsync(db, GroupList.CrisisKind);
        var (first, last) = (month.FirstDay, month.LastDay);
        var log = await db.CrisisEntries.AsNoTracking().Where(c => c.Day >= first && c.Day <= last && c.TakenBackAt == null && c.Kind != null).OrderBy(c => c.Day).ToListAsync();
        var offers = await CrisisService.OffersAsync(db, month);
        // Who may not see a person does not meet them here either.
        var ids = offers.Select(o => o.PersonId).Concat(log.Select(c => c.PersonId).OfType<PersonId>()).Distinct().ToList();
        var seen = (await db.PeopleSeenBy(viewer).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync()).ToHashSet();
        Offers = [.. offers.Where(o => seen.Contains(o.PersonId))];
        foreach (var hidden in log.Where(c => c.PersonId is { } person && !seen.Contains(person)))
            hidden.Name = null;
        Log = log;
        await shown.AsPageAsync("crisis-log", [.. seen]);
    }
}

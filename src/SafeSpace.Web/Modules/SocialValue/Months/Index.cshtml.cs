using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.SocialValue.Months;

/// <summary>Month end: close a month, so that its figures stand; open it again, with a reason, to put something right.</summary>
[Needs(Permission.KeepBooks)]
public sealed class IndexModel(GroupDb db, GroupClock clock, ClosingService closing, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    /// <summary>Ten years: longer ago nobody closes anything.</summary>
    private const int Shown = 120;
    private const int LongestWhy = 300;

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Of which month the sentence is.</summary>
    [BindProperty]
    public string? Month { get; set; }

    /// <summary>Books with nothing of the month in which nothing happened.</summary>
    [BindProperty]
    public ValueComponent[] None { get; set; } = [];

    /// <summary>The month is whole, though the sign-in book begins or ends within it.</summary>
    [BindProperty]
    public bool Whole { get; set; }

    public IReadOnlyDictionary<string, string> Levels { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<(MonthFigures Figures, IReadOnlyList<MonthClosing> Before)> All { get; private set; } = [];

    public GroupClock GroupClock => Clock;

    public DateOnly Today => Clock.Today;

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostCloseAsync() =>
        Core.Shared.Month.TryParse(Month, out var month) ? await AnswerAsync(await closing.CloseAsync(month, viewer.Actor, None, Whole)) : NotFound();

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!Core.Shared.Month.TryParse(Month, out var month))
            return NotFound();
        if (WrittenText.Check(nameof(Why), Why, LongestWhy) is not { } mistake)
            return await AnswerAsync(await closing.OpenAgainAsync(month, Why, viewer.Actor));
        ModelState.AddModelError(nameof(Why), Texts[mistake.Sentence, [.. mistake.Values]]);
        return await AgainAsync(ShowAsync);
    }

    /// <summary>Books in which a month can have nothing because nothing happened; levels and members are there or not.</summary>
    public static IEnumerable<ValueComponent> PerhapsNone(MonthFigures month) =>
        month.WithoutBook.Where(c => c is ValueComponent.Leadership or ValueComponent.CentreUse or ValueComponent.CrisisSupport);

    /// <summary>What a month says otherwise than when it was closed before.</summary>
    public static IReadOnlyList<CellDifference> Differences(MonthFigures now, MonthClosing before) =>
        CellDifference.Between([MonthFigures.FromJson(before.Figures)], [now]);

    private async Task<IActionResult> AnswerAsync(ClosingOutcome outcome)
    {
        if (outcome == ClosingOutcome.Done)
            return Saved();
        Wrong(outcome == ClosingOutcome.NoReason ? nameof(Why) : nameof(Month), outcome switch
        {
            ClosingOutcome.NotOver => "This month is not over yet.",
            ClosingOutcome.Undecided => "Some sign-ins of this month are not said to be a day or half a day yet. Say so in the sign-in book first.",
            ClosingOutcome.NoRate => "A level of this month has no rate. Write the rate in first.",
            ClosingOutcome.ClosedAlready => "This month is closed already.",
            ClosingOutcome.NoReason => "Say why it is opened again. People read it beside the difference.",
            _ => "This month is not closed.",
        });
        return await AgainAsync(ShowAsync);
    }

    private async Task ShowAsync()
    {
        var to = Core.Shared.Month.Of(Clock.Today);
        var closings = await db.MonthClosings.AsNoTracking().OrderBy(c => c.Number).ToListAsync();
        var first = new[] { await db.Incomes.MinAsync(i => (Month?)i.Month), closings.Count > 0 ? closings.Min(c => c.Month) : null }.OfType<Month>().DefaultIfEmpty(to).Min();
        var from = new[] { first, Core.Shared.Month.Of(to.FirstDay.AddMonths(1 - Shown)) }.Max();
        var report = await ValueReport.WorkAsync(db, Clock, from, to);
        var before = closings.ToLookup(c => c.Month);
        Levels = await LevelNames.ReadAsync(db);
        All = [.. report.Months.Reverse().Select(m => (m, (IReadOnlyList<MonthClosing>)[.. before[m.When]]))];
    }
}

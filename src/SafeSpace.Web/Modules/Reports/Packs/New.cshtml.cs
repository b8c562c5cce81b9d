using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Reports.Packs;

/// <summary>Chooses months that are over, shows the pack as it would be, publishes it. It counts everybody, as what is published does: a wall hides nobody from a sum.</summary>
[Needs(Permission.PublishPacks)]
public sealed class NewModel([FromKeyedServices(WholeStore.Key)] GroupDb db, GroupStore store, PackService packs, Viewer viewer, Texts texts) : PageModel
{
    private const int MostMonths = 24;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty]
    public Guid FormId { get; set; }

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public PackView? View { get; private set; }

    public int NotShown { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        await ReadMonthsAsync();
        if (From is null && To is null && Months.Count > 0)
            await ChooseAsync();
        if (Months.Count == 0)
            ModelState.AddModelError("", texts["There is no whole month yet."]);
        return await ReadAsync() is { } period ? await ShowAsync(period.From, period.To) : Refused();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadMonthsAsync();
        if (await ReadAsync() is not { } period)
            return Refused();
        try
        {
            var (outcome, number) = await packs.PublishAsync(FormId, period.From, period.To, viewer.Actor);
            if (outcome == PublishOutcome.Published)
            {
                this.MarkSaved(store.Clock.Now);
                return RedirectToPage("Pack", new { number });
            }

            ModelState.AddModelError("", texts["Somebody published another pack just now. Look at this one again: more may have to be left out."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return await ShowAsync(period.From, period.To);
        }
        catch (GivesAwayException)
        {
            ModelState.AddModelError("", texts["Nothing of this can be shown without giving somebody away. Choose more months."]);
            return Refused();
        }
    }

    private async Task<(Month From, Month To)?> ReadAsync()
    {
        if (!Month.TryParse(From, out var from) || !Month.TryParse(To ?? From, out var to))
            ModelState.AddModelError(nameof(From), texts[ReportPeriod.MonthSentence]);
        else if (to < from)
            ModelState.AddModelError(nameof(To), texts[ReportPeriod.OrderSentence]);
        else if (to.LastDay >= store.Clock.Today)
            ModelState.AddModelError(nameof(To), texts["This month is not over yet."]);
        else if (Month.Range(from, to).Count() > MostMonths)
            ModelState.AddModelError(nameof(To), texts["Choose at most two years."]);
        else if (await db.Packs.Where(p => p.From == from && p.To == to && p.Id != FormId).OrderByDescending(p => p.Number).Select(p => (int?)p.Number).FirstOrDefaultAsync() is { } number)
            ModelState.AddModelError(nameof(From), texts["These months were published in pack {0}. Put that one right instead.", number]);
        else
            return (from, to);
        return null;
    }

    private async Task<IActionResult> ShowAsync(Month from, Month to)
    {
        try
        {
            var preview = await packs.PreviewAsync(db, from, to);
            View = await PackView.OfAsync(preview.Document, db, store);
            NotShown = preview.Document.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Count(c => c.State == CellState.Withheld);
        }
        catch (GivesAwayException)
        {
            ModelState.AddModelError("", texts["Nothing of this can be shown without giving somebody away. Choose more months."]);
            return Refused();
        }

        return Page();
    }

    /// <summary>The last month that no pack is of.</summary>
    private async Task ChooseAsync()
    {
        var published = await db.Packs.Where(p => p.From == p.To).Select(p => p.From).ToListAsync();
        From = To = (Months.FirstOrDefault(m => Month.TryParse(m.Value, out var month) && !published.Contains(month)) ?? Months[0]).Value;
    }

    private async Task ReadMonthsAsync()
    {
        var days = await DataDays.ReadAsync(db, store.Clock);
        var last = Month.Of(store.Clock.Today).Previous;
        Months = days.First is not { } first ? [] : [.. Month.Range(Month.Of(first), last).Reverse().Take(120).Select(m => new Choice(m.ToString(), ReportWords.Month(m, full: true)))];
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

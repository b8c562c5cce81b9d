using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.SocialValue.Costs;

/// <summary>What an hour of support costs, how many full-time people the hours are, and value for each pound, by year; beside published figures.</summary>
[Needs(Permission.SeeFigures)]
public sealed class IndexModel(GroupDb db, GroupClock clock, ReferenceFigures references, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int MostMonths = 120;
    private const int LongestText = 200;

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public IReadOnlyList<YearOfHours> Years { get; private set; } = [];

    public IReadOnlyList<ReferenceFigure> References { get; private set; } = [];

    public bool MayWrite => viewer.May(Permission.KeepBooks);

    public async Task OnGetAsync()
    {
        await ShowAsync();
        // A report has more than one figure: its year and its name need not be typed for each.
        if (References.MaxBy(f => f.Id) is { } last)
            (Year, Source) = (last.Year, last.Source);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayWrite)
            return NotFound();
        foreach (var (field, text) in new[] { (nameof(Year), Year), (nameof(What), What), (nameof(Value), Value), (nameof(Source), Source) })
        {
            if (string.IsNullOrWhiteSpace(text))
                Wrong(field, "Write this in: a figure without it cannot be held against ours.");
            else if (WrittenText.Check(field, text, LongestText) is not null)
                Wrong(field, "In at most 200 letters, please.");
        }

        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        await references.AddAsync(NewId, Year!, What!, Value!, Source!, viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => MayWrite && await references.TakeBackAsync(id, viewer.Actor) ? Saved() : NotFound();

    private async Task ShowAsync()
    {
        References = await db.ReferenceFigures.AsNoTracking().Where(f => f.TakenBackAt == null).OrderBy(f => f.Year).ThenBy(f => f.What).ToListAsync();
        if (await db.Incomes.MinAsync(i => (Month?)i.Month) is not { } first)
            return;
        var to = Month.Of(Clock.Today);
        var earliest = Month.Of(to.FirstDay.AddMonths(1 - MostMonths));
        Years = await HourCosts.WorkAsync(db, Clock, first > earliest ? first : earliest, first > to ? first : to);
        Years = [.. Years.Where(y => y.Income is not null || !y.Hours.IsZero)];
    }
}

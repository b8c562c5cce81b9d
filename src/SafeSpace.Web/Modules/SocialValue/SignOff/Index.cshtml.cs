using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.SignOff;

/// <summary>Statements on their way: prepared, checked, published. Here a new one is prepared.</summary>
[Needs(Permission.SeeFigures)]
public sealed class IndexModel(GroupDb db, GroupClock clock, StatementService statements, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int LongestWhy = 300;

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<StatementLine> All { get; private set; } = [];

    public IReadOnlyList<Choice> Months { get; private set; } = [];

    public bool MayPrepare => viewer.May(Permission.KeepBooks);

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayPrepare)
            return NotFound();
        if (!Month.TryParse(From, out var from))
            Wrong(nameof(From), "Choose a month.");
        if (!Month.TryParse(To, out var to) || to < from)
            Wrong(nameof(To), "Choose a month that is not before the first.");
        if (WrittenText.Check(nameof(Why), Why, LongestWhy) is { } mistake)
            ModelState.AddModelError(nameof(Why), Texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        switch (await statements.PrepareAsync(NewId, from, to, Why, viewer.Actor))
        {
            case Core.SocialValue.SignOff.MonthNotClosed:
                Wrong(nameof(From), "A month of this is not closed yet. Close it first.");
                return await AgainAsync(ShowAsync);
            case Core.SocialValue.SignOff.NothingNew:
                Wrong(nameof(From), "A statement of these months is published, and it says the same.");
                return await AgainAsync(ShowAsync);
            default:
                return Saved();
        }
    }

    private async Task ShowAsync()
    {
        All = await db.ValueStatements.AsNoTracking().OrderByDescending(s => s.Number)
            .Select(s => new StatementLine(s.Number, s.From, s.To, s.PreparedBy, s.CheckedBy, s.RestatesId != null, s.CheckedAt != null, s.PublishedAt != null)).ToListAsync();
        Months = [.. (await ClosedMonths.AllAsync(db)).OrderByDescending(m => m).Select(m => new Choice(m.ToString(), Reports.ReportWords.Month(m, full: true)))];
    }
}

/// <summary>A statement as it stands in the list: without its figures.</summary>
public sealed record StatementLine(int Number, Month From, Month To, string PreparedBy, string? CheckedBy, bool IsRestatement, bool IsChecked, bool IsPublished);

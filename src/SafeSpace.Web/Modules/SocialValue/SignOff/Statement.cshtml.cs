using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.SocialValue.SignOff;

/// <summary>One statement as it was prepared; the next step of its sign-off for whoever may take it; what a restatement changed.</summary>
[Needs(Permission.SeeFigures)]
public sealed class StatementModel(GroupDb db, GroupClock clock, StatementService statements, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>Names the sentence of a step that was not taken.</summary>
    public string? Step => null;

    public ValueStatement Statement { get; private set; } = null!;

    public ValueReport Report { get; private set; } = null!;

    public ValueStatement? Restates { get; private set; }

    public ValueStatement? RestatedBy { get; private set; }

    public IReadOnlyList<CellDifference> Differences { get; private set; } = [];

    /// <summary>What is missing or to be known, in sentences.</summary>
    public IReadOnlyList<string> Flags { get; private set; } = [];

    public bool MayCheck => Statement.CheckedAt is null && viewer.May(Permission.CheckStatements) && Statement.PreparedById != viewer.Id;

    public bool IsOwnWork => Statement.CheckedAt is null && viewer.May(Permission.CheckStatements) && Statement.PreparedById == viewer.Id;

    public bool MayPublish => Statement is { CheckedAt: not null, PublishedAt: null } && viewer.May(Permission.KeepBooks);

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckAsync() =>
        await FindAsync() && viewer.May(Permission.CheckStatements) ? await AnswerAsync(await statements.CheckAsync(Statement.Id, viewer.Actor)) : NotFound();

    public async Task<IActionResult> OnPostPublishAsync() =>
        await FindAsync() && viewer.May(Permission.KeepBooks) ? await AnswerAsync(await statements.PublishAsync(Statement.Id, viewer.Actor)) : NotFound();

    private async Task<IActionResult> AnswerAsync(Core.SocialValue.SignOff outcome)
    {
        if (outcome is Core.SocialValue.SignOff.Done or Core.SocialValue.SignOff.DoneBefore)
            return Saved(new { Number });
        Wrong(nameof(Step), outcome == Core.SocialValue.SignOff.OwnWork
            ? "You prepared this statement, so somebody else checks it."
            : "It must be checked by somebody else first.");
        return await AgainAsync(FindAsync);
    }

    private async Task<bool> FindAsync()
    {
        if (await db.ValueStatements.AsNoTracking().SingleOrDefaultAsync(s => s.Number == Number) is not { } statement)
            return false;
        Statement = statement;
        Report = StatementService.ReportOf(statement);
        var levels = await LevelNames.ReadAsync(db);
        Flags = [.. Report.Months.SelectMany(m => ValueWords.Flags(m, Texts, levels))];
        Restates = await db.ValueStatements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == statement.RestatesId);
        RestatedBy = await db.ValueStatements.AsNoTracking().Where(s => s.RestatesId == statement.Id && s.PublishedAt != null).OrderBy(s => s.Number).FirstOrDefaultAsync();
        Differences = Restates is null ? [] : CellDifference.Between(StatementService.FiguresOf(Restates), Report.Months);
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Reports.CaseReview;

/// <summary>One review: its files, and what they show so far.</summary>
[Needs(Permission.ReviewFiles)]
[ShowsPeople]
public sealed class ReviewModel(GroupDb db, GroupClock clock, FileReviewService reviews, PersonViews shown, Viewer viewer) : PageModel
{
    public FileReview Review { get; private set; } = null!;

    public IReadOnlyList<FileLine> Files { get; private set; } = [];

    public IReadOnlyList<ReviewResult> Results { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.FileReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } review)
            return NotFound();
        var files = await db.ReviewedFiles.AsNoTracking().Where(f => f.ReviewId == id).OrderBy(f => f.Number)
            .Join(db.PeopleWithMerged, f => f.PersonId, p => p.Id, (f, p) => new { f.PersonId, f.Number, f.Active, f.ReadAt, p.Reference }).ToListAsync();
        await shown.AsPageAsync("case file review", [.. files.Select(f => f.PersonId)]);
        Files = [.. files.OrderBy(f => f.Number).Select(f => new FileLine(f.Number, f.Reference, f.Active, f.ReadAt is not null))];
        (Review, Results) = (review, await ReviewResults.ReadAsync(db, id));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await reviews.FinishAsync(id, viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage(new { id });
    }
}

public sealed record FileLine(int Number, string Reference, bool Active, bool Read);

using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Reports.CaseReview;

/// <summary>Reviews of case files, newest first.</summary>
[Needs(Permission.ReviewFiles)]
public sealed class IndexModel(GroupDb db) : PageModel
{
    public IReadOnlyList<ReviewLine> Reviews { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var reviews = await db.FileReviews.AsNoTracking().OrderByDescending(r => r.DrawnOn).ToListAsync();
        var files = await db.ReviewedFiles.AsNoTracking().GroupBy(f => f.ReviewId).Select(g => new { g.Key, Files = g.Count(), Read = g.Count(f => f.ReadAt != null) }).ToDictionaryAsync(g => g.Key);
        Reviews = [.. reviews.Select(r => new ReviewLine(r.Id, r.Name, Spoken.Date(r.DrawnOn), files.GetValueOrDefault(r.Id)?.Read ?? 0, files.GetValueOrDefault(r.Id)?.Files ?? 0, r.FinishedAt is not null))];
    }
}

public sealed record ReviewLine(Guid Id, string Name, string Day, int Read, int Files, bool Finished);

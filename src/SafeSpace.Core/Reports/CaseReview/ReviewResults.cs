using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.CaseReview;

/// <summary>What a review found to one question.</summary>
/// <param name="Base">Files whose readers could tell.</param>
public sealed record ReviewResult(string Question, string Words, int Yes, int No, int NotClear)
{
    public int Base => Yes + No;

    public decimal? Percent => Base == 0 ? null : Math.Round(100m * Yes / Base, 1, MidpointRounding.AwayFromZero);

    public (decimal Low, decimal High)? Interval => Shares.Wilson(Yes, Base);
}

/// <summary>The results of a review, question by question in the group's words.</summary>
public static class ReviewResults
{
    public static async Task<IReadOnlyList<ReviewResult>> ReadAsync(GroupDb db, Guid review)
    {
        var files = db.ReviewedFiles.Where(f => f.ReviewId == review);
        var answers = await db.ReviewAnswers.AsNoTracking().Where(a => files.Any(f => f.Id == a.FileId))
            .GroupBy(a => new { a.Question, a.Answer }).Select(g => new { g.Key.Question, g.Key.Answer, Files = g.Count() }).ToListAsync();
        var questions = await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.FileQuestion).OrderBy(e => e.Position).Select(e => new { e.Code, e.Label, e.RetiredAt }).ToListAsync();
        int Files(string question, FileAnswer answer) => answers.Where(a => a.Question == question && a.Answer == answer).Sum(a => a.Files);
        return [.. questions.Where(q => q.RetiredAt == null || answers.Any(a => a.Question == q.Code))
            .Select(q => new ReviewResult(q.Code, q.Label, Files(q.Code, FileAnswer.Yes), Files(q.Code, FileAnswer.No), Files(q.Code, FileAnswer.NotClear)))];
    }
}

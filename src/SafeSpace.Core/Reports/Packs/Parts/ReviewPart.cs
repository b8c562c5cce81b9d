using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Reports.CaseReview;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>Case files read in a review that was finished in the period.</summary>
internal sealed class ReviewPart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var (first, last) = (from.Clock.StartOf(pack.From.FirstDay), from.Clock.StartOf(pack.To.Next.FirstDay));
        foreach (var review in await from.Db.FileReviews.AsNoTracking().Where(r => r.FinishedAt >= first && r.FinishedAt < last).OrderBy(r => r.FinishedAt).ToListAsync())
        {
            var rows = new List<PackRow>();
            foreach (var result in await ReviewResults.ReadAsync(from.Db, review.Id))
                rows.AddRange(Rows(pack, $"review:{review.Id:N}", result));
            pack.Table(new(
                $"review-{review.Id:N}", "Case files read", "The file shows", ["Yes", "No", "Of", "%", "from", "to"], rows,
                ["Files drawn at random. “From” and “to”: were all files read, the true percentage would most likely lie between them (95 in 100)."]));
        }
    }

    private static IEnumerable<PackRow> Rows(PackBuilder pack, string measure, ReviewResult result)
    {
        string Key(string slice) => PackBuilder.Key(measure, result.Question, slice);
        var keys = new[] { pack.Add(Key("yes"), result.Yes), pack.Add(Key("no"), result.No), pack.Add(Key("all"), result.Base, 3) };
        pack.Balance(keys[2], keys[..2]);
        // A percentage and its base give the number of files away: it stands where that stands, and is of what stands there.
        var told = new ReviewResult(result.Question, result.Words, (int)(pack.ValueOf(keys[0]) ?? 0), (int)(pack.ValueOf(keys[1]) ?? 0), 0);
        var few = told.Yes < Disclosure.Quantity.Fewest || told.No < Disclosure.Quantity.Fewest;
        PackCell Share(decimal? value) => value is null ? PackCell.Missing : few ? PackCell.Withheld : new(null, CellState.Shown, value);
        yield return new(result.Words, true, CellKind.Number, [.. keys.Select(pack.Cell), Share(told.Percent), Share(told.Interval?.Low), Share(told.Interval?.High)]);
    }
}

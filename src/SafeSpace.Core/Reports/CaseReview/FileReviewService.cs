using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.CaseReview;

/// <summary>Draws case files at random, keeps what their readers found, and the figures of printed reviews.</summary>
public sealed class FileReviewService(GroupStore store)
{
    public const int MostFiles = 200;

    /// <param name="seed">The same seed, on the same day's register, draws the same files.</param>
    public Task DrawAsync(Guid id, string name, int active, int closed, int seed, Actor by) => store.Write("FilesDrawn", by, async unit =>
    {
        if (await unit.Db.FileReviews.FindAsync(id) is not null)
            return;
        var today = unit.Clock.DayOf(unit.Now);
        var objecting = unit.Db.ObjectTo(UseOfRecord.FileReview);
        var cases = await unit.Db.Cases.AsNoTracking().Where(c => !objecting.Contains(c.PersonId)).Join(unit.Db.People, c => c.PersonId, p => p.Id, (c, p) => new { c.PersonId, c.State, p.ReferenceNumber }).OrderBy(c => c.ReferenceNumber).ToListAsync();
        var (open, ended) = (cases.Where(c => c.State != CaseState.Closed).Select(c => c.PersonId).ToList(), cases.Where(c => c.State == CaseState.Closed).Select(c => c.PersonId).ToList());
        unit.Db.FileReviews.Add(new FileReview
        {
            Id = id,
            Name = name.Trim(),
            Seed = seed,
            DrawnOn = today,
            ActiveWanted = active,
            ClosedWanted = closed,
            ActiveThere = open.Count,
            ClosedThere = ended.Count,
        });
        var number = 0;
        foreach (var person in Draw(open, active, seed))
            Add(person, isActive: true);
        foreach (var person in Draw(ended, closed, unchecked(seed + 1)))
            Add(person, isActive: false);

        void Add(PersonId person, bool isActive) =>
            unit.Db.ReviewedFiles.Add(new ReviewedFile { Id = Ids.New(), ReviewId = id, PersonId = person, Number = ++number, Active = isActive });
    });

    /// <summary>So many of them, each as likely as the others. By a generator written down here, so that other versions of the machine draw the same.</summary>
    public static IReadOnlyList<T> Draw<T>(IReadOnlyList<T> from, int many, int seed)
    {
        var all = from.ToArray();
        var state = unchecked((ulong)seed + 0x9E3779B97F4A7C15UL);
        var taken = Math.Min(many, all.Length);
        for (var i = 0; i < taken; i++)
        {
            var other = i + (int)(Next(ref state) % (ulong)(all.Length - i));
            (all[i], all[other]) = (all[other], all[i]);
        }

        return all[..taken];
    }

    /// <exception cref="StaleVersionException">Somebody else filled the form in first.</exception>
    public Task<bool> ReadAsync(Guid file, Guid seen, IReadOnlyDictionary<string, FileAnswer> answers, string? words, Actor by) => store.Write("FileReviewed", by, async unit =>
    {
        if (await unit.Db.ReviewedFiles.FindAsync(file) is not { } row || await unit.Db.FileReviews.FindAsync(row.ReviewId) is not { FinishedAt: null })
            return false;
        Unit.Expect(row, seen);
        (row.ReadAt, row.ReadById) = (unit.Now, by.Id);
        row.Words = unit.Seal(row.PersonId, "reviewed_file.words", row.Id, words?.Trim());
        var before = await unit.Db.ReviewAnswers.Where(a => a.FileId == file).ToListAsync();
        foreach (var (question, answer) in answers)
        {
            if (before.Find(a => a.Question == question) is { } known)
                known.Answer = answer;
            else
                unit.Db.ReviewAnswers.Add(new ReviewAnswer { Id = Ids.New(), FileId = file, Question = question, Answer = answer });
        }

        return true;
    });

    /// <summary>From now on its forms do not change, and packs may show its results.</summary>
    public Task<bool> FinishAsync(Guid id, Actor by) => store.Write("FileReviewFinished", by, async unit =>
    {
        if (await unit.Db.FileReviews.FindAsync(id) is not { } review)
            return false;
        review.FinishedAt ??= unit.Now;
        return true;
    });

    /// <summary>Keeps a printed table: rows of cells, the first row its headings, the first column its names. A cell that stands there already is not kept again.</summary>
    public Task KeepPrintedAsync(string source, IReadOnlyList<string[]> table, int? of, Actor by) => store.Write("PrintedFiguresKept", by, async unit =>
    {
        var there = (await unit.Db.PrintedFigures.AsNoTracking().Where(f => f.Source == source).Select(f => new { f.Row, f.Column, f.Raw }).ToListAsync()).Select(f => (f.Row, f.Column, f.Raw)).ToHashSet();
        var position = there.Count;
        foreach (var row in table.Skip(1))
            for (var column = 1; column < row.Length && column < table[0].Length; column++)
            {
                if (!there.Add((row[0].Trim(), table[0][column].Trim(), row[column])))
                    continue;
                var cell = PrintedCell.Read(row[column]);
                unit.Db.PrintedFigures.Add(new PrintedFigure
                {
                    Id = Ids.New(),
                    Source = source,
                    Row = row[0].Trim(),
                    Column = table[0][column].Trim(),
                    Raw = row[column],
                    ReadAs = cell.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    IsPercent = cell.IsPercent,
                    Base = cell.Base ?? (cell.IsPercent ? of : null),
                    Position = position++,
                });
            }
    });

    private static ulong Next(ref ulong state)
    {
        var z = unchecked(state += 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}

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
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.CaseReview;

/// <summary>The short form about one drawn file.</summary>
[Needs(Permission.ReviewFiles)]
[ShowsPeople]
public sealed class FileModel(GroupDb db, GroupStore store, FileReviewService reviews, PersonViews shown, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Answers { get; set; } = [];

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public Guid Version { get; set; }

    public Guid ReviewId { get; private set; }

    public Guid FileId { get; private set; }

    public int Number { get; private set; }

    public string Reference { get; private set; } = "";

    public bool Finished { get; private set; }

    public IReadOnlyList<(string Code, string Words)> Questions { get; private set; } = [];

    public string Say(FileAnswer answer) => answer switch { FileAnswer.Yes => "Yes", FileAnswer.No => "No", _ => "Not clear" };

    public async Task<IActionResult> OnGetAsync(Guid id, int number)
    {
        if (await LoadAsync(id, number) is not { } file)
            return NotFound();
        (Version, Words) = (file.Version, store.Vault.Open("reviewed_file.words", file.Id, file.Words));
        Answers = (await db.ReviewAnswers.AsNoTracking().Where(a => a.FileId == file.Id).ToListAsync()).ToDictionary(a => a.Question, a => (string?)a.Answer.ToString());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int number)
    {
        if (await LoadAsync(id, number) is not { } file || Finished)
            return NotFound();
        var answers = Answers.Where(a => Questions.Any(q => q.Code == a.Key) && Enum.TryParse<FileAnswer>(a.Value, out var answer) && Enum.IsDefined(answer)).ToDictionary(a => a.Key, a => Enum.Parse<FileAnswer>(a.Value!));
        if (WrittenText.Check(nameof(Words), Words, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(Words), texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
            return Refused(StatusCodes.Status400BadRequest);
        try
        {
            await reviews.ReadAsync(file.Id, Version, answers, Words, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError(nameof(Words), texts["Somebody changed this while you were typing. It says now: {0}. What you typed is still here.", store.Vault.Open("reviewed_file.words", file.Id, file.Words)]);
            ModelState.Remove(nameof(Version));
            Version = file.Version;
            return Refused(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(store.Clock.Now);
        return RedirectToPage("Review", new { id });
    }

    private PageResult Refused(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<ReviewedFile?> LoadAsync(Guid id, int number)
    {
        (ReviewId, Number) = (id, number);
        if (await db.ReviewedFiles.AsNoTracking().SingleOrDefaultAsync(f => f.ReviewId == id && f.Number == number) is not { } file
            || await db.FileReviews.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } review)
            return null;
        await shown.AsPageAsync("case file review", file.PersonId);
        (FileId, Finished) = (file.Id, review.FinishedAt is not null);
        Reference = await db.PeopleWithMerged.Where(p => p.Id == file.PersonId).Select(p => p.Reference).SingleAsync();
        Questions = [.. (await db.ListEntries.AsNoTracking().Where(e => e.List == GroupList.FileQuestion && e.RetiredAt == null).OrderBy(e => e.Position).ToListAsync()).Select(e => (e.Code, e.Label))];
        return file;
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.CaseReview;

/// <summary>Draws so many active and so many closed files by a number that is kept.</summary>
[Needs(Permission.ReviewFiles)]
public sealed class NewModel(FileReviewService reviews, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public int? Active { get; set; } = 10;

    [BindProperty]
    public int? Closed { get; set; } = 10;

    [BindProperty]
    public int? Seed { get; set; }

    public void OnGet() => Seed = RandomNumberGenerator.GetInt32(1, 1_000_000);

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), "Give it a name.");
        if (WrittenText.Check(nameof(Name), Name, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(nameof(Name), texts[mistake.Sentence, [.. mistake.Values]]);
        if (Active is null or < 0 or > FileReviewService.MostFiles)
            ModelState.AddModelError(nameof(Active), texts["Between 0 and {0} files.", FileReviewService.MostFiles]);
        if (Closed is null or < 0 or > FileReviewService.MostFiles)
            ModelState.AddModelError(nameof(Closed), texts["Between 0 and {0} files.", FileReviewService.MostFiles]);
        if (Active == 0 && Closed == 0)
            ModelState.AddModelError(nameof(Active), "Draw one file at least.");
        if (Seed is null)
            ModelState.AddModelError(nameof(Seed), "Write a whole number.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await reviews.DrawAsync(FormId, Name!, Active!.Value, Closed!.Value, Seed!.Value, viewer.Actor);
        return RedirectToPage("Review", new { id = FormId });
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue;

/// <summary>What the pages of record books share: a mistake beside its field, a refusal in a sentence, and going on when it was saved.</summary>
public abstract class BookPage(GroupClock clock, Texts texts) : PageModel
{
    private const int MonthsOffered = 36;
    private const int MostMonths = 240;

    protected Texts Texts => texts;

    protected GroupClock Clock => clock;

    [BindProperty]
    public Guid FormId { get; set; }

    protected Guid NewId => FormId == Guid.Empty ? Ids.New() : FormId;

    /// <summary>This month and those before it, the newest first: three years, or back to where the books begin.</summary>
    protected IReadOnlyList<Choice> MonthsBack(Month? shown, Month? first = null) =>
    [
        .. Month.Range(Month.Of(clock.Today.AddMonths(1 - Math.Clamp(first is { } began ? Between(began) : 0, MonthsOffered, MostMonths))), Month.Of(clock.Today)).Append(shown ?? Month.Of(clock.Today)).Distinct().OrderByDescending(m => m)
            .Select(m => new Choice(m.ToString(), Reports.ReportWords.Month(m, full: true))),
    ];

    /// <summary>How many months there are from one to this one, both counted.</summary>
    private int Between(Month began) => ((clock.Today.Year - began.Year) * 12) + clock.Today.Month - began.Number + 1;

    protected void Wrong(string field, string sentence) => ModelState.AddModelError(field, texts[sentence]);

    protected IActionResult Saved(object? route = null)
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage(route);
    }

    /// <summary>Done, or the same page again with the sentence beside a field.</summary>
    protected async Task<IActionResult> AnswerAsync(BookRefusal refusal, string field, Func<Task> show, object? route = null)
    {
        if (refusal == BookRefusal.None)
            return Saved(route);
        Wrong(field, ValueWords.Refusal(refusal));
        return await AgainAsync(show);
    }

    protected async Task<IActionResult> AgainAsync(Func<Task> show, int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        await show();
        return Page();
    }
}

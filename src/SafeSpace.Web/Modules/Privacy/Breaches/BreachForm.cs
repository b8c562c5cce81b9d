using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Breaches;

/// <summary>The fields of one entry of the log, and what is wrong with them.</summary>
public abstract class BreachForm(GroupClock clock, Texts texts) : PageModel
{
    private const int MostPeople = 10_000_000;

    [BindProperty]
    public string? What { get; set; }

    /// <summary>Null is now.</summary>
    [BindProperty]
    public LocalMoment? Known { get; set; }

    [BindProperty]
    public DateOnly? HappenedOn { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public int? People { get; set; }

    [BindProperty]
    public BreachRisk? Risk { get; set; }

    public IReadOnlyList<Choice> Risks => [.. Enum.GetValues<BreachRisk>().Select(r => new Choice(r.ToString(), UseWords.Of(texts, r)))];

    protected Texts T => texts;

    protected GroupClock GroupTime => clock;

    protected DateTime? KnownAt => Known is { } known ? clock.ToUtc(known) : null;

    protected void CheckFields(DateTime known)
    {
        if (string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), T["Please say what happened."]);
        Check(nameof(What), What, WrittenText.Note);
        Check(nameof(Whom), Whom, WrittenText.Note);
        if (known > clock.Now)
            ModelState.AddModelError(nameof(Known), T["This has not come yet."]);
        if (HappenedOn > clock.Today)
            ModelState.AddModelError(nameof(HappenedOn), T["This day has not come yet."]);
        if (People is < 0 or > MostPeople)
            ModelState.AddModelError(nameof(People), T["Please write a number of people."]);
    }

    protected PageResult Mistaken()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    protected LocalRedirectResult Saved(Guid breach)
    {
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content($"~/privacy/breaches/{breach}"));
    }

    protected void Check(string field, string? words, int fits)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback;

/// <summary>What pages with boxes for words share: too long or unkeepable words come back with a sentence.</summary>
public abstract class VoicePage(Texts texts) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    protected Texts Texts => texts;

    protected void Check(string field, string? words, int fits = WrittenText.Note)
    {
        if (WrittenText.Check(field, words, fits) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
    }

    protected PageResult Refused(int status = StatusCodes.Status400BadRequest)
    {
        Response.StatusCode = status;
        return Page();
    }

    /// <summary>The whole address that a secret opens, to hand on.</summary>
    /// <summary>Written here: addresses that are worked out come in small letters, and a secret has capitals.</summary>
    protected string AddressHere(string page, string secret) => $"{Request.PathBase}/{page}/{secret}";

    protected string AddressOf(string page, string secret) => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/{page}/{secret}";
}

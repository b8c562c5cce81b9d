using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SafeSpace.Web.Modules.Access;

/// <summary>A page on the way in: it remembers where somebody wanted to go.</summary>
public abstract class DoorModel : PageModel
{
    /// <summary>An address inside this group; anything else leads to the start page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Next { get; set; }

    protected IActionResult GoOn() => LocalRedirect(NextOrStart);

    public string NextOrStart =>
        Url.IsLocalUrl(Next) && Next!.StartsWith(Request.PathBase + "/", StringComparison.Ordinal) ? Next : "~/";

    /// <summary>The same page again, with a sentence beside a field; nothing typed is lost but secrets.</summary>
    protected IActionResult Again(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

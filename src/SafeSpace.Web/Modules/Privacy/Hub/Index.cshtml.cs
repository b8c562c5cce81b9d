using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Privacy.Hub;

/// <summary>What is due and what was decided about privacy. Counts alone: it shows nobody.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class IndexModel(GroupDb db, GroupClock clock, AccessRequestService requests, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Guid? Version { get; set; }

    [BindProperty]
    public string? NamesPeers { get; set; }

    [BindProperty]
    public string? Authority { get; set; }

    public int Requests { get; private set; }

    public DateOnly? NextDue { get; private set; }

    public int Erased { get; private set; }

    public int Breaches { get; private set; }

    public IReadOnlyList<Choice> Choices => [new("no", texts["No: “one of us”"]), new("yes", texts["Yes, by name"])];

    public async Task OnGetAsync()
    {
        await CountAsync();
        var settings = await AccessRequestService.SettingsAsync(db);
        (Version, NamesPeers, Authority) = (settings.Version, settings.NamesPeers ? "yes" : "no", settings.Authority);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (NamesPeers is not ("yes" or "no"))
            ModelState.AddModelError(nameof(NamesPeers), texts["Please say yes or no."]);
        if (WrittenText.Check(nameof(Authority), Authority, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await CountAsync();
            return Page();
        }

        await requests.DecideAsync(NamesPeers == "yes", Authority, Version, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task CountAsync()
    {
        var open = db.AccessRequests.Where(r => r.SentOn == null && r.WithdrawnAt == null);
        Requests = await open.CountAsync();
        NextDue = await open.MinAsync(r => (DateOnly?)(r.ExtendedTo ?? r.DueOn));
        Erased = await db.Erasures.CountAsync();
        Breaches = await db.Breaches.CountAsync(b => b.ClosedAt == null);
    }
}

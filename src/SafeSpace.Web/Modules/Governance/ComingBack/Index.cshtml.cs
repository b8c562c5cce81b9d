using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Governance.ComingBack;

/// <summary>Whether people who are known may come back without a new referral: off until the group and its referrers agreed.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupClock clock, ComingBackService coming, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Guid? Version { get; set; }

    [BindProperty]
    public string? Agreed { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? With { get; set; }

    public int Asked { get; private set; }

    public int TakenBack { get; private set; }

    public IReadOnlyList<Choice> Choices => [new("no", texts["Not yet"]), new("yes", texts["Yes, it is agreed"])];

    public async Task OnGetAsync()
    {
        await CountAsync();
        var row = await db.ComingBackAgreements.AsNoTracking().SingleOrDefaultAsync();
        (Version, Agreed, On, With) = (row?.Version, row is { Agreed: true } ? "yes" : "no", row?.AgreedOn, row?.AgreedWith);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Agreed is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Agreed), texts["Please say yes or no."]);
        if (On > clock.Today)
            ModelState.AddModelError(nameof(On), texts["This day has not come yet."]);
        if (WrittenText.Check(nameof(With), With, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (Agreed == "yes" && string.IsNullOrWhiteSpace(With))
            ModelState.AddModelError(nameof(With), texts["Please say with whom it was agreed."]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await CountAsync();
            return Page();
        }

        await coming.AgreeAsync(Agreed == "yes", On, With, Version == Guid.Empty ? null : Version, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task CountAsync()
    {
        Asked = await db.DirectReturns.CountAsync(r => r.Kind == ReturnKind.AskedWhileOff);
        TakenBack = await db.DirectReturns.CountAsync(r => r.Kind == ReturnKind.TakenBack);
    }
}

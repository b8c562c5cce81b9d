using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Desk.Wall;

/// <summary>
/// In an emergency: the phone number and how to ring safely of one of us, with a reason, written down and told before anything is shown.
/// Never the diary. The address names the wall, not the person; until the reason is given it shows nothing.
/// </summary>
[Needs(Permission.RunDesk)]
[ShowsPeople]
public sealed class EmergencyModel([FromKeyedServices(WholeStore.Key)] GroupDb whole, Viewer viewer, Texts texts, Vault vault, PersonViews shown, WallService walls, GroupClock clock) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Person? Person { get; private set; }

    public BeforeRinging? Ringing { get; private set; }

    public IReadOnlyList<string> Keyholders { get; private set; } = [];

    public string? Instead { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid link)
    {
        if (!await LoadAsync(link))
            return NotFound();
        await shown.AsPageAsync("wall");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid link)
    {
        if (!await LoadAsync(link))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), texts["Please say why. They will read it."]);
        if (WrittenText.Check(nameof(Why), Why, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await shown.AsPageAsync("wall");
            return Page();
        }

        if (await walls.BreakAsync(link, FormId, Why!, viewer.Actor) is not { } id)
            return NotFound();
        await shown.AsPageAsync("wall/emergency", id);
        Person = await whole.PeopleWithMerged.AsNoTracking().SingleAsync(p => p.Id == id);
        // How to ring safely, and no more: neither what was agreed nor the plan is what the glass was broken for.
        Ringing = (await BeforeRinging.ReadAsync(whole, vault, Person, clock.Today)) with { Agreed = [], Plan = new PlanSheet(null, []) };
        return Page();
    }

    private async Task<bool> LoadAsync(Guid link)
    {
        if ((await whole.WalledRecordsAsync()).Find(a => a.Id == link) is not { } walled)
            return false;
        var holders = (await whole.Keyholders.Where(k => k.PeerId == walled.UserId && k.Until == null).Select(k => k.KeyholderId).ToListAsync()).Select(h => h.Value).ToList();
        Keyholders = await whole.Users.Where(u => holders.Contains(u.Id) && u.RetiredAt == null).Select(u => u.DisplayName).ToListAsync();
        Instead = (await DeskSettings.ReadAsync(whole)).NoKeyholder;
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Rules;

/// <summary>What the group decides about calls and people's own pages. All of it is off until somebody turns it on.</summary>
[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, FollowUpSettings settings) : PageModel
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public bool AsksMood { get; set; }

    [BindProperty]
    public bool OwnPages { get; set; }

    [BindProperty]
    public bool NamesWhoLooked { get; set; }

    public IReadOnlyList<Choice> Mood => [new("True", texts["Ask how somebody felt before and after a call"], texts["Two taps, and always skippable. It is a word between people, not a score."])];

    public IReadOnlyList<Choice> Pages => [new("True", texts["Peers may invite people to a page of their own"], texts["With their plan, what they can expect, and who looked. Turned off again, nobody can open one."])];

    public IReadOnlyList<Choice> Names => [new("True", texts["There they see the names of those who looked"], texts["Otherwise: a peer, somebody at the desk."])];

    public async Task OnGetAsync()
    {
        var rules = await FollowUpSettings.ReadAsync(db);
        (Version, AsksMood, OwnPages, NamesWhoLooked) = (rules.Version, rules.AsksMood, rules.OwnPages, rules.NamesWhoLooked);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            await settings.ChangeAsync(new FollowUpChoice(AsksMood, OwnPages, NamesWhoLooked), Version, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            Version = (await FollowUpSettings.ReadAsync(db)).Version;
            ModelState.AddModelError("", texts["Somebody changed this while you were typing. Save again to keep yours."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }
}

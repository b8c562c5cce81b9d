using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.FollowUp.WritePlan;

namespace SafeSpace.Web.Modules.FollowUp.MyPlan;

/// <summary>Somebody writes their own plan, in their own words.</summary>
[Needs(Permission.OwnPage)]
[ShowsPeople]
[OwnRecord]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown, Texts texts, PlanService plans) : PageModel
{
    [BindProperty]
    public Guid FormId { get; set; }

    public PlanForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } me)
            return NotFound();
        Form = PlanForm.Of(await PlanSheet.NewestAsync(db, vault, me.Id));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } me)
            return NotFound();
        Form = PlanForm.Read(Request.Form, await PlanSheet.NewestAsync(db, vault, me.Id), texts);
        foreach (var (code, sentence) in Form.Mistakes)
            ModelState.AddModelError(PlanForm.Prefix + code, sentence);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status400BadRequest);
        if (await plans.SaveAsync(me.Id, Form.Seen, Form.Words, byThePerson: true, viewer.Actor, FormId == Guid.Empty ? Ids.New() : FormId) == PlanResult.SomebodyElse)
        {
            Form = Form.Beside(await PlanSheet.NewestAsync(db, vault, me.Id));
            ModelState.AddModelError("", texts["Somebody changed the plan while you were typing. Here are both."]);
            return Again(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content("~/my-page"));
    }

    private async Task<Person?> FindAsync()
    {
        var me = viewer.Id is { } account ? await OwnPageService.PersonOfAsync(db, account) : null;
        await shown.AsPageAsync("own-page", me is null ? [] : [me.Id]);
        return me;
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}

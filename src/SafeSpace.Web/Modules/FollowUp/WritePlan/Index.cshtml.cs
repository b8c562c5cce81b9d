using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.FollowUp.WritePlan;

/// <summary>A plan is written together: one box for each of the group's headings, in the person's words.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown, Texts texts, PlanService plans) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    public PlanForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("plan") is { } answer)
            return answer;
        Form = PlanForm.Of(await PlanSheet.NewestAsync(Db, vault, Person.Id));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("plan") is { } answer)
            return answer;
        var now = await PlanSheet.NewestAsync(Db, vault, Person.Id);
        Form = PlanForm.Read(Request.Form, now, T);
        foreach (var (code, sentence) in Form.Mistakes)
            ModelState.AddModelError(PlanForm.Prefix + code, sentence);
        if (!ModelState.IsValid)
            return Mistaken();
        var result = await plans.SaveAsync(Person.Id, Form.Seen, Form.Words, byThePerson: false, Viewer.Actor, FormId == Guid.Empty ? Ids.New() : FormId);
        if (result == PlanResult.NoSuchPerson)
            return NotFound();
        if (result == PlanResult.SomebodyElse)
        {
            Form = Form.Beside(await PlanSheet.NewestAsync(Db, vault, Person.Id));
            ModelState.AddModelError("", T["Somebody changed the plan while you were typing. Here are both."]);
            return Mistaken(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content(Path + "/plan"));
    }
}

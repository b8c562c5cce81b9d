using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Register.MoveCase;

/// <summary>The worst is over: somebody still rings, from home.</summary>
[Needs(Permission.ManageCases)]
public sealed class StepDownModel(GroupDb db, GroupClock clock, CaseService cases, Viewer viewer, PersonViews shown, Texts texts) : MoveCasePage(db, clock, viewer, shown, texts)
{
    public async Task<IActionResult> OnGetAsync() => await FindAsync("person/case") ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("person/case") is { } answer)
            return answer;
        return ModelState.IsValid ? After(await cases.StepDownAsync(Person.Id, Day, Viewer.Actor)) : Mistaken();
    }
}

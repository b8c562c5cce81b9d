using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.MoveCase;

/// <summary>Closes a case: a reason from the group's list, and how things are, in words.</summary>
[Needs(Permission.ManageCases)]
public sealed class CloseModel(GroupDb db, GroupClock clock, CaseService cases, Viewer viewer, PersonViews shown, Texts texts) : MoveCasePage(db, clock, viewer, shown, texts)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? HowThingsAre { get; set; }

    public IReadOnlyList<Choice> Reasons { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Reasons.All(r => r.Value != Reason))
            ModelState.AddModelError(nameof(Reason), T["Please choose a reason."]);
        Check(nameof(HowThingsAre), HowThingsAre, WrittenText.Note);
        return ModelState.IsValid ? After(await cases.CloseAsync(Person.Id, Day, Reason, HowThingsAre, Viewer.Actor)) : Mistaken();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        Reasons = (await ListLabels.LoadAsync(Db, GroupList.CloseReason)).Choices(GroupList.CloseReason);
        return await FindAsync("person/case");
    }
}

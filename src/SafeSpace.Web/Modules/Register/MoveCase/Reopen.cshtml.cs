using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.MoveCase;

/// <summary>The case was closed or stepped down too soon. Who comes back directly has a page of their own.</summary>
[Needs(Permission.ManageCases)]
public sealed class ReopenModel(GroupDb db, GroupClock clock, CaseService cases, ClosingService closing, Viewer viewer, PersonViews shown, Texts texts) : MoveCasePage(db, clock, viewer, shown, texts)
{
    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public CaseState? State { get; private set; }

    public IReadOnlyList<Choice> Ways => State == CaseState.SteppedDown
        ? [new("harder", T["Things got harder again"], T["The same crisis goes on."])]
        : [new("mistake", T["It was closed by mistake"], T["The same crisis goes on as if it had not been closed. What was released with it is promised and to do again."])];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Check(nameof(Why), Why, WrittenText.Note);
        if (What is not ("mistake" or "harder"))
            ModelState.AddModelError(nameof(What), T["Please say which of these it is."]);
        if (!ModelState.IsValid)
            return Mistaken();
        return After(What switch
        {
            "mistake" => await closing.UndoAsync(Person.Id, Viewer.Actor, Why),
            _ => await cases.StepUpAsync(Person.Id, Viewer.Actor, Why),
        });
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("person/case") is { } answer)
            return answer;
        State = await Db.Cases.AsNoTracking().Where(c => c.PersonId == Person.Id).Select(c => (CaseState?)c.State).SingleOrDefaultAsync();
        return null;
    }
}

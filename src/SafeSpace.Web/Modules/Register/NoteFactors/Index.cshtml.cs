using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Register.NoteFactors;

/// <summary>What peers hear is going on, beside what the referrer wrote. Either who supports the person or who keeps the register may note it.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(GroupDb db, GroupClock clock, PersonService people, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public List<string> Heard { get; set; } = [];

    /// <summary>Noted when the page was made: what others note meanwhile is not taken back by it. The first is empty; a page of the version before sends none.</summary>
    [BindProperty]
    public List<string> WereThere { get; set; } = [];

    public IReadOnlyList<Choice> Factors { get; private set; } = [];

    public string FromReferrer { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Heard = WereThere = await NotedAsync(SeenBy.Peers);
        if (ModelState.TryGetValue(nameof(WereThere), out var kept)) // a form that is put back was made on what was noted then
            WereThere = kept.RawValue is string[] several ? [.. several] : [];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Heard.Except(Factors.Select(f => f.Value)).Any())
        {
            ModelState.AddModelError(nameof(Heard), T["Please choose from the list."]);
            return Mistaken();
        }

        await people.SetHeardFactorsAsync(Person.Id, Heard, WereThere.Count == 0 ? await NotedAsync(SeenBy.Peers) : WereThere, Viewer.Actor);
        this.MarkSaved(clock.Now);
        return ToPerson();
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (!Viewer.May(Permission.LogContacts) && !Viewer.May(Permission.EditPeople))
            return NotFound();
        if (await FindAsync("person/factors") is { } answer)
            return answer;
        var labels = await ListLabels.LoadAsync(Db, GroupList.Factor);
        Factors = labels.Choices(GroupList.Factor, await NotedAsync(SeenBy.Peers));
        FromReferrer = string.Join(", ", (await NotedAsync(SeenBy.Referrer)).Select(f => labels.Of(GroupList.Factor, f)));
        return null;
    }

    private Task<List<string>> NotedAsync(SeenBy by) =>
        Db.Factors.Where(f => f.PersonId == Person.Id && f.SeenBy == by && f.TakenBackAt == null).Select(f => f.Factor).Distinct().ToListAsync();
}

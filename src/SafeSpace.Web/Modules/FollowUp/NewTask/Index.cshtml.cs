using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Tasks;

namespace SafeSpace.Web.Modules.FollowUp.NewTask;

/// <summary>Something to be done for somebody, noted outside a call.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, TaskService tasks) : TaskForm(db, clock, viewer, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference) => await LoadAsync(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string reference)
    {
        if (!await LoadAsync(reference))
            return NotFound();
        if (Read() is not { } details)
            return Mistaken();
        if (await tasks.AddAsync(Person.Id, details, Viewer.Actor, FormId == Guid.Empty ? Ids.New() : FormId) != TaskChange.Done)
            return NotFound();
        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content($"~/people/{Person.Reference}"));
    }

    private async Task<bool> LoadAsync(string reference)
    {
        if (await Db.FindSeenAsync(Viewer, reference) is not { } person)
            return false;
        await shown.AsPageAsync("task", person.Id);
        Person = person;
        await LoadKeepersAsync();
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.FollowUp.Tasks;

/// <summary>Something to be done for somebody: done, not needed any more, or changed.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown, TaskService tasks) : TaskForm(db, clock, viewer, texts)
{
    private SupportTask task = null!;

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Word { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Guid Id => task.Id;

    /// <summary>What stands there now.</summary>
    public string Now => vault.Open(TaskWriter.What, task.Id, task.What) ?? "";

    public bool Changing => Do == "change";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (task.State != TaskState.Open)
            return LocalRedirect(Url.Content($"~/people/{Person.Reference}"));
        (What, By, On, Version) = (Now, task.PeerId?.Value.ToString(), task.DueOn, task.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (WrittenText.Check(nameof(Word), Word, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(Word), T[mistake.Sentence, [.. mistake.Values]]);
        var details = Changing ? Read() : null;
        if (!ModelState.IsValid)
            return Mistaken();
        try
        {
            var change = details is null
                ? await tasks.EndAsync(id, Do == "drop" ? TaskState.Dropped : TaskState.Done, Word, Viewer.Actor)
                : await tasks.ChangeAsync(id, Version, details, Viewer.Actor);
            if (change is not (TaskChange.Done or TaskChange.EndedAlready))
                return NotFound();
            if (change == TaskChange.EndedAlready && (Changing || !string.IsNullOrWhiteSpace(Word)))
            {
                ModelState.AddModelError("", T["Somebody did this meanwhile, or said that it is not needed. Nothing of yours was saved; what you typed is still here."]);
                return Mistaken(StatusCodes.Status409Conflict);
            }
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", T["Somebody changed this while you were typing. What stands there now is at the top; yours is still in the form. Save again to keep yours."]);
            Version = task.Version;
            return Mistaken(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(Clock.Now);
        return Back();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await Db.SupportTasks.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id) is not { } found
            || await Db.PeopleSeenBy(Viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == found.PersonId) is not { } person)
            return false;
        await shown.AsPageAsync("task", person.Id);
        (task, Person) = (found, person);
        await LoadKeepersAsync();
        return true;
    }
}

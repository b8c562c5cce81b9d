using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Promises;

/// <summary>One open promise: moved to another day, not needed any more, or kept.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, PersonViews shown, PromiseService promises) : PageModel
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Promise Promise { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public string When => PromiseWords.When(Promise, clock, texts);

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        !await LoadAsync(id) ? NotFound() : Promise.State == PromiseState.Open ? ShownNow() : LocalRedirect(Url.Content("~/mine"));

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (Why?.Length > ContactRules.LongestWords)
            ModelState.AddModelError(nameof(Why), texts[ContactMistake.WordsTooLong.Sentence()]);
        var to = Do is "release" or "keep" ? null : ReadTo();
        if (!ModelState.IsValid)
            return Mistaken(StatusCodes.Status400BadRequest);
        PromiseChange change;
        try
        {
            change = await (Do switch
            {
                "release" => promises.ReleaseAsync(id, Version, Why, viewer.Actor),
                "keep" => promises.KeepAsync(id, Version, viewer.Actor),
                _ => promises.MoveAsync(id, Version, to!, Why, viewer.Actor),
            });
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError("", texts["Somebody changed this promise while you were typing. It says now: {0}. What you typed is still here.", When]);
            return Mistaken(StatusCodes.Status409Conflict);
        }

        if (change is PromiseChange.Done or PromiseChange.EndedAlready)
        {
            this.MarkSaved(clock.Now);
            return LocalRedirect(Url.Content("~/mine"));
        }

        return NotFound();
    }

    private PromiseDetails? ReadTo()
    {
        TimeOnly? time = null;
        if (!string.IsNullOrWhiteSpace(Time) && !TimeText.TryParse(Time, out var read))
            ModelState.AddModelError(nameof(Time), texts[MomentModelBinder.TimeSentence]);
        else if (!string.IsNullOrWhiteSpace(Time) && TimeText.TryParse(Time, out read))
            time = read;
        if (On is null && ModelState.IsValid)
            ModelState.AddModelError(nameof(On), texts["Please say which day."]);
        if (On < clock.Today)
            ModelState.AddModelError(nameof(On), texts["This day is over. Please pick today or later."]);
        return On is { } day ? new PromiseDetails(day, time) : null;
    }

    /// <summary>One's own promise or one that anybody may keep; with the diary, everybody's. Somebody outside one's view is not there.</summary>
    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.Promises.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } promise
            || !(viewer.May(Permission.SeeDiary) || promise.PeerId is null || promise.PeerId == viewer.Id)
            || await db.PeopleSeenBy(viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == promise.PersonId) is not { } person)
            return false;
        await shown.AsPageAsync("promise", person.Id);
        (Promise, Person) = (promise, person);
        return true;
    }

    private PageResult ShownNow()
    {
        Version = Promise.Version;
        return Page();
    }

    private PageResult Mistaken(int status)
    {
        Response.StatusCode = status;
        return ShownNow();
    }
}

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
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.FollowUp.Promises;

/// <summary>One open promise: moved to another day, given to somebody else, kept, not needed any more, or missed with a word.</summary>
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

    /// <summary>Empty leaves it as it is.</summary>
    [BindProperty]
    public string? Keeper { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? Told { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public Promise Promise { get; private set; } = null!;

    public Person Person { get; private set; } = null!;

    public Keepers Keepers { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => [new(Keepers.Anybody, texts["Anybody"]), .. Keepers.BesidesAnybody];

    /// <summary>It was kept, moved, missed or released by somebody else while this was filled in.</summary>
    public bool Over { get; private set; }

    public bool Late => Lateness.IsLate(Promise, clock.Now, clock.Today);

    public string When => PromiseWords.When(Promise, clock, texts);

    public async Task<IActionResult> OnGetAsync(Guid id) =>
        !await LoadAsync(id) ? NotFound() : Promise.For is not null ? LocalRedirect(Url.Content(PromiseWords.Address(Promise))) : Promise.State == PromiseState.Open ? ShownNow() : LocalRedirect(Url.Content("~/mine"));

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        foreach (var (field, words) in new[] { (nameof(Why), Why), (nameof(Told), Told) })
        {
            if (WrittenText.Check(field, words, WrittenText.Note) is { } mistake)
                ModelState.AddModelError(field, texts[mistake.Sentence, [.. mistake.Values]]);
        }

        var keeper = string.IsNullOrEmpty(Keeper) ? null : Keepers.Read(Keeper);
        if (keeper is null && (Do == "give" || !string.IsNullOrEmpty(Keeper)))
            ModelState.AddModelError(nameof(Keeper), texts["Please choose somebody from the list."]);
        if (Do == "miss" && string.IsNullOrWhiteSpace(Told))
            ModelState.AddModelError(nameof(Told), texts["Please write what they were told. A word is enough."]);
        var to = Do is "release" or "keep" or "give" ? null : ReadTo(Do != "miss");
        if (!ModelState.IsValid)
            return Mistaken(StatusCodes.Status400BadRequest);
        PromiseChange change;
        try
        {
            change = await (Do switch
            {
                "release" => promises.ReleaseAsync(id, Version, Why, viewer.Actor),
                "keep" => promises.KeepAsync(id, Version, viewer.Actor),
                "give" => promises.GiveAsync(id, Version, keeper!.Value, viewer.Actor),
                "anew" => promises.MakeAsync(Person.Id, keeper is { } chosen ? chosen.Peer : Keepers.MayI ? viewer.Id : null, to!, viewer.Actor),
                "miss" => promises.MissAsync(id, Version, Told!, to, viewer.Actor, keeper),
                _ => promises.MoveAsync(id, Version, to!, Why, viewer.Actor, keeper),
            });
        }
        catch (StaleVersionException)
        {
            return Mistaken(StatusCodes.Status409Conflict, texts["Somebody changed this promise while you were typing. It says now: {0}. What you typed is still here.", When]);
        }

        // Nothing that was typed is thrown away with a "saved": a day somebody was told must not vanish.
        if (Over = change == PromiseChange.EndedAlready && Do is not ("release" or "keep"))
            return Mistaken(StatusCodes.Status409Conflict, texts["{0} Nothing of yours was saved. If you promised them something else, promise it anew.", texts[PromiseWords.Meanwhile(Promise.State)]]);
        if (change == PromiseChange.NotLate)
            return Mistaken(StatusCodes.Status400BadRequest, texts["Its time has not gone by: it can still be kept, or moved."]);
        if (change is not (PromiseChange.Done or PromiseChange.EndedAlready))
            return NotFound();
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content(Request.Query["from"] == "desk" ? "~/promises" : "~/mine"));
    }

    private PromiseDetails? ReadTo(bool needed)
    {
        var time = this.ReadTime(nameof(Time), Time, texts);
        if (On is null && ModelState.IsValid && (needed || time is not null))
            ModelState.AddModelError(nameof(On), texts["Please say which day."]);
        if (On is not { } day)
            return null;
        this.CheckPromised(nameof(On), nameof(Time), day, time, clock, texts);
        return new PromiseDetails(day, time, Promise.Visit);
    }

    /// <summary>Anybody who may see the person may keep or move what they were promised. Somebody outside one's view is not there.</summary>
    private async Task<bool> LoadAsync(Guid id)
    {
        if (await db.Promises.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } promise
            || await db.PeopleSeenBy(viewer).AsNoTracking().SingleOrDefaultAsync(p => p.Id == promise.PersonId && p.DiedAt == null) is not { } person)
            return false;
        await shown.AsPageAsync("promise", person.Id);
        (Promise, Person, Keepers) = (promise, person, await Keepers.ForAsync(HttpContext.RequestServices.Whole(), viewer, texts, person.Id));
        return true;
    }

    private PageResult ShownNow()
    {
        Version = Promise.Version;
        return Page();
    }

    private PageResult Mistaken(int status, string? sentence = null)
    {
        if (sentence is not null)
            ModelState.AddModelError("", sentence);
        Response.StatusCode = status;
        return ShownNow();
    }
}

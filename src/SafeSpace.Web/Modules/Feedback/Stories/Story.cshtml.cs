using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Stories;

/// <summary>One story: changed as they wish, noted where it went, taken back.</summary>
[Needs(Permission.KeepVoices)]
[ShowsPeople]
public sealed class StoryModel(GroupDb db, GroupStore store, StoryService stories, Viewer viewer, PersonViews shown, Texts texts) : StoryPage(store.Clock, texts)
{
    private static readonly StoryPurpose[] UsedOutside = [StoryPurpose.Training, StoryPurpose.Anybody, StoryPurpose.Funders];

    [BindProperty]
    public StoryPurpose? UsedFor { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    public Guid Id { get; private set; }

    public string Day { get; private set; } = "";

    public string? Reference { get; private set; }

    public string? TakenBack { get; private set; }

    public bool SeesPacks => viewer.May(Permission.SeePacks);

    public IReadOnlyList<(string Day, int? Pack, string? Where)> Uses { get; private set; } = [];

    public IReadOnlyList<Choice> Outside => [.. Purposes.Where(p => UsedOutside.Any(o => o.ToString() == p.Value))];

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id, fill: true) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await LoadAsync(id, fill: false) is not { TakenBackAt: null } story)
            return NotFound();
        if (Read(story.PersonId) is not { } details)
            return Refused();
        try
        {
            await stories.ChangeAsync(id, Version, details, viewer.Actor);
        }
        catch (StaleVersionException)
        {
            ModelState.AddModelError(nameof(Words), Texts["Somebody changed this while you were typing. It says now: {0}. What you typed is still here.", store.Vault.Open("story.words", id, story.Words)]);
            ModelState.Remove(nameof(Version));
            Version = story.Version;
            return Refused(StatusCodes.Status409Conflict);
        }

        return Saved(id);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => await stories.TakeBackAsync(id, viewer.Actor) ? Saved(id) : NotFound();

    public async Task<IActionResult> OnPostUseAsync(Guid id)
    {
        if (await LoadAsync(id, fill: true) is not { TakenBackAt: null })
            return NotFound();
        ModelState.Clear();
        Check(nameof(Where), Where, WrittenText.Line);
        if (string.IsNullOrWhiteSpace(Where))
            ModelState.AddModelError(nameof(Where), "Say where.");
        else if (UsedFor is not { } purpose || !UsedOutside.Contains(purpose))
            ModelState.AddModelError(nameof(UsedFor), "Choose one of these.");
        else if (ModelState.IsValid && !await stories.NoteUseAsync(FormId, id, purpose, Where, viewer.Actor))
            ModelState.AddModelError(nameof(UsedFor), "They have not lent it for that.");
        return ModelState.IsValid ? Saved(id) : Refused();
    }

    private RedirectToPageResult Saved(Guid id)
    {
        this.MarkSaved(store.Clock.Now);
        return RedirectToPage(new { id });
    }

    private async Task<Story?> LoadAsync(Guid id, bool fill)
    {
        Id = id;
        if (await db.Stories.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } story)
            return null;
        await shown.AsPageAsync("story", story.PersonId is { } person ? [person] : []);
        Reference = await db.People.Where(p => p.Id == story.PersonId).Select(p => p.Reference).SingleOrDefaultAsync();
        (Day, TakenBack) = (Spoken.Date(story.ToldOn), story.TakenBackAt is { } at ? Spoken.Date(store.Clock.DayOf(at)) : null);
        Uses = [.. (await db.StoryUses.AsNoTracking().Where(u => u.StoryId == id).OrderBy(u => u.On).ThenBy(u => u.Id).ToListAsync())
            .Select(u => (Spoken.Date(u.On), u.PackNumber, store.Vault.Open("story_use.where", u.Id, u.Where)))];
        if (!fill || story.TakenBackAt is not null)
            return story;
        (Words, Name, NameShown, Version) = (store.Vault.Open("story.words", id, story.Words), store.Vault.Open("story.name", id, story.Name), story.NameShown, story.Version);
        var consents = await db.StoryConsents.AsNoTracking().Where(c => c.StoryId == id && c.TakenBackAt == null).ToListAsync();
        (For, Until) = ([.. consents.Select(c => c.Purpose)], consents.Select(c => c.Until).FirstOrDefault());
        return story;
    }
}

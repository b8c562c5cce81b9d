using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Reports.Packs;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Stories;

/// <summary>Stories that were lent to the group; for those who keep them, all that were told.</summary>
[Needs(Permission.ReadStories)]
public sealed class IndexModel(GroupDb db, GroupStore store, Viewer viewer) : PageModel
{
    private const int OnAPage = 20;

    /// <summary>The page of stories, from 0.</summary>
    [BindProperty(SupportsGet = true)]
    public int Older { get; set; }

    public bool More { get; private set; }

    public bool MayKeep => viewer.May(Permission.KeepVoices);

    public IReadOnlyList<ToldStory> Told { get; private set; } = [];

    public IReadOnlyList<KeptStory> Kept { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = store.Clock.Today;
        Older = Math.Clamp(Older, 0, 1000);
        var lent = await StoryService.Lent(db, StoryPurpose.OurGroup, today).OrderByDescending(s => s.ToldOn).ThenBy(s => s.Id).Skip(Older * OnAPage).Take(OnAPage + 1).ToListAsync();
        More = lent.Count > OnAPage;
        Told = [.. lent.Take(OnAPage).Select(s => new ToldStory(store.Vault.Open("story.words", s.Id, s.Words) ?? "", store.Vault.Open("story.name", s.Id, s.Name))).Where(s => s.Words.Length > 0)];
        if (!MayKeep)
            return;
        var consents = await db.StoryConsents.AsNoTracking().Where(c => c.TakenBackAt == null && (c.Until == null || c.Until >= today)).Select(c => c.StoryId).Distinct().ToListAsync();
        Kept = [.. (await db.Stories.AsNoTracking().OrderByDescending(s => s.ToldOn).ThenBy(s => s.Id).Select(s => new { s.Id, s.ToldOn, s.TakenBackAt }).ToListAsync())
            .Select(s => new KeptStory(s.Id, Spoken.Date(s.ToldOn), s.TakenBackAt is not null, consents.Contains(s.Id)))];
    }
}

public sealed record KeptStory(Guid Id, string Day, bool TakenBack, bool Lent);

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.MyStory;

/// <summary>Whose story it is takes it back, with the paper they took home. The story itself is not on this page: paper gets lost.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class IndexModel(GroupDb db, GroupStore store, StoryService stories, Texts texts) : VoicePage(texts)
{
    public Story? Story { get; private set; }

    public IReadOnlyList<StoryPurpose> Purposes { get; private set; } = [];

    public IReadOnlyList<string> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string secret) => await ReadAsync(secret) ? Page() : Refused(StatusCodes.Status410Gone);

    public async Task<IActionResult> OnPostAsync(string secret) =>
        await stories.TakeBackAsync(secret) ? LocalRedirect(AddressHere("my-story", secret)) : Refused(StatusCodes.Status410Gone);

    private async Task<bool> ReadAsync(string secret)
    {
        Story = await StoryService.FindBySecretAsync(db, secret);
        if (Story is null)
            return false;
        var (id, today) = (Story.Id, store.Clock.Today);
        Purposes = await db.StoryConsents.AsNoTracking().Where(c => c.StoryId == id && c.TakenBackAt == null && (c.Until == null || c.Until >= today)).Select(c => c.Purpose).Distinct().ToListAsync();
        Uses = [.. (await db.StoryUses.AsNoTracking().Where(u => u.StoryId == id).OrderBy(u => u.On).ToListAsync())
            .Select(u => $"{Spoken.Date(u.On)}: {(u.PackNumber is { } pack ? Texts["Pack {0}", pack] : store.Vault.Open("story_use.where", u.Id, u.Where))}")];
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Feedback.Links;

/// <summary>Makes and ends the links by which people tell us how it was. The store keeps only a hash of each.</summary>
[Needs(Permission.KeepVoices)]
public sealed class IndexModel(GroupDb db, GroupClock clock, VoiceService voices, Viewer viewer, Texts texts) : VoicePage(texts)
{
    [BindProperty]
    public FeedbackWay? Way { get; set; } = FeedbackWay.Link;

    public string? Link { get; private set; }

    public IReadOnlyList<FeedbackLink> Open { get; private set; } = [];

    public IReadOnlyList<Choice> Ways => [.. FeedbackChoices.Of<FeedbackWay>(FeedbackChoices.Say, Texts).Where(c => c.Value != nameof(FeedbackWay.ReadOut))];

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostMakeAsync()
    {
        if (Way is FeedbackWay.Link or FeedbackWay.Kiosk)
            Link = AddressOf("tell-us", await voices.MakeFeedbackLinkAsync(Way.Value, viewer.Actor));
        else
            ModelState.AddModelError(nameof(Way), "Choose one of these.");
        await ReadAsync();
        return Link is null ? Refused() : Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        if (!await voices.EndFeedbackLinkAsync(id, viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task ReadAsync() => Open = await db.FeedbackLinks.AsNoTracking().Where(l => l.EndedAt == null).OrderByDescending(l => l.MadeOn).ToListAsync();
}

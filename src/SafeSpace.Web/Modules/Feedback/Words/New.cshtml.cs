using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.Words;

/// <summary>A compliment or complaint that reached us.</summary>
[Needs(Permission.KeepVoices)]
public sealed class NewModel(GroupClock clock, VoiceService voices, Viewer viewer, Texts texts) : WordPage(clock, texts)
{
    private readonly GroupClock clock = clock;

    public void OnGet() => ReceivedOn = clock.Today;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Read() is not { } details)
            return Refused();
        await voices.AddWordAsync(FormId, details, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage("/Feedback/Voices/Index");
    }
}

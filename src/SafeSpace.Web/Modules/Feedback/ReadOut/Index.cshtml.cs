using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.ReadOut;

/// <summary>The questions for people, read out by one of us who writes down what is said.</summary>
[Needs(Permission.KeepVoices)]
public sealed class IndexModel(GroupDb db, GroupClock clock, VoiceService voices, Viewer viewer, Texts texts) : TellPage(db, texts)
{
    public Task OnGetAsync() => ReadListsAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadListsAsync();
        if (Said() is not { } said)
            return Refused();
        await voices.GiveReadOutAsync(FormId, said, viewer.Actor);
        this.MarkSaved(clock.Now);
        return RedirectToPage("/Feedback/Voices/Index");
    }
}

using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Diary.LogUnknown;

/// <summary>Somebody rang and gave no name, or one that nobody knows.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, LogService log) : ContactForm(db, clock, viewer, texts)
{
    public async Task OnGetAsync()
    {
        Kind = ContactKind.CallIn;
        await LoadChoicesAsync(null);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadChoicesAsync(null);
        if (Read(null, When is { } when ? Clock.ToUtc(when) : null, Viewer.Id, Viewer.Name) is not { } contact)
            return Mistaken();
        var outcome = await log.LogAsync(contact, Viewer.Actor);
        if (outcome.Result is not (LogResult.Logged or LogResult.LoggedBefore))
            return NotFound();
        this.MarkSaved(Clock.Now, T[KindWords.Of(contact.Kind)]);
        return LocalRedirect(Url.Content("~/mine"));
    }
}

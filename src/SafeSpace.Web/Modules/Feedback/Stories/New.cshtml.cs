using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.Stories;

/// <summary>Somebody tells their story: their words, under which name, what for and until when. They get a paper with which they take it back.</summary>
[Needs(Permission.KeepVoices)]
public sealed class NewModel(GroupDb db, GroupClock clock, StoryService stories, Viewer viewer, Texts texts) : StoryPage(clock, texts)
{
    [BindProperty]
    public string? Reference { get; set; }

    public string? Link { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        PersonId? person = null;
        if (!string.IsNullOrWhiteSpace(Reference))
        {
            var reference = Reference.Trim().ToUpperInvariant();
            person = await db.PeopleSeenBy(viewer).Where(p => p.Reference == reference).Select(p => (PersonId?)p.Id).SingleOrDefaultAsync();
            if (person is null)
                ModelState.AddModelError(nameof(Reference), "We know nobody with this reference.");
        }

        if (Read(person) is not { } details)
            return Refused();
        if (await stories.TellAsync(FormId, details, viewer.Actor) is not { } secret)
            return RedirectToPage("Index");
        Link = AddressOf("my-story", secret);
        return Page();
    }
}

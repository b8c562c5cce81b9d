using Microsoft.AspNetCore.Mvc;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Safeguarding.Raise;

/// <summary>A safeguarding concern: what it is, what the person wants, who was told.</summary>
[Needs(Permission.RaiseConcern)]
public sealed class IndexModel(GroupDb db, GroupClock clock, ConcernService concerns, Viewer viewer, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? PersonWants { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    /// <summary>Null is now.</summary>
    [BindProperty]
    public LocalMoment? When { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync("person/concern") ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync("person/concern") is { } answer)
            return answer;
        if (Viewer.Id is not { } me)
            return NotFound();
        if (FormId == Guid.Empty)
            FormId = Ids.New();
        if (string.IsNullOrWhiteSpace(What))
            ModelState.AddModelError(nameof(What), T["Please write what you are worried about."]);
        foreach (var mistake in new[] { WrittenText.Check(nameof(What), What, WrittenText.Note), WrittenText.Check(nameof(PersonWants), PersonWants, WrittenText.Note) }.OfType<Mistake>())
            ModelState.AddModelError(mistake.Field, T[mistake.Sentence, [.. mistake.Values]]);
        var told = ToldForm.Read(this, clock, T, Whom, When, DueOn);
        if (!ModelState.IsValid)
            return Mistaken();
        if (!await concerns.RaiseAsync(FormId, Person.Id, What!, PersonWants, told, me, Viewer.Actor))
            return NotFound();
        this.MarkSaved(clock.Now);
        return LocalRedirect(Url.Content($"~/concerns/{FormId}"));
    }
}

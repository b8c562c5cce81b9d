using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Agree;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.FollowUp.ChangeAgreed;

/// <summary>One agreement: changed (the version before stays readable) or ended before its time.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown, Texts texts, AgreementService agreements) : AgreedForm(db, clock, viewer, shown, texts)
{
    private Agreement held = null!;

    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? EndWords { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    public AgreedLine Now => AgreedLine.Open(vault, held, Clock.Today);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await LoadAsync(id) is { } answer)
            return answer;
        if (Now.Over)
            return LocalRedirect(Url.Content(Path + "/agreed"));
        (What, Why, Until, ReviewOn, Version) = (Now.What, Now.Why, held.Until, held.ReviewOn, held.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (await LoadAsync(id) is { } answer)
            return answer;
        if (WrittenText.Check(nameof(EndWords), EndWords, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(EndWords), T[mistake.Sentence, [.. mistake.Values]]);
        var details = Do == "end" ? null : Read(held.From > Clock.Today ? held.From : Clock.Today);
        if (!ModelState.IsValid)
            return Mistaken();
        try
        {
            var change = details is null ? await agreements.EndAsync(id, Version, EndWords, Viewer.Actor) : await agreements.ChangeAsync(id, Version, details, Viewer.Actor);
            if (change == AgreementChange.NoSuchAgreement)
                return NotFound();
            if (change == AgreementChange.OverAlready && details is not null)
            {
                ModelState.AddModelError("", T["This was over by itself before you saved. Nothing was saved; what you typed is still here. If it is to go on, agree it anew."]);
                return Mistaken(StatusCodes.Status409Conflict);
            }
        }
        catch (StaleVersionException)
        {
            // Another version stands now: theirs is shown beside what was typed, and the next save is on theirs.
            if (await NewestAsync() is { } newest)
                held = newest;
            Version = held.Version;
            ModelState.AddModelError("", T["Somebody changed this while you were typing. What stands there now is at the top; yours is still in the form. Save again to keep yours."]);
            return Mistaken(StatusCodes.Status409Conflict);
        }

        this.MarkSaved(Clock.Now);
        return LocalRedirect(Url.Content(Path + "/agreed"));
    }

    /// <summary>The form posts to the agreement that stands, which may be a newer version than the one it was opened on.</summary>
    public Guid Id => held.Id;

    private async Task<Agreement?> NewestAsync()
    {
        var newest = held;
        while (await Db.Agreements.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == newest.PersonId && a.PreviousId == newest.Id) is { } next)
            newest = next;
        return newest;
    }

    private async Task<IActionResult?> LoadAsync(Guid id)
    {
        if (await Db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id) is not { } found
            || await Db.PeopleWithMerged.AsNoTracking().Where(p => p.Id == found.PersonId).Select(p => p.Reference).SingleOrDefaultAsync() is not { } reference)
            return NotFound();
        (held, Reference) = (found, reference);
        return await FindAsync("agreed");
    }
}

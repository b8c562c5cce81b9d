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
using SafeSpace.Web.Modules.Access;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Invite;

/// <summary>Invites somebody to a page of their own: a safe way is asked first, and the link is shown once. Or ends it.</summary>
[Needs(Permission.LogContacts)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, Vault vault, PersonViews shown, Texts texts, OwnPageService pages) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>They said that it is safe: nobody else reads that e-mail or uses that phone unasked.</summary>
    [BindProperty]
    public bool IsSafe { get; set; }

    [BindProperty]
    public string? SafeWay { get; set; }

    /// <summary>They were shown how to leave the page at once.</summary>
    [BindProperty]
    public bool CanLeave { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>The group has such pages.</summary>
    public bool On { get; private set; }

    public OwnPageInvitation? Invitation { get; private set; }

    public string? AccountEmail { get; private set; }

    public string? SafeWords { get; private set; }

    /// <summary>The link, this once.</summary>
    public string? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        Email ??= Person.Email;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is { } answer)
            return answer;
        if (Do == "end")
        {
            await pages.EndAsync(Person.Id, Viewer.Actor);
            this.MarkSaved(clock.Now);
            return ToPerson();
        }

        if (!On)
            return NotFound();
        Check();
        if (!ModelState.IsValid)
            return Mistaken();
        var name = string.IsNullOrWhiteSpace(Person.KnownAs) ? Person.GivenName : Person.KnownAs;
        var invited = await pages.InviteAsync(Person.Id, Email!, name.Length == 0 ? Person.Reference : name, SafeWay!, Viewer.Actor);
        switch (invited.Result)
        {
            case InviteResult.Invited:
                await LoadAsync();
                Link = SetupAddress.Of(Request, invited.Secret!);
                return Page();
            case InviteResult.AddressTaken:
                ModelState.AddModelError(nameof(Email), T["Somebody has an account with this address already. Please ask a coordinator."]);
                return Mistaken();
            case InviteResult.InvitedAlready:
                return LocalRedirect(Url.Content(Path + "/own-page"));
            default:
                return NotFound();
        }
    }

    private void Check()
    {
        if (!EmailRules.LooksRight(Email))
            ModelState.AddModelError(nameof(Email), T[EmailRules.Sentence]);
        if (!IsSafe)
            ModelState.AddModelError(nameof(IsSafe), T["Please ask first. If it is not safe, leave it: there is no hurry, and paper is a good page too."]);
        if (string.IsNullOrWhiteSpace(SafeWay))
            ModelState.AddModelError(nameof(SafeWay), T["Please write what they said: whose phone it is, who else may see it."]);
        else if (WrittenText.Check(nameof(SafeWay), SafeWay, WrittenText.Note) is { } mistake)
            ModelState.AddModelError(nameof(SafeWay), T[mistake.Sentence, [.. mistake.Values]]);
        if (!CanLeave)
            ModelState.AddModelError(nameof(CanLeave), T["Please show them how to leave the page before they have one."]);
    }

    private async Task<IActionResult?> LoadAsync()
    {
        if (await FindAsync("own-page") is { } answer)
            return answer;
        On = (await FollowUpSettings.ReadAsync(Db)).OwnPages;
        Invitation = await Db.OwnPageInvitations.AsNoTracking().Where(i => i.PersonId == Person.Id && i.EndedAt == null).OrderByDescending(i => i.At).FirstOrDefaultAsync();
        AccountEmail = Invitation is { } open ? await Db.Users.AsNoTracking().Where(u => u.Id == open.UserId.Value).Select(u => u.Email).SingleOrDefaultAsync() : null;
        SafeWords = Invitation is { } invited ? vault.Open(OwnPageService.SafeWay, invited.Id, invited.SafeWay) : null;
        return null;
    }
}

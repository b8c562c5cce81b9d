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

    /// <summary>The account that has this address is theirs: they said so.</summary>
    [BindProperty]
    public bool IsTheirs { get; set; }

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>A member's account has the address that was typed.</summary>
    public bool HasAccount { get; private set; }

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
        var invited = await pages.InviteAsync(Person.Id, Email!, name.Length == 0 ? Person.Reference : name, SafeWay!, Viewer.Actor, IsTheirs);
        switch (invited.Result)
        {
            case InviteResult.Invited when invited.Secret is { } secret:
                await LoadAsync();
                Link = SetupAddress.Of(Request, secret);
                return Page();
            case InviteResult.Invited:
                this.MarkSaved(clock.Now, T["They sign in as they always do."]);
                return LocalRedirect(Url.Content(Path + "/own-page"));
            case InviteResult.HasAccount:
                HasAccount = true;
                ModelState.AddModelError(nameof(IsTheirs), T["A member has an account with this address. If it is theirs, say so, and the page is on it."]);
                return Mistaken();
            case InviteResult.AddressTaken:
                ModelState.AddModelError(nameof(Email), T["This address belongs to another account here. Please ask them for another address."]);
                return Mistaken();
            case InviteResult.InvitedAlready when await Db.OwnPageInvitations.AnyAsync(i => i.PersonId == Person.Id && i.EndedAt == null):
                return LocalRedirect(Url.Content(Path + "/own-page"));
            case InviteResult.InvitedAlready:
                ModelState.AddModelError("", T["This is the record of one of us, behind their wall. There is no page of their own on top of it."]);
                return Mistaken();
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

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Access.Accounts;

/// <summary>One account: its roles, a new link for who lost their phone, closing and opening again.</summary>
[Needs(Permission.ManageAccounts)]
public sealed class AccountModel(GroupDb db, GroupStore store, AccountService accounts, SetupLinks links, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty]
    public Role[] Roles { get; set; } = [];

    public User Account { get; private set; } = null!;

    public string State => IndexModel.StateOf(Account.RetiredAt, Account.PasswordHash, Account.TwoFactorEnabled);

    public string? Link { get; private set; }

    /// <summary>What somebody leaves behind whose account is closed now: a shift, coming places, a call.</summary>
    public IReadOnlyList<string> WhatCloses { get; private set; } = [];

    /// <summary>The roles as the form was filled in on.</summary>
    [BindProperty]
    public Role[] WereThere { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public Happened Shown { get; private set; } = null!;

    public IReadOnlyList<Choice> RoleList => RoleChoices.For(texts);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Roles = WereThere = await db.UserRoles.Where(r => r.UserId == new UserId(id)).Select(r => r.Role).ToArrayAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (ModelState.IsValid && Roles.Length > 0 && Roles.All(Enum.IsDefined))
            return Said(await accounts.SetRolesAsync(new UserId(id), Roles, viewer.Actor, WereThere is { Length: > 0 } ? WereThere : null)); // none: a page of the version before
        ModelState.AddModelError(nameof(Roles), "Choose what they do here: one thing at least.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id) => await FindAsync(id) ? Said(await accounts.RetireAsync(new UserId(id), viewer.Actor)) : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(Guid id) => await FindAsync(id) ? Said(await accounts.BringBackAsync(new UserId(id), viewer.Actor)) : NotFound();

    public async Task<IActionResult> OnPostLinkAsync(Guid id)
    {
        if (await OnGetAsync(id) is NotFoundResult || Account.RetiredAt is not null)
            return NotFound();
        Link = SetupAddress.Of(Request, await links.MakeAsync(new UserId(id), viewer.Actor));
        Shown = await Happened.ReadAsync(db, texts, new UserId(id), null);
        return Page();
    }

    public async Task<IActionResult> OnPostOutAsync(Guid id) => await FindAsync(id) ? Said(await accounts.SignOutAsync(new UserId(id), viewer.Actor)) : NotFound();

    private async Task<bool> FindAsync(Guid id)
    {
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id);
        Account = account!;
        if (account is { RetiredAt: null })
            WhatCloses = await WhoLeaves.SayAsync(db, store.Clock, account, texts);
        Shown = await Happened.ReadAsync(db, texts, new UserId(id), Before);
        return account is not null;
    }

    private IActionResult Said(AccountOutcome outcome)
    {
        if (outcome != AccountOutcome.NobodyLeft)
        {
            this.MarkSaved(store.Clock.Now);
            return RedirectToPage(new { id = Account.Id });
        }

        ModelState.AddModelError(nameof(Roles), "Nobody else here can manage accounts. Give that to somebody first.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.Me;

[Needs(Permission.OwnAccount)]
[EnableRateLimiting(Throttle.Door)]
public sealed class PasswordModel(GroupDb db, GroupStore store, Viewer viewer, AccountService accounts, ComingIn comingIn, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await db.Users.AsNoTracking().SingleAsync(u => u.Id == viewer.Id!.Value.Value);
        if (!accounts.IsPassword(me, CurrentPassword))
        {
            log.Say(Turned.WrongPassword);
            return Again(nameof(CurrentPassword), "This is not your password.");
        }

        if (PasswordRules.Problem(NewPassword, me.Email!, PasswordRules.WordsOf(store)) is { } problem)
            return Again(nameof(NewPassword), problem);
        await accounts.SetPasswordAsync(me.UserId, NewPassword!, comingIn.SessionId, viewer.Actor);
        this.MarkSaved(store.Clock.Now);
        return RedirectToPage("Index");
    }
}

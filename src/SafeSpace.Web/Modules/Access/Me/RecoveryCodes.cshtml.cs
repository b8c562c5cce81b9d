using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.Me;

[Needs(Permission.OwnAccount)]
[EnableRateLimiting(Throttle.Door)]
public sealed class RecoveryCodesModel(GroupDb db, Viewer viewer, AccountService accounts, SecondFactors factors, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await db.Users.AsNoTracking().SingleAsync(u => u.Id == viewer.Id!.Value.Value);
        if (!accounts.IsPassword(me, CurrentPassword))
        {
            log.Say(Turned.WrongPassword);
            return Again(nameof(CurrentPassword), "This is not your password.");
        }

        Codes = await factors.NewRecoveryCodesAsync(me.UserId, viewer.Actor);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>The short PIN of remembered phones and locked screens. Changing one asks for the password; the first does not.</summary>
[Needs(Permission.OwnAccount)]
[Microsoft.AspNetCore.RateLimiting.EnableRateLimiting(Throttle.Door)]
public sealed class PinModel(GroupDb db, GroupStore store, Viewer viewer, AccountService accounts, Devices devices) : DoorModel
{
    [BindProperty]
    public string? Pin { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    public bool HasPin { get; private set; }

    public async Task OnGetAsync() => HasPin = (await MeAsync()).PinHash is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await MeAsync();
        HasPin = me.PinHash is not null;
        if (HasPin && !accounts.IsPassword(me, CurrentPassword))
            return Again(nameof(CurrentPassword), "This is not your password.");
        if (PinRules.Problem(Pin) is { } problem)
            return Again(nameof(Pin), problem);
        await devices.SetPinAsync(me.UserId, Pin);
        this.MarkSaved(store.Clock.Now);
        return Next is null ? RedirectToPage("Index") : GoOn();
    }

    private Task<User> MeAsync() => db.Users.AsNoTracking().SingleAsync(u => u.Id == viewer.Id!.Value.Value);
}

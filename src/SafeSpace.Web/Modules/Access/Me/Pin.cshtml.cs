using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>The short PIN of remembered phones and locked screens. It asks for the password, but for a first PIN right after coming in with it.</summary>
[Needs(Permission.OwnAccount)]
[Microsoft.AspNetCore.RateLimiting.EnableRateLimiting(Throttle.Door)]
public sealed class PinModel(GroupDb db, GroupStore store, Viewer viewer, AccountService accounts, Devices devices, ComingIn comingIn, DoorLog log) : DoorModel
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    [BindProperty]
    public string? Pin { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    public bool AsksForPassword { get; private set; }

    public async Task OnGetAsync() => AsksForPassword = await AskAsync(await MeAsync());

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await MeAsync();
        AsksForPassword = await AskAsync(me);
        if (AsksForPassword && !accounts.IsPassword(me, CurrentPassword))
        {
            log.Say(Turned.WrongPassword);
            return Again(nameof(CurrentPassword), "This is not your password.");
        }

        if (PinRules.Problem(Pin) is { } problem)
            return Again(nameof(Pin), problem);
        await devices.SetPinAsync(me.UserId, Pin);
        this.MarkSaved(store.Clock.Now);
        return Next is null ? RedirectToPage("Index") : GoOn();
    }

    private async Task<bool> AskAsync(User me)
    {
        var (session, since) = (comingIn.SessionId, store.Clock.Now - JustNow);
        return me.PinHash is not null || !await db.Sessions.AnyAsync(s => s.Id == session && s.BeganAt > since && s.Way != WayIn.Pin && s.Way != WayIn.Passkey);
    }

    private Task<User> MeAsync() => db.Users.AsNoTracking().SingleAsync(u => u.Id == viewer.Id!.Value.Value);
}

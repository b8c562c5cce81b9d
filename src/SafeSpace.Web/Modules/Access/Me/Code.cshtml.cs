using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>Another phone for the codes. The password is asked again; recovery codes are made anew.</summary>
[Needs(Permission.OwnAccount)]
[EnableRateLimiting(Throttle.Door)]
public sealed class CodeModel(GroupDb db, GroupStore store, Viewer viewer, AccountService accounts, SecondFactors factors, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? SecretKey { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public AuthenticatorCard Card { get; private set; } = null!;

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public async Task OnGetAsync() => Card = AuthenticatorCard.For(null, await MeAsync(), store);

    public async Task<IActionResult> OnPostAsync()
    {
        var me = await MeAsync();
        Card = AuthenticatorCard.For(SecretKey, me, store);
        if (!accounts.IsPassword(me, CurrentPassword))
        {
            log.Say(Turned.WrongPassword);
            return Again(nameof(CurrentPassword), "This is not your password.");
        }

        if (await factors.EnrolAsync(me.UserId, Card.Key, Code ?? "", viewer.Actor) is not { } codes)
            return Again(nameof(Code), "This code is not right. Look at the app again and write the six digits it shows now.");
        RecoveryCodes = codes;
        return Page();
    }

    private Task<User> MeAsync() => db.Users.AsNoTracking().SingleAsync(u => u.Id == viewer.Id!.Value.Value);
}

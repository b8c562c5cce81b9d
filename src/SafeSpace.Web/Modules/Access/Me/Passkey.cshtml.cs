using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>Adds a passkey of this device, or removes one. Both ask for the password: a screen somebody left open is not enough.</summary>
[Needs(Permission.OwnAccount)]
[EnableRateLimiting(Throttle.Door)]
public sealed class PasskeyModel(
    GroupDb db, GroupStore store, Viewer viewer, AccountService accounts, Passkeys passkeys, SignInManager<User> signIn, DeviceCookie device, DoorLog log, Texts texts) : DoorModel
{
    /// <summary>Which one to remove; empty to add one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? CurrentPassword { get; set; }

    /// <summary>Of the one to remove; null when one is added.</summary>
    public string? Label { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await ShowAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        Id = null;
        var me = await MeAsync();
        if (!accounts.IsPassword(me, CurrentPassword))
            return NotThePassword();
        if (await OfferedAsync() is not { } passkey)
            return Again(nameof(CurrentPassword), "That did not work. You can try again.");
        passkey.Name = device.Label;
        await passkeys.AddAsync(me.UserId, passkey, viewer.Actor);
        this.MarkSaved(store.Clock.Now, texts["This device can sign you in with a passkey now."]);
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostDropAsync()
    {
        if (!await ShowAsync() || Label is null)
            return NotFound();
        if (!accounts.IsPassword(await MeAsync(), CurrentPassword))
            return NotThePassword();
        await passkeys.RemoveAsync(viewer.Id!.Value, Convert.FromBase64String(Id!), viewer.Actor);
        this.MarkSaved(store.Clock.Now);
        return RedirectToPage("Index");
    }

    private IActionResult NotThePassword()
    {
        log.Say(Turned.WrongPassword);
        return Again(nameof(CurrentPassword), "This is not your password.");
    }

    /// <summary>False when the one to remove is not theirs.</summary>
    private async Task<bool> ShowAsync()
    {
        if (string.IsNullOrEmpty(Id))
            return true;
        var bytes = new byte[Id.Length];
        if (!Convert.TryFromBase64String(Id, bytes, out var length))
            return false;
        var (me, credential) = (viewer.Id!.Value.Value, bytes[..length]);
        if (await db.UserPasskeys.AsNoTracking().SingleOrDefaultAsync(p => p.UserId == me && p.CredentialId == credential) is not { } passkey)
            return false;
        Label = string.IsNullOrEmpty(passkey.Data.Name) ? texts["A passkey"] : passkey.Data.Name;
        return true;
    }

    private async Task<UserPasskeyInfo?> OfferedAsync()
    {
        if (string.IsNullOrEmpty(Credential))
            return null;
        try
        {
            var answer = await signIn.PerformPasskeyAttestationAsync(Credential);
            return answer.Succeeded ? answer.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            return null; // nothing was offered, or too long ago
        }
    }

    private Task<User> MeAsync() => db.Users.AsNoTracking().SingleAsync(u => u.Id == viewer.Id!.Value.Value);
}

using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>One's own account: name, ways in, devices, sign out everywhere.</summary>
[Needs(Permission.OwnAccount)]
public sealed class IndexModel(
    GroupDb db, GroupStore store, Viewer viewer, AccountService accounts, Devices devices, Sessions sessions, ComingIn comingIn, SignInManager<User> signIn, DeviceCookie device, Texts texts)
    : PageModel
{
    private const int LongestName = 80;

    [BindProperty]
    public string? Name { get; set; }

    public Viewer Viewer => viewer;

    public User Account { get; private set; } = null!;

    public IReadOnlyList<DeviceRow> Devices { get; private set; } = [];

    public IReadOnlyList<DeviceRow> OpenSessions { get; private set; } = [];

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public int RecoveryCodesLeft { get; private set; }

    public bool HasCode { get; private set; }

    public async Task OnGetAsync()
    {
        await ShowAsync();
        Name = viewer.Name;
    }

    public async Task<IActionResult> OnPostNameAsync()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName || Name.Any(char.IsControl))
        {
            ModelState.AddModelError(nameof(Name), "Tell us what your colleagues call you, in at most 80 letters.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync();
            return Page();
        }

        await accounts.RenameAsync(viewer.Id!.Value, Name, viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid id)
    {
        await devices.ForgetAsync(id, viewer.Id!.Value);
        return Saved();
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await sessions.EndAllAsync(viewer.Id!.Value, keep: comingIn.SessionId, alsoDevices: true);
        return Saved(texts["You are signed out everywhere else."]);
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        if (await PasskeyAsync(credential) is not { } passkey || await signIn.UserManager.GetUserAsync(User) is not { } user)
        {
            ModelState.AddModelError("", "That did not work. You can try again.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ShowAsync();
            Name = viewer.Name;
            return Page();
        }

        passkey.Name = device.Label;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(user, passkey);
        return Saved(texts["This device can sign you in with a passkey now."]);
    }

    public async Task<IActionResult> OnPostDropPasskeyAsync(string? id)
    {
        if (await signIn.UserManager.GetUserAsync(User) is { } user && Convert.TryFromBase64String(id ?? "", new byte[(id ?? "").Length], out _))
            await signIn.UserManager.RemovePasskeyAsync(user, Convert.FromBase64String(id!));
        return Saved();
    }

    private async Task<UserPasskeyInfo?> PasskeyAsync(string? credential)
    {
        try
        {
            var answer = await signIn.PerformPasskeyAttestationAsync(credential ?? "");
            return answer.Succeeded ? answer.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            return null; // nothing was offered, or too long ago
        }
    }

    private RedirectToPageResult Saved(string? words = null)
    {
        this.MarkSaved(store.Clock.Now, words);
        return RedirectToPage();
    }

    private async Task ShowAsync()
    {
        var me = viewer.Id!.Value;
        var now = store.Clock.Now;
        Account = (await signIn.UserManager.GetUserAsync(User))!;
        HasCode = await db.SecondFactors.AnyAsync(f => f.UserId == me);
        RecoveryCodesLeft = await db.RecoveryCodes.CountAsync(c => c.UserId == me && c.UsedAt == null);
        Devices = await db.RememberedDevices.Where(d => d.UserId == me && d.ForgottenAt == null && d.ExpiresAt > now)
            .OrderBy(d => d.AddedAt).Select(d => new DeviceRow(d.Id, d.Label, d.AddedAt)).ToListAsync();
        OpenSessions = await db.Sessions.Where(s => s.UserId == me && s.EndedAt == null && s.BeganAt > now.AddDays(-1))
            .OrderByDescending(s => s.BeganAt).Take(20).Select(s => new DeviceRow(s.Id, s.Device, s.BeganAt)).ToListAsync();
        Passkeys = [.. (await signIn.UserManager.GetPasskeysAsync(Account)).Select(p => new PasskeyRow(Convert.ToBase64String(p.CredentialId), p.Name ?? texts["A passkey"], p.CreatedAt.UtcDateTime))];
    }

    public sealed record DeviceRow(Guid Id, string Label, DateTime At);

    public sealed record PasskeyRow(string Id, string Label, DateTime At);
}

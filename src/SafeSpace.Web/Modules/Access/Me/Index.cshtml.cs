using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>One's own account: name, ways in, devices, sign out everywhere.</summary>
[Needs(Permission.OwnAccount)]
public sealed class IndexModel(
    GroupDb db, [FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupStore store, Viewer viewer, AccountService accounts, Devices devices, Sessions sessions, ComingIn comingIn, Texts texts)
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

    /// <summary>Somebody of us, or who was one of us and has a wall that still stands.</summary>
    public bool MayHoldAKey { get; private set; }

    /// <summary>The session of this very screen.</summary>
    public Guid? Here => comingIn.SessionId;

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

        if (await HoursService.IsSomebodysAsync(db, Name, viewer.Name))
        {
            ModelState.AddModelError(nameof(Name), texts["This name stands in the book of hours. If it is yours, ask your coordinator."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
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

    public async Task<IActionResult> OnPostOutAsync(Guid id)
    {
        await sessions.EndOneAsync(id, viewer.Id!.Value);
        return Saved();
    }

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await sessions.EndAllAsync(viewer.Id!.Value, keep: comingIn.SessionId, alsoDevices: true);
        return Saved(texts["You are signed out everywhere else."]);
    }

    private RedirectToPageResult Saved(string? words = null)
    {
        this.MarkSaved(store.Clock.Now, words);
        return RedirectToPage();
    }

    private async Task ShowAsync()
    {
        MayHoldAKey = viewer.May(Permission.LogContacts) || await whole.HasWallAsync(viewer.Id!.Value);
        var me = viewer.Id!.Value;
        var now = store.Clock.Now;
        Account = await db.Users.AsNoTracking().SingleAsync(u => u.Id == me.Value);
        HasCode = await db.SecondFactors.AnyAsync(f => f.UserId == me);
        RecoveryCodesLeft = await db.RecoveryCodes.CountAsync(c => c.UserId == me && c.UsedAt == null);
        Devices = await db.RememberedDevices.Where(d => d.UserId == me && d.ForgottenAt == null && d.ExpiresAt > now)
            .OrderBy(d => d.AddedAt).Select(d => new DeviceRow(d.Id, d.Label, d.AddedAt)).ToListAsync();
        OpenSessions = await db.Sessions.Where(s => s.UserId == me && s.EndedAt == null && s.BeganAt > now.AddDays(-1))
            .OrderByDescending(s => s.BeganAt).Take(20).Select(s => new DeviceRow(s.Id, s.Device, s.BeganAt)).ToListAsync();
        Passkeys = [.. (await db.UserPasskeys.AsNoTracking().Where(p => p.UserId == me.Value).ToListAsync())
            .OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyRow(Convert.ToBase64String(p.CredentialId), string.IsNullOrEmpty(p.Data.Name) ? texts["A passkey"] : p.Data.Name, p.Data.CreatedAt.UtcDateTime))];
    }

    public sealed record DeviceRow(Guid Id, string Label, DateTime At);

    public sealed record PasskeyRow(string Id, string Label, DateTime At);
}

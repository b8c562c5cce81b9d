using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access.Accounts;

[Needs(Permission.ManageAccounts)]
public sealed class IndexModel(GroupDb db, GroupStore store, AccountService accounts, ComingIn comingIn, Viewer viewer, Texts texts) : PageModel
{
    public IReadOnlyList<Row> Accounts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var roles = (await db.UserRoles.AsNoTracking().ToListAsync()).ToLookup(r => r.UserId.Value, r => r.Role);
        Accounts = [.. (await db.Users.AsNoTracking().OrderBy(u => u.DisplayName)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.RetiredAt, u.PasswordHash, u.TwoFactorEnabled }).ToListAsync())
            .Select(u => new Row(u.Id, u.DisplayName, u.Email!, [.. roles[u.Id].Order()], StateOf(u.RetiredAt, u.PasswordHash, u.TwoFactorEnabled)))];
    }

    public async Task<IActionResult> OnPostEverybodyAsync()
    {
        await accounts.SignEverybodyOutAsync(comingIn.SessionId, viewer.Actor);
        this.MarkSaved(store.Clock.Now, texts["Everybody else is signed out."]);
        return RedirectToPage();
    }

    internal static string StateOf(DateTime? retired, string? passwordHash, bool secondStep) => (retired, passwordHash, secondStep) switch
    {
        ({ }, _, _) => "Closed",
        (_, null, _) => "Invited, not been here yet",
        (_, _, false) => "Second step not set up",
        _ => "Open",
    };

    public sealed record Row(Guid Id, string Name, string Email, IReadOnlyList<Role> Roles, string State);
}

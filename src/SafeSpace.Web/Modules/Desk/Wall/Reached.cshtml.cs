using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Desk.Wall;

/// <summary>Who reached through a wall, and why: for the supervisor. Through whose, they are not told either.</summary>
[Needs(Permission.LookAfterDesk)]
public sealed class ReachedModel([FromKeyedServices(WholeStore.Key)] GroupDb whole, Vault vault) : PageModel
{
    public IReadOnlyList<Reached> Through { get; private set; } = [];

    public async Task OnGetAsync() =>
        Through = [.. (await whole.BrokenGlass.AsNoTracking().OrderByDescending(b => b.At).Take(100).ToListAsync()).Select(b => new Reached(b.ByName, b.At, vault.Open(WallService.Why, b.Id, b.Why), b.ReadAt))];

    public sealed record Reached(string By, DateTime At, string? Why, DateTime? ReadAt);
}

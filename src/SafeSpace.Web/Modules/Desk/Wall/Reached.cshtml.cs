using Microsoft.AspNetCore.Mvc;
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
    private const int OnAPage = 50;

    /// <summary>How many pages back from the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public int Older { get; set; }

    public bool More { get; private set; }

    public IReadOnlyList<Reached> Through { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Older = Math.Clamp(Older, 0, 1000);
        var rows = await whole.BrokenGlass.AsNoTracking().OrderByDescending(b => b.At).ThenBy(b => b.Id).Skip(Older * OnAPage).Take(OnAPage + 1).ToListAsync();
        More = rows.Count > OnAPage;
        Through = [.. rows.Take(OnAPage).Select(b => new Reached(b.ByName, b.At, vault.Open(WallService.Why, b.Id, b.Why), b.ReadAt))];
    }

    public sealed record Reached(string By, DateTime At, string? Why, DateTime? ReadAt);
}

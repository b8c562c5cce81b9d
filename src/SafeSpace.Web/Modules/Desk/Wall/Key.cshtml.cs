using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Desk.Wall;

/// <summary>
/// If I am in a crisis myself: who of us may know. And who reached through, and why. Also for who stepped back: the wall still stands, and
/// who holds the key is theirs to say. To anybody else it is not there.
/// </summary>
[Needs(Permission.OwnAccount)]
public sealed class KeyModel([FromKeyedServices(WholeStore.Key)] GroupDb whole, GroupClock clock, Viewer viewer, Vault vault, KeyholderService keys, WallService walls) : PageModel
{
    [BindProperty]
    public List<Guid> Holders { get; set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public IReadOnlyList<Reached> Through { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await WhoAsync() is not { } me)
            return NotFound();
        await LoadAsync(me);
        Holders = await whole.Keyholders.Where(k => k.PeerId == me && k.Until == null).Select(k => k.KeyholderId.Value).ToListAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await WhoAsync() is not { } me)
            return NotFound();
        await LoadAsync(me);
        var offered = Colleagues.Select(c => Guid.Parse(c.Value)).ToHashSet();
        await keys.SetAsync(me, [.. Holders.Where(offered.Contains).Select(h => new UserId(h))], viewer.Actor);
        return Saved();
    }

    public async Task<IActionResult> OnPostReadAsync()
    {
        if (await WhoAsync() is not { } me)
            return NotFound();
        await walls.ReadAsync(me, viewer.Actor);
        return Saved();
    }

    private async Task<UserId?> WhoAsync() => viewer.Id is { } me && (viewer.May(Permission.LogContacts) || await whole.HasWallAsync(me)) ? me : null;

    private RedirectToPageResult Saved()
    {
        this.MarkSaved(clock.Now);
        return RedirectToPage();
    }

    private async Task LoadAsync(UserId me)
    {
        var roles = Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.SeePeople)).ToList();
        var able = await whole.UserRoles.Where(r => roles.Contains(r.Role)).Select(r => r.UserId).Distinct().ToListAsync();
        var ids = able.Select(a => a.Value).Where(a => a != me.Value).ToList();
        Colleagues = [.. (await whole.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.RetiredAt == null).OrderBy(u => u.DisplayName).ToListAsync()).Select(u => new Choice(u.Id.ToString(), u.DisplayName))];
        Through = [.. (await whole.BrokenGlass.AsNoTracking().Where(b => b.WhoseId == me).OrderByDescending(b => b.At).Take(50).ToListAsync())
            .Select(b => new Reached(b.ByName, b.At, vault.Open(WallService.Why, b.Id, b.Why), b.ReadAt is null))];
    }

    public sealed record Reached(string By, DateTime At, string? Why, bool New);
}

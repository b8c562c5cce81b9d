using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Help.Pots;

/// <summary>Every pot there was, the newest first.</summary>
[Needs(Permission.KeepHelp)]
public sealed class IndexModel(GroupDb db, GroupClock clock) : PageModel
{
    private const int Shown = 200;

    public IReadOnlyList<Pot> All { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync() => All = await db.Pots.AsNoTracking().OrderByDescending(p => p.MadeAt).Take(Shown).ToListAsync();
}

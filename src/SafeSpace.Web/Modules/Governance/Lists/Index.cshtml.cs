using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Governance.Lists;

[Needs(Permission.EditGroup)]
public sealed class IndexModel(GroupDb db) : PageModel
{
    public IReadOnlyList<(GroupList List, string Labels)> Lists { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var entries = await db.ListEntries.AsNoTracking().Where(e => e.RetiredAt == null).OrderBy(e => e.Position).Select(e => new { e.List, e.Label }).ToListAsync();
        Lists = [.. Enum.GetValues<GroupList>().Select(list => (list, string.Join(", ", entries.Where(e => e.List == list).Select(e => e.Label))))];
    }
}

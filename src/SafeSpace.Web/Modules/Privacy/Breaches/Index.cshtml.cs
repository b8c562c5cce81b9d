using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Privacy.Breaches;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Privacy.Breaches;

/// <summary>What got out or got lost: open ones first, each with its clock. It names nobody.</summary>
[Needs(Permission.KeepPrivacy)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Vault vault, Texts texts) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(Breach Breach, string? What)> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var rows = await db.Breaches.AsNoTracking().OrderBy(b => b.ClosedAt != null).ThenByDescending(b => b.Number).Take(Most).ToListAsync();
        Rows = rows.ConvertAll(b => (b, Short(vault.Open(BreachSets.What, b.Id, b.What))));
    }

    public string Clock(Breach breach) => ClockOf(breach, clock.Now, texts);

    /// <summary>"31 hours left to tell the authority", or that they are over.</summary>
    public static string ClockOf(Breach breach, DateTime now, Texts texts)
    {
        var left = breach.TellBy - now;
        return left > TimeSpan.Zero
            ? texts.Count((int)Math.Ceiling(left.TotalHours), "{0} hour left to tell the authority", "{0} hours left to tell the authority")
            : texts["the 72 hours are over: tell the authority now, and say why it is late"];
    }

    private static string? Short(string? words) => words is { Length: > 120 } ? words[..120] + "…" : words;
}

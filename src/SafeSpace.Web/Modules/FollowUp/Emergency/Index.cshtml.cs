using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.FollowUp.Emergency;

/// <summary>What to do and whom to ring now: one tap from every page about a person, and from the start page. No name stands on it.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer) : PageModel
{
    private const int LongestReference = 20;

    /// <summary>The reference of the person whose page it was opened from.</summary>
    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    public Viewer Viewer => viewer;

    public IReadOnlyList<StepShown> Steps { get; private set; } = [];

    public async Task OnGetAsync()
    {
        For = For is { Length: > 0 and <= LongestReference } && For.All(char.IsLetterOrDigit) ? For : null;
        Steps = await StepShown.ReadAsync(db, clock.Today);
    }
}

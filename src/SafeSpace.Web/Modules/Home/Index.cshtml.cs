using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Home;

/// <summary>The start page: what this person may do, as cards.</summary>
[Needs(Permission.OwnAccount)]
public sealed class IndexModel(Viewer viewer, HomeDoors doors) : PageModel
{
    public Viewer Viewer => viewer;

    public IEnumerable<HomeDoor> Doors => doors.For(viewer);
}

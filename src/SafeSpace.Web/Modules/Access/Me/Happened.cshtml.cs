using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access.Me;

/// <summary>What happened with one's own account, so that a stranger's hand is seen.</summary>
[Needs(Permission.OwnAccount)]
public sealed class HappenedModel(GroupDb db, Viewer viewer, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public Happened Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await Happened.ReadAsync(db, texts, viewer.Id!.Value, Before);
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Modules.Network.Welcome;

/// <summary>The public page at the root: what this is, and where to sign in.</summary>
[AllowAnonymous]
public sealed class IndexModel(Stores stores) : PageModel
{
    public IReadOnlyList<Group> Groups { get; private set; } = [];

    public async Task OnGetAsync() => Groups = await stores.ListAsync();
}

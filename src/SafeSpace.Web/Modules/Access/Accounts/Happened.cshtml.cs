using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Access.Accounts;

/// <summary>What happened with all accounts, for who answers for them.</summary>
[Needs(Permission.ManageAccounts)]
public sealed class HappenedModel(GroupDb db, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Before { get; set; }

    public Happened Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await Happened.ReadAsync(db, texts, null, Before);
}

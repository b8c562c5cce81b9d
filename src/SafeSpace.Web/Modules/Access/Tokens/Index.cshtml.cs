using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Access.Tokens;

/// <summary>Tokens for programs: made, shown once, revoked.</summary>
[Needs(Permission.ManageAccounts)]
public sealed class IndexModel(GroupDb db, GroupStore store, ApiTokenService tokens, Viewer viewer, Texts texts) : PageModel
{
    private const int LongestName = 80;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Role? Role { get; set; }

    public string? Secret { get; private set; }

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public IReadOnlyList<Choice> RoleList => RoleChoices.For(texts);

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName || Name.Any(char.IsControl))
            ModelState.AddModelError(nameof(Name), "Give it a name that says which program uses it, in at most 80 letters.");
        if (Role is not { } role || !Enum.IsDefined(role))
            ModelState.AddModelError(nameof(Role), "Choose what the program may do.");
        else if (ModelState.IsValid)
            Secret = (await tokens.AddAsync(Name!, role, viewer.Actor)).Secret;
        Response.StatusCode = Secret is null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        if (!await tokens.RevokeAsync(id, viewer.Actor))
            return NotFound();
        this.MarkSaved(store.Clock.Now);
        return RedirectToPage();
    }

    private async Task ShowAsync() => Tokens = await db.ApiTokens.AsNoTracking().OrderBy(t => t.Name).ToListAsync();
}

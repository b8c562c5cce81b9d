using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SafeSpace.Core.Access;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Access.Accounts;

/// <summary>Invites somebody: the account is made, and a link that works once is shown to hand on.</summary>
[Needs(Permission.ManageAccounts)]
public sealed class NewModel(AccountService accounts, SetupLinks links, Viewer viewer, Texts texts) : PageModel
{
    private const int LongestName = 80;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public Role[] Roles { get; set; } = [];

    public string? Link { get; private set; }

    public IReadOnlyList<Choice> RoleList => RoleChoices.For(texts);

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName || Name.Any(char.IsControl))
            ModelState.AddModelError(nameof(Name), "Tell us what colleagues call them, in at most 80 letters.");
        if (!EmailRules.LooksRight(Email))
            ModelState.AddModelError(nameof(Email), EmailRules.Sentence);
        if (Roles.Length == 0 || Roles.Any(r => !Enum.IsDefined(r)))
            ModelState.AddModelError(nameof(Roles), "Choose what they do here: one thing at least.");
        var user = ModelState.IsValid ? await accounts.AddAsync(Email!, Name!, Roles, password: null, viewer.Actor) : null;
        if (user is null)
        {
            if (ModelState.IsValid)
                ModelState.AddModelError(nameof(Email), "There is an account with this e-mail address already.");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Link = SetupAddress.Of(Request, await links.MakeAsync(user.UserId, viewer.Actor));
        return Page();
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SetUp;

/// <summary>The page of a one-time link: who you are, your password; then the second step.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class IndexModel(GroupDb db, GroupStore store, SetupLinks links, HalfTickets half, DoorLog log) : DoorModel
{
    private const int LongestName = 80;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>The link is for an account that is there: its address does not change.</summary>
    public bool Known { get; private set; }

    public bool NotGood { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        if (await ReadAsync(secret) is { } user)
            (Name, Email) = (user.DisplayName, user.Email);
        return NotGood ? Gone() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await ReadAsync(secret) is { } known)
            Email = known.Email;
        if (NotGood)
            return Gone();
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName)
            ModelState.AddModelError(nameof(Name), "Tell us what your colleagues call you, in at most 80 letters.");
        if (!EmailRules.LooksRight(Email))
            ModelState.AddModelError(nameof(Email), EmailRules.Sentence);
        if (PasswordRules.Problem(Password, Email ?? "", PasswordRules.WordsOf(store)) is { } problem)
            ModelState.AddModelError(nameof(Password), problem);
        if (!ModelState.IsValid)
            return Refused();
        var (outcome, user) = await links.UseAsync(secret, Name!, Email!, Password!);
        switch (outcome)
        {
            case SetupOutcome.Done:
                half.Give(user!, WayIn.SetupLink);
                return RedirectToPage("/Access/SignIn/SecondStep");
            case SetupOutcome.AddressTaken:
                return Again(nameof(Email), "There is an account with this e-mail address already.");
            default:
                return Gone();
        }
    }

    private async Task<User?> ReadAsync(string secret)
    {
        var link = await SetupLinks.FindAsync(db, secret, store.Clock.Now);
        NotGood = link is null;
        Known = link?.UserId is not null;
        return link?.UserId is { } id ? await db.Users.AsNoTracking().SingleAsync(u => u.Id == id.Value) : null;
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private PageResult Gone()
    {
        NotGood = true;
        log.Say(Turned.OldLink);
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}

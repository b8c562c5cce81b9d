using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Community.Door;

/// <summary>
/// "I'm here": one tap for a phone that remembers a card, a short number at the tablet, or one tap for guests. Whoever holds the address can do
/// this and nothing else: nobody is signed in to anything, and no name is shown.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Visitors)]
public sealed class IndexModel(GroupDb db, DoorService doors, Texts texts) : PageModel
{
    private const string Remembered = "ss-card";
    private const int SecondsOfThanks = 8;
    private const int LongestName = 80;

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public string? Card { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>It is their own phone, and it shall remember the card.</summary>
    [BindProperty]
    public bool Mine { get; set; }

    /// <summary>What was said a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public AtTheDoor? Said { get; set; }

    public bool IsOpen { get; private set; }

    public bool RemembersCard => Request.Cookies.ContainsKey(Remembered);

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        if (await FindAsync(secret) is null)
            return Gone();
        if (Said is AtTheDoor.Welcome or AtTheDoor.HereAlready or AtTheDoor.PleaseWait)
            Response.Headers["Refresh"] = $"{SecondsOfThanks};url={Url.Content($"~/door/{secret}")}";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await FindAsync(secret) is not { } door)
            return Gone();
        var card = Card ?? Request.Cookies[Remembered] ?? "";
        var said = await doors.SignInAsync(door, card);
        if (said == AtTheDoor.NoSuchCard)
        {
            ModelState.AddModelError(nameof(Card), texts["We do not know this number. Look at the card again, or tap “I'm a guest”."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            if (Card is null)
                Response.Cookies.Delete(Remembered, Cookie());
            return Page();
        }

        if (Mine && Card is { Length: > 0 })
            Response.Cookies.Append(Remembered, Card.Trim(), Cookie());
        return Back(secret, said);
    }

    public async Task<IActionResult> OnPostGuestAsync(string secret)
    {
        if (await FindAsync(secret) is not { } door)
            return Gone();
        var name = Name is { } typed && !typed.Any(char.IsControl) ? Shortened(typed.Trim()) : null;
        return Back(secret, await doors.GuestAsync(door, FormId == Guid.Empty ? Ids.New() : FormId, name));
    }

    public async Task<IActionResult> OnPostForgetAsync(string secret)
    {
        if (await FindAsync(secret) is null)
            return Gone();
        Response.Cookies.Delete(Remembered, Cookie());
        return Back(secret, null);
    }

    /// <summary>Addresses are made in small letters; a secret has others too, so this one is written out.</summary>
    public string Address(string secret, string? handler = null) => Url.Content($"~/door/{secret}") + (handler is null ? "" : $"?handler={handler}");

    private LocalRedirectResult Back(string secret, AtTheDoor? said) => LocalRedirect(Address(secret) + (said is null ? "" : $"?said={said}"));

    /// <summary>For this group's doors alone; scripts cannot read it.</summary>
    private CookieOptions Cookie() => new()
    {
        HttpOnly = true,
        Secure = Request.IsHttps,
        SameSite = SameSiteMode.Strict,
        Path = Request.PathBase + "/door",
        MaxAge = TimeSpan.FromDays(365),
    };

    private async Task<DoorAddress?> FindAsync(string secret)
    {
        var door = await DoorService.FindAsync(db, secret);
        IsOpen = door is not null;
        return door;
    }

    /// <summary>Its beginning: nobody at a door is sent back for a long name.</summary>
    private static string Shortened(string name) => name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];

    private PageResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}

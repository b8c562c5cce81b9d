using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Feedback.Tell;

/// <summary>People tell us how it was, by a link or on a screen in the building: no account, nothing that tells who it was.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class IndexModel(GroupDb db, VoiceService voices, Texts texts) : TellPage(db, texts)
{
    private const int SecondsOfThanks = 10;
    private readonly GroupDb db = db;

    /// <summary>A screen in the building: whoever comes next finds an empty page.</summary>
    public bool IsScreen { get; private set; }

    public bool Open { get; private set; }

    public bool Thanks { get; private set; }

    public string Secret { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        Thanks = TempData["Thanks"] is true;
        var open = await ReadAsync(secret);
        if (Thanks && IsScreen)
            Response.Headers["Refresh"] = $"{SecondsOfThanks};url={AddressHere("tell-us", secret)}";
        return open || Thanks ? Page() : Refused(StatusCodes.Status410Gone);
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (!await ReadAsync(secret))
            return Refused(StatusCodes.Status410Gone);
        if (Said() is not { } said)
            return Refused();
        if (!await voices.GiveAsync(secret, FormId, said))
            return Refused(StatusCodes.Status410Gone);
        TempData["Thanks"] = true;
        return LocalRedirect(AddressHere("tell-us", secret));
    }

    private async Task<bool> ReadAsync(string secret)
    {
        Secret = secret;
        var link = await VoiceService.FindFeedbackLinkAsync(db, secret);
        (Open, IsScreen) = (link is not null, link?.Way == FeedbackWay.Kiosk);
        await ReadListsAsync();
        return Open;
    }
}

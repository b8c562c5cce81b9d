using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Access.SignIn;

/// <summary>The short PIN: on a screen that locked itself, or on a remembered phone.</summary>
[AllowAnonymous]
[EnableRateLimiting(Throttle.Door)]
public sealed class PinModel(GroupDb db, Devices devices, Sessions sessions, DeviceCookie device, ComingIn comingIn, DoorLog log) : DoorModel
{
    [BindProperty]
    public string? Pin { get; set; }

    /// <summary>Who of those this computer remembers; empty for whoever locked the screen, or the only one.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Who { get; set; }

    /// <summary>"Switch user": everybody is offered, also whoever locked the screen.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Choose { get; set; }

    public string Name { get; private set; } = "";

    public bool Locked { get; private set; }

    /// <summary>The others this computer remembers.</summary>
    public IReadOnlyList<Remembered> Others { get; private set; } = [];

    private PausedSession? Paused => HttpContext.Features.Get<PausedSession>() is { HasPin: true } paused && (Who is null || Who == paused.UserId.Value) ? paused : null;

    private (RememberedDevice Device, User User)? chosen;

    public async Task<IActionResult> OnGetAsync() => await ShowAsync() ? Page() : RedirectToPage("Index", new { Next, Whole = true });

    public async Task<IActionResult> OnPostAsync()
    {
        Choose = false;
        if (!await ShowAsync() || Name.Length == 0)
            return RedirectToPage("Index", new { Next, Whole = true });
        return Paused is { } paused ? await UnlockAsync(paused) : await ComeInAsync();
    }

    private async Task<IActionResult> UnlockAsync(PausedSession paused)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == paused.UserId.Value);
        if (!await sessions.MayTryPinAsync(paused.SessionId))
            return RedirectToPage("Index", new { Next, Whole = true });
        if (!devices.IsPin(user, Pin))
            return Wrong(user);
        await comingIn.BackAsync(user, paused);
        return GoOn();
    }

    private async Task<IActionResult> ComeInAsync()
    {
        if (chosen is not var (known, user))
            return RedirectToPage("Index", new { Next, Whole = true });
        switch (await devices.TryPinAsync(known, user, Pin))
        {
            case PinOutcome.Right:
                await comingIn.InAsync(user, WayIn.Pin);
                return GoOn();
            case PinOutcome.Forgotten:
                log.Say(Turned.WrongPin, user.Id);
                device.Drop(known);
                return RedirectToPage("Index", new { Next, Whole = true });
            default:
                return Wrong(user);
        }
    }

    private IActionResult Wrong(User user)
    {
        log.Say(Turned.WrongPin, user.Id);
        return Again(nameof(Pin), "This PIN is not right. After five wrong ones we ask for your password.");
    }

    /// <summary>False when there is nobody to ask for a PIN.</summary>
    private async Task<bool> ShowAsync()
    {
        var remembered = await device.FindAllAsync();
        var paused = HttpContext.Features.Get<PausedSession>() is { HasPin: true } locked ? locked : null;
        var people = remembered.Select(r => new Remembered(r.User.Id, r.User.DisplayName)).ToList();
        if (paused is not null && people.All(p => p.Id != paused.UserId.Value))
            people.Insert(0, new Remembered(paused.UserId.Value, paused.Name));
        var one = Choose ? null : Paused is { } here ? people.Find(p => p.Id == here.UserId.Value) : Who is { } who ? people.Find(p => p.Id == who) : people.Count == 1 ? people[0] : null;
        Locked = one is not null && Paused is not null;
        Name = one?.Name ?? "";
        Who = one?.Id;
        chosen = remembered.Where(r => r.User.Id == one?.Id).Select(r => ((RememberedDevice, User)?)r).FirstOrDefault();
        Others = [.. people.Where(p => p.Id != one?.Id)];
        return people.Count > 0;
    }

    /// <summary>Somebody this computer remembers, by the name colleagues call them.</summary>
    public sealed record Remembered(Guid Id, string Name);
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>What a PIN typed on a remembered device led to.</summary>
public enum PinOutcome
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones: the device is forgotten and asks for the password again.</summary>
    Forgotten,
}

/// <summary>Devices that are remembered for ninety days, and the short PIN they ask for.</summary>
public sealed class Devices(GroupStore store, IPasswordHasher<User> hasher)
{
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    /// <returns>The secret for the device's cookie.</returns>
    public async Task<string> RememberAsync(UserId user, string label)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        await store.Write("DeviceRemembered", Actor.System, unit =>
        {
            unit.Db.RememberedDevices.Add(new RememberedDevice
            {
                Id = Ids.New(),
                UserId = user,
                SecretHash = hash,
                Label = label,
                AddedAt = unit.Now,
                ExpiresAt = unit.Now + Remembered,
            });
            AccountEvents.Note(unit, user, AccountEventKind.DeviceRemembered, label, own: true);
            return Task.CompletedTask;
        });
        return secret;
    }

    /// <summary>The device a cookie belongs to and its account, when both still stand and there is a PIN to ask for.</summary>
    public static async Task<(RememberedDevice Device, User User)?> FindAsync(GroupDb db, string? secret, DateTime now)
    {
        if (string.IsNullOrEmpty(secret))
            return null;
        var hash = Secrets.HashOf(secret);
        var device = await db.RememberedDevices.AsNoTracking().SingleOrDefaultAsync(d => d.SecretHash == hash && d.ForgottenAt == null && d.ExpiresAt > now);
        if (device is null)
            return null;
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == device.UserId.Value && u.RetiredAt == null && u.PinHash != null);
        return user is null ? null : (device, user);
    }

    /// <summary>Everybody a shared computer remembers, by name: a secret for each is in its cookie.</summary>
    public static async Task<IReadOnlyList<(RememberedDevice Device, User User)>> FindAllAsync(GroupDb db, IReadOnlyCollection<string> secrets, DateTime now)
    {
        var found = new List<(RememberedDevice Device, User User)>();
        foreach (var secret in secrets)
            if (await FindAsync(db, secret, now) is { } known)
                found.Add(known);
        return [.. found.DistinctBy(f => f.User.Id).OrderBy(f => f.User.DisplayName, StringComparer.CurrentCulture)];
    }

    /// <summary>Takes a PIN on a remembered device. The try is counted before the PIN is looked at, so that many at once are no way round.</summary>
    public async Task<PinOutcome> TryPinAsync(RememberedDevice device, User user, string? pin)
    {
        var may = await CountAsync(device.Id, (row, unit) =>
        {
            if (++row.WrongPins > PinRules.MostWrong)
                Forget(unit, row);
        });
        if (!may)
            return PinOutcome.Forgotten;
        if (!IsPin(user, pin))
            return await CountAsync(device.Id, ForgetAfterTooMany) ? PinOutcome.Wrong : PinOutcome.Forgotten;
        await CountAsync(device.Id, (row, _) => row.WrongPins = 0);
        return PinOutcome.Right;
    }

    private static void ForgetAfterTooMany(RememberedDevice device, Unit unit)
    {
        if (device.WrongPins >= PinRules.MostWrong)
            Forget(unit, device);
    }

    public bool IsPin(User user, string? pin) =>
        user.PinHash is not null && PinRules.Problem(pin) is null && hasher.VerifyHashedPassword(user, user.PinHash, pin!) != PasswordVerificationResult.Failed;

    /// <summary>A new PIN, or none: then remembered devices ask for the password again.</summary>
    public Task SetPinAsync(UserId user, string? pin)
    {
        var hash = pin is null ? null : hasher.HashPassword(null!, pin);
        return store.Write("PinSet", Actor.System, async unit =>
        {
            var row = await unit.Db.Users.SingleAsync(u => u.Id == user.Value);
            if (hash is not null || row.PinHash is not null)
                AccountEvents.Note(unit, user, hash is null ? AccountEventKind.PinRemoved : AccountEventKind.PinSet, own: true);
            row.PinHash = hash;
            if (hash is null)
                await ForgetAllAsync(unit, user);
        });
    }

    /// <summary>Only one's own.</summary>
    public Task ForgetAsync(Guid id, UserId user) =>
        store.Write("DeviceForgotten", Actor.System, async unit =>
        {
            if (await unit.Db.RememberedDevices.SingleOrDefaultAsync(d => d.Id == id && d.UserId == user && d.ForgottenAt == null) is { } device)
                Forget(unit, device);
        });

    internal static async Task ForgetAllAsync(Unit unit, UserId user)
    {
        foreach (var device in await unit.Db.RememberedDevices.Where(d => d.UserId == user && d.ForgottenAt == null).ToListAsync())
            Forget(unit, device);
    }

    private static void Forget(Unit unit, RememberedDevice device)
    {
        device.ForgottenAt = unit.Now;
        AccountEvents.Note(unit, device.UserId, AccountEventKind.DeviceForgotten, device.Label, own: unit.By == Actor.System);
    }

    /// <returns>Whether the device is still remembered.</returns>
    private Task<bool> CountAsync(Guid id, Action<RememberedDevice, Unit> change) =>
        store.Write("PinTried", Actor.System, async unit =>
        {
            var row = await unit.Db.RememberedDevices.SingleAsync(d => d.Id == id);
            if (row.ForgottenAt is null)
                change(row, unit);
            return row.ForgottenAt is null;
        });
}

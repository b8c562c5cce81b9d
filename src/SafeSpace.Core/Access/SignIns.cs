using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>What a password led to.</summary>
public enum PasswordOutcome
{
    /// <summary>Wrong, unknown, retired or waiting after too many tries: one answer for all.</summary>
    No,

    /// <summary>Right; now the code.</summary>
    AskCode,

    /// <summary>Right, but there is no second step yet: it is set up before anything opens.</summary>
    SetUpCode,

    /// <summary>Right, and nothing more is asked: a demonstration.</summary>
    ComeIn,
}

/// <summary>The first step of a sign-in, and the waiting after too many wrong tries.</summary>
public sealed class SignIns(GroupStore store, GroupDb db, IPasswordHasher<User> hasher)
{
    public const int MostWrong = 8;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(10);

    /// <summary>An account nobody has: an unknown address takes as long as a known one.</summary>
    private static readonly User Nobody = AccountService.NewUser("nobody", "nobody");
    private static string? dummyHash;

    public async Task<(PasswordOutcome Outcome, User? User)> TakePasswordAsync(string? email, string? password)
    {
        var normal = AccountService.Normal(email ?? "");
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normal);
        var hash = user?.PasswordHash ?? (dummyHash ??= hasher.HashPassword(Nobody, Secrets.New()));
        var given = password is { Length: <= PasswordRules.Longest } ? password : "";
        var right = hasher.VerifyHashedPassword(user ?? Nobody, hash, given) != PasswordVerificationResult.Failed;
        if (!right || user is not { PasswordHash: not null, RetiredAt: null } || IsWaiting(user, store.Clock.Now))
        {
            // The same work for an address nobody has.
            await store.Write("PasswordTried", Actor.System, async unit =>
                await unit.Db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normal) is { } row && !IsWaiting(row, unit.Now) && CountWrong(row, unit.Now));
            return (PasswordOutcome.No, null);
        }

        var next = store.Profile.IsDemonstration ? PasswordOutcome.ComeIn : user.TwoFactorEnabled ? PasswordOutcome.AskCode : PasswordOutcome.SetUpCode;
        return (next, user);
    }

    internal static bool IsWaiting(User user, DateTime now) => user.LockoutEnd is { } end && end.UtcDateTime > now;

    internal static bool CountWrong(User user, DateTime now)
    {
        if (++user.AccessFailedCount >= MostWrong)
        {
            user.AccessFailedCount = 0;
            user.LockoutEnd = new DateTimeOffset(now + Wait, TimeSpan.Zero);
        }

        return false;
    }

    internal static bool CountRight(User user)
    {
        user.AccessFailedCount = 0;
        user.LockoutEnd = null;
        return true;
    }
}

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

    /// <returns>What came of it, and whose the address is, also where nobody comes in: for the log, which says it by the account's id.</returns>
    public async Task<(PasswordOutcome Outcome, User? User)> TakePasswordAsync(string? email, string? password)
    {
        var normal = AccountService.Normal(email ?? "");
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normal);
        var hash = user?.PasswordHash ?? (dummyHash ??= hasher.HashPassword(Nobody, Secrets.New()));
        var given = password is { Length: <= PasswordRules.Longest } ? password : "";
        var verified = hasher.VerifyHashedPassword(user ?? Nobody, hash, given);
        var right = verified != PasswordVerificationResult.Failed;
        if (!right || user is not { PasswordHash: not null, RetiredAt: null } || IsWaiting(user, store.Clock.Now))
        {
            // The same work for an address nobody has.
            await store.Write("PasswordTried", Actor.System, async unit =>
                await unit.Db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == normal) is { } row && !IsWaiting(row, unit.Now) && CountWrong(unit, row));
            return (PasswordOutcome.No, user);
        }

        if (verified == PasswordVerificationResult.SuccessRehashNeeded)
            await HashAnewAsync(user, given);

        var next = store.Profile.IsDemonstration ? PasswordOutcome.ComeIn : user.TwoFactorEnabled ? PasswordOutcome.AskCode : PasswordOutcome.SetUpCode;
        return (next, user);
    }

    internal static bool IsWaiting(User user, DateTime now) => user.LockoutEnd is { } end && end.UtcDateTime > now;

    /// <summary>The same password, hashed as slowly as is asked today: it was set when fewer rounds were.</summary>
    private Task HashAnewAsync(User user, string password)
    {
        var (old, hash) = (user.PasswordHash, hasher.HashPassword(user, password));
        return store.Write("PasswordHashed", Actor.System, async unit =>
        {
            if (await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == user.Id && u.PasswordHash == old) is { } row)
                row.PasswordHash = hash;
        });
    }

    internal static bool CountWrong(Unit unit, User user)
    {
        if (++user.AccessFailedCount >= MostWrong)
        {
            user.AccessFailedCount = 0;
            user.LockoutEnd = new DateTimeOffset(unit.Now + Wait, TimeSpan.Zero);
            AccountEvents.Note(unit, user.UserId, AccountEventKind.Waiting);
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

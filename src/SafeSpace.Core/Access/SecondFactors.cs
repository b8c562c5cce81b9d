using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>The second step of a sign-in: one-time codes from an app, and recovery codes for the day the phone is lost.</summary>
public sealed class SecondFactors(GroupStore store)
{
    public const int RecoveryCodeCount = 10;

    /// <summary>
    /// Takes a key into use, replacing one that was there, when <paramref name="code"/> shows that the app has it.
    /// Recovery codes are made anew.
    /// </summary>
    /// <returns>The recovery codes, shown once; null when the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> EnrolAsync(UserId user, string key, string code, Actor by)
    {
        if (OneTimeCode.Match(key, code, store.Clock.Now, 0) is not { } step)
            return null;
        return await PutAsync(user, key, step, by);
    }

    /// <summary>As <see cref="EnrolAsync"/> for an account whose key is known already: tests, and accounts made by an operator.</summary>
    public Task<IReadOnlyList<string>> EnrolAuthenticatorAsync(UserId user, string key, Actor by) => PutAsync(user, key, 0, by);

    /// <summary>Takes a code at sign-in. A wrong one counts like a wrong password; a right one works once.</summary>
    public Task<bool> TakeCodeAsync(UserId user, string? code) =>
        store.Write("CodeTried", Actor.System, async unit =>
        {
            await unit.AloneAsync(); // once, also where two nodes are asked
            var account = await unit.Db.Users.SingleAsync(u => u.Id == user.Value);
            var factor = await unit.Db.SecondFactors.SingleOrDefaultAsync(f => f.UserId == user);
            if (factor is null || SignIns.IsWaiting(account, unit.Now))
                return false;
            var key = unit.Open(SecondFactor.KeyColumn, factor.Id, factor.Key)!;
            if (OneTimeCode.Match(key, code ?? "", unit.Now, account.LastCodeStep) is not { } step)
                return SignIns.CountWrong(unit, account);
            account.LastCodeStep = step;
            return SignIns.CountRight(account);
        });

    /// <summary>Takes a recovery code at sign-in; it works once.</summary>
    public Task<bool> TakeRecoveryCodeAsync(UserId user, string? code) =>
        store.Write("RecoveryCodeUsed", new Actor(user, "recovery code"), async unit =>
        {
            await unit.AloneAsync();
            var account = await unit.Db.Users.SingleAsync(u => u.Id == user.Value);
            if (SignIns.IsWaiting(account, unit.Now))
                return false;
            var hash = Secrets.HashOfRecoveryCode(user, code ?? "");
            if (await unit.Db.RecoveryCodes.SingleOrDefaultAsync(c => c.UserId == user && c.CodeHash == hash && c.UsedAt == null) is not { } row)
                return SignIns.CountWrong(unit, account);
            row.UsedAt = unit.Now;
            AccountEvents.Note(unit, user, AccountEventKind.RecoveryCodeUsed, own: true);
            return SignIns.CountRight(account);
        });

    /// <summary>Ten new codes; the old ones work no more.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(UserId user, Actor by)
    {
        var codes = NewCodes();
        await store.Write("RecoveryCodesMade", by, async unit =>
        {
            await ReplaceCodesAsync(unit, user, codes);
            AccountEvents.Note(unit, user, AccountEventKind.RecoveryCodesMade);
        });
        return codes;
    }

    internal static async Task RemoveAsync(Unit unit, UserId user)
    {
        unit.Db.SecondFactors.RemoveRange(await unit.Db.SecondFactors.Where(f => f.UserId == user).ToListAsync());
        unit.Db.RecoveryCodes.RemoveRange(await unit.Db.RecoveryCodes.Where(c => c.UserId == user).ToListAsync());
    }

    private async Task<IReadOnlyList<string>> PutAsync(UserId user, string key, long step, Actor by)
    {
        var codes = NewCodes();
        var id = Ids.New();
        await store.Write("SecondStepEnrolled", by, async unit =>
        {
            var first = !await unit.Db.SecondFactors.AnyAsync(f => f.UserId == user);
            await RemoveAsync(unit, user);
            await unit.Db.SaveChangesAsync();
            var account = await unit.Db.Users.SingleAsync(u => u.Id == user.Value);
            account.LastCodeStep = step;
            account.TwoFactorEnabled = true;
            unit.Db.SecondFactors.Add(new SecondFactor { Id = id, UserId = user, Key = unit.Seal(null, SecondFactor.KeyColumn, id, key)!.Value, EnrolledAt = unit.Now });
            await ReplaceCodesAsync(unit, user, codes);
            AccountEvents.Note(unit, user, first ? AccountEventKind.CodeSetUp : AccountEventKind.CodeChanged);
        });
        return codes;
    }

    private static string[] NewCodes() => [.. Enumerable.Range(0, RecoveryCodeCount).Select(_ => Secrets.NewRecoveryCode())];

    private static async Task ReplaceCodesAsync(Unit unit, UserId user, IEnumerable<string> codes)
    {
        unit.Db.RecoveryCodes.RemoveRange(await unit.Db.RecoveryCodes.Where(c => c.UserId == user).ToListAsync());
        foreach (var code in codes)
            unit.Db.RecoveryCodes.Add(new RecoveryCode { Id = Ids.New(), UserId = user, CodeHash = Secrets.HashOfRecoveryCode(user, code) });
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>An account's passkeys, added and removed as a change that is on record; the identity library would save them unseen.</summary>
public sealed class Passkeys(GroupStore store)
{
    public Task AddAsync(UserId user, UserPasskeyInfo passkey, Actor by) =>
        store.Write("PasskeyAdded", by, async unit =>
        {
            if (await unit.Db.UserPasskeys.AnyAsync(p => p.CredentialId == passkey.CredentialId))
                return;
            unit.Db.UserPasskeys.Add(new IdentityUserPasskey<Guid>
            {
                UserId = user.Value,
                CredentialId = passkey.CredentialId,
                Data = new IdentityPasskeyData
                {
                    PublicKey = passkey.PublicKey,
                    Name = passkey.Name,
                    CreatedAt = passkey.CreatedAt,
                    Transports = passkey.Transports,
                    SignCount = passkey.SignCount,
                    IsBackupEligible = passkey.IsBackupEligible,
                    IsBackedUp = passkey.IsBackedUp,
                    IsUserVerified = passkey.IsUserVerified,
                    AttestationObject = passkey.AttestationObject,
                    ClientDataJson = passkey.ClientDataJson,
                },
            });
            AccountEvents.Note(unit, user, AccountEventKind.PasskeyAdded, passkey.Name, own: true);
        });

    /// <summary>Only one's own.</summary>
    public Task RemoveAsync(UserId user, byte[] credential, Actor by) =>
        store.Write("PasskeyRemoved", by, async unit =>
        {
            if (await unit.Db.UserPasskeys.SingleOrDefaultAsync(p => p.UserId == user.Value && p.CredentialId == credential) is not { } passkey)
                return;
            unit.Db.UserPasskeys.Remove(passkey);
            AccountEvents.Note(unit, user, AccountEventKind.PasskeyRemoved, passkey.Data.Name, own: true);
        });

    internal static async Task RemoveAllAsync(Unit unit, UserId user) =>
        unit.Db.UserPasskeys.RemoveRange(await unit.Db.UserPasskeys.Where(k => k.UserId == user.Value).ToListAsync());
}

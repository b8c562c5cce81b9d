using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>What became of a set-up link.</summary>
public enum SetupOutcome
{
    Done,

    /// <summary>Used, too old, or never was.</summary>
    NotGood,
    AddressTaken,
}

/// <summary>Links that work once, for three days: the first account of a group, an invitation, or a fresh start for somebody who lost their phone.</summary>
public sealed class SetupLinks(GroupStore store, IPasswordHasher<User> hasher)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(3);

    /// <param name="user">Whose account; null for the first of a group, which becomes a coordinator.</param>
    /// <returns>The secret: the link is <c>/&lt;group&gt;/set-up/&lt;secret&gt;</c>. Earlier links for the same account stop working.</returns>
    public async Task<string> MakeAsync(UserId? user, Actor by)
    {
        var secret = Secrets.New();
        var hash = Secrets.HashOf(secret);
        await store.Write("SetupLinkMade", by, async unit =>
        {
            foreach (var older in await unit.Db.SetupLinks.Where(l => l.UserId == user && l.UsedAt == null && l.ExpiresAt > unit.Now).ToListAsync())
                older.ExpiresAt = unit.Now;
            unit.Db.SetupLinks.Add(new SetupLink { Id = Ids.New(), SecretHash = hash, UserId = user, ExpiresAt = unit.Now + GoodFor });
            if (user is { } known)
                AccountEvents.Note(unit, known, AccountEventKind.LinkMade);
        });
        return secret;
    }

    public static Task<SetupLink?> FindAsync(GroupDb db, string? secret, DateTime now)
    {
        var hash = Secrets.HashOf(secret ?? "");
        return db.SetupLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash && l.UsedAt == null && l.ExpiresAt > now);
    }

    /// <summary>
    /// Uses a link: sets the name and password, makes the account if there is none yet. An account that was there starts afresh:
    /// its second step, passkeys, devices and sessions are gone.
    /// </summary>
    public Task<(SetupOutcome Outcome, User? User)> UseAsync(string secret, string displayName, string email, string password)
    {
        var linkHash = Secrets.HashOf(secret);
        var passwordHash = hasher.HashPassword(null!, password);
        var made = AccountService.NewUser(email, displayName);
        var roleId = Ids.New();
        return store.Write<(SetupOutcome, User?)>("AccountSetUp", new Actor(null, "set-up link"), async unit =>
        {
            await unit.AloneAsync();
            var link = await unit.Db.SetupLinks.SingleOrDefaultAsync(l => l.SecretHash == linkHash && l.UsedAt == null && l.ExpiresAt > unit.Now);
            if (link is null)
                return (SetupOutcome.NotGood, null);
            var user = made;
            if (link.UserId is { } known)
            {
                user = await unit.Db.Users.SingleAsync(u => u.Id == known.Value);
                await SecondFactors.RemoveAsync(unit, known);
                await Passkeys.RemoveAllAsync(unit, known);
                await Sessions.EndAllAsync(unit, known);
                await Devices.ForgetAllAsync(unit, known);
            }
            else
            {
                if (await unit.Db.Users.AnyAsync(u => u.NormalizedEmail == made.NormalizedEmail))
                    return (SetupOutcome.AddressTaken, null);
                user.AddedAt = unit.Now;
                unit.Db.Users.Add(user);
                unit.Db.UserRoles.Add(new UserRole { Id = roleId, UserId = user.UserId, Role = Role.Coordinator });
            }

            link.UsedAt = unit.Now;
            var hadNone = link.UserId is null || user.PasswordHash is null;
            user.DisplayName = displayName.Trim();
            user.PasswordHash = passwordHash;
            user.TwoFactorEnabled = false;
            user.PinHash = null;
            user.SecurityStamp = Ids.New().ToString("N");
            SignIns.CountRight(user);
            AccountEvents.Note(unit, user.UserId, hadNone ? AccountEventKind.SetUp : AccountEventKind.SetUpAnew, own: true);
            return (SetupOutcome.Done, user);
        });
    }
}

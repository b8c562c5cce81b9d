using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>What became of a change to an account.</summary>
public enum AccountOutcome
{
    Done,
    NotThere,

    /// <summary>Nobody would be left who can manage accounts.</summary>
    NobodyLeft,
}

/// <summary>What a module puts right, in the same change, when an account is closed.</summary>
public interface IAccountStep
{
    Task BeforeRetireAsync(Unit unit, UserId account);

    /// <summary>It is given other roles than it has.</summary>
    Task BeforeOtherRolesAsync(Unit unit, UserId account) => Task.CompletedTask;
}

/// <summary>Accounts of a group: made, given roles, retired and brought back; their passwords.</summary>
public sealed class AccountService(GroupStore store, IPasswordHasher<User>? hasher = null)
{
    private readonly IPasswordHasher<User> hasher = hasher ?? PasswordHashing.Slow;

    /// <summary>What follows in other modules when an account is closed.</summary>
    public IReadOnlyList<IAccountStep> Steps { get; init; } = [];

    /// <summary>Adds an account. Without a password it can only be entered by a set-up link.</summary>
    /// <returns>The new account, or null when the address is taken.</returns>
    public Task<User?> AddAsync(string email, string displayName, IReadOnlyCollection<Role> roles, string? password, Actor by)
    {
        var user = NewUser(email, displayName);
        user.PasswordHash = password is null ? null : hasher.HashPassword(user, password);
        return store.Write<User?>("AccountAdded", by, async unit =>
        {
            if (await unit.Db.Users.AnyAsync(u => u.NormalizedEmail == user.NormalizedEmail))
                return null;
            user.AddedAt = unit.Now;
            unit.Db.Users.Add(user);
            foreach (var role in roles.Distinct())
                unit.Db.UserRoles.Add(new UserRole { Id = Ids.New(), UserId = user.UserId, Role = role });
            AccountEvents.Note(unit, user.UserId, AccountEventKind.Made, AccountEvents.Words(roles));
            return user;
        });
    }

    /// <param name="shown">The roles that stood there when they were chosen: what somebody else gave or took since stays as it is. Null sets them as they are given.</param>
    public Task<AccountOutcome> SetRolesAsync(UserId id, IReadOnlyCollection<Role> chosen, Actor by, IReadOnlyCollection<Role>? shown = null) =>
        store.Write("RolesChanged", by, async unit =>
        {
            await unit.AloneAsync();
            if (!await unit.Db.Users.AnyAsync(u => u.Id == id.Value))
                return AccountOutcome.NotThere;
            var held = await unit.Db.UserRoles.Where(r => r.UserId == id).ToListAsync();
            IReadOnlyCollection<Role> roles = shown is null ? chosen : [.. held.Select(h => h.Role).Except(shown.Except(chosen)).Union(chosen.Except(shown))];
            if (roles.Count == 0)
                throw new StaleVersionException(); // each was taken by one of two
            if (!Permissions.Of(roles).Contains(Permission.ManageAccounts) && await IsLastManagerAsync(unit, id))
                return AccountOutcome.NobodyLeft;
            if (held.Select(h => h.Role).ToHashSet().SetEquals(roles))
                return AccountOutcome.Done;
            foreach (var step in Steps)
                await step.BeforeOtherRolesAsync(unit, id);
            unit.Db.UserRoles.RemoveRange(held.Where(h => !roles.Contains(h.Role)));
            foreach (var role in roles.Distinct().Where(r => held.All(h => h.Role != r)))
                unit.Db.UserRoles.Add(new UserRole { Id = Ids.New(), UserId = id, Role = role });
            AccountEvents.Note(unit, id, AccountEventKind.RolesChanged, AccountEvents.Words(roles));
            return AccountOutcome.Done;
        });

    /// <summary>Closes an account: it signs in no more, and is signed out everywhere at once. What it did keeps its name.</summary>
    public Task<AccountOutcome> RetireAsync(UserId id, Actor by) =>
        ChangeAsync("AccountRetired", id, by, async (unit, user) =>
        {
            if (await IsLastManagerAsync(unit, id))
                return AccountOutcome.NobodyLeft;
            foreach (var step in Steps)
                await step.BeforeRetireAsync(unit, id);
            if (user.RetiredAt is null)
                AccountEvents.Note(unit, id, AccountEventKind.Closed);
            user.RetiredAt ??= unit.Now;
            await Sessions.EndAllAsync(unit, id);
            await Devices.ForgetAllAsync(unit, id);
            return AccountOutcome.Done;
        });

    public Task<AccountOutcome> BringBackAsync(UserId id, Actor by) =>
        ChangeAsync("AccountBroughtBack", id, by, (unit, user) =>
        {
            if (user.RetiredAt is not null)
                AccountEvents.Note(unit, id, AccountEventKind.OpenedAgain);
            user.RetiredAt = null;
            return Task.FromResult(AccountOutcome.Done);
        });

    public Task<AccountOutcome> RenameAsync(UserId id, string displayName, Actor by) =>
        ChangeAsync("AccountRenamed", id, by, (unit, user) =>
        {
            if (user.DisplayName != displayName.Trim())
                AccountEvents.Note(unit, id, AccountEventKind.Renamed);
            user.DisplayName = displayName.Trim();
            return Task.FromResult(AccountOutcome.Done);
        });

    /// <summary>
    /// Gives an account a new password; every other session ends, and devices that asked only for the PIN are forgotten: whoever changes
    /// it may have lost one. Passkeys stay: each is bound to a device and its owner's finger or face, no password opens it, and it is seen
    /// and removed one by one on the same page. A set-up link, for who lost everything, takes them too.
    /// </summary>
    public Task<AccountOutcome> SetPasswordAsync(UserId id, string password, Guid? keepSession, Actor by)
    {
        var hash = hasher.HashPassword(null!, password);
        return ChangeAsync("PasswordChanged", id, by, async (unit, user) =>
        {
            user.PasswordHash = hash;
            await Sessions.EndAllAsync(unit, id, keepSession);
            await Devices.ForgetAllAsync(unit, id);
            AccountEvents.Note(unit, id, AccountEventKind.PasswordChanged);
            return AccountOutcome.Done;
        });
    }

    /// <summary>Ends every session of an account, from the coordinator's side.</summary>
    public Task<AccountOutcome> SignOutAsync(UserId id, Actor by) =>
        ChangeAsync("SignedOutEverywhere", id, by, async (unit, _) =>
        {
            await Sessions.EndAllAsync(unit, id);
            await Devices.ForgetAllAsync(unit, id);
            AccountEvents.Note(unit, id, AccountEventKind.SignedOutEverywhere);
            return AccountOutcome.Done;
        });

    /// <summary>Ends every session of everybody but the one that says so: when nobody knows who came in.</summary>
    public Task SignEverybodyOutAsync(Guid? keepSession, Actor by) =>
        store.Write("EverybodySignedOut", by, async unit =>
        {
            var open = await unit.Db.Sessions.Where(s => s.EndedAt == null && s.Id != keepSession).ToListAsync();
            open.ForEach(s => s.EndedAt = unit.Now);
            foreach (var user in open.Select(s => s.UserId).Distinct())
                AccountEvents.Note(unit, user, AccountEventKind.SignedOutEverywhere);
        });

    /// <summary>Is this the account's password? For changes that ask for it again.</summary>
    public bool IsPassword(User user, string? password) =>
        user.PasswordHash is not null && password is { Length: > 0 and <= PasswordRules.Longest }
        && hasher.VerifyHashedPassword(user, user.PasswordHash, password) != PasswordVerificationResult.Failed;

    internal static User NewUser(string email, string displayName) => new()
    {
        Id = Ids.New(),
        DisplayName = displayName.Trim(),
        Email = email.Trim(),
        NormalizedEmail = Normal(email),
        UserName = email.Trim(),
        NormalizedUserName = Normal(email),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Ids.New().ToString("N"),
    };

    internal static string Normal(string email) => email.Trim().ToUpperInvariant();

    private Task<AccountOutcome> ChangeAsync(string kind, UserId id, Actor by, Func<Unit, User, Task<AccountOutcome>> change) =>
        store.Write(kind, by, async unit =>
            await unit.Db.Users.SingleOrDefaultAsync(u => u.Id == id.Value) is { } user ? await change(unit, user) : AccountOutcome.NotThere);

    /// <summary>A group whose last coordinator left could let nobody in again.</summary>
    private static async Task<bool> IsLastManagerAsync(Unit unit, UserId id)
    {
        await unit.AloneAsync(); // two who close each other's account, on two nodes
        var managing = Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(Permission.ManageAccounts)).ToList();
        var standing = unit.Db.Users.Where(u => u.RetiredAt == null && u.PasswordHash != null).Select(u => u.Id);
        var managers = await unit.Db.UserRoles.Where(r => managing.Contains(r.Role)).Select(r => r.UserId).Distinct().ToListAsync();
        var ids = managers.Select(m => m.Value).ToList();
        var left = await standing.Where(u => ids.Contains(u)).ToListAsync();
        return left.Contains(id.Value) && left.Count == 1;
    }
}

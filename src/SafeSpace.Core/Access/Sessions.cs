using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Access;

/// <summary>Sign-ins: begun, locked while nobody is at the screen, ended.</summary>
public sealed class Sessions(GroupStore store)
{
    /// <summary>Begins a session, and ends the one that was on this device before.</summary>
    public Task<Session> BeginAsync(UserId user, WayIn way, string device, Guid? before) =>
        store.Write("SignedIn", Actor.System, async unit =>
        {
            if (before is { } old && await unit.Db.Sessions.SingleOrDefaultAsync(s => s.Id == old) is { } last)
                last.EndedAt ??= unit.Now;
            var session = new Session { Id = Ids.New(), UserId = user, Way = way, Device = device, BeganAt = unit.Now };
            unit.Db.Sessions.Add(session);
            return session;
        });

    public Task LockAsync(Guid id) => ChangeAsync(id, (session, unit) => session.LockedAt ??= unit.Now);

    public Task UnlockAsync(Guid id) => ChangeAsync(id, (session, _) =>
    {
        session.LockedAt = null;
        session.WrongPins = 0;
    });

    /// <summary>It has lasted as long as the group lets any.</summary>
    public Task EndAsync(Guid id) => ChangeAsync(id, (session, unit) => session.EndedAt ??= unit.Now);

    /// <summary>Somebody signs off at their own screen.</summary>
    public Task SignOffAsync(Guid id) => ChangeAsync(id, (session, unit) => (session.EndedAt, session.SignedOff) = (session.EndedAt ?? unit.Now, true));

    /// <summary>Ends every session of an account, and forgets its devices when asked: "sign out everywhere".</summary>
    public Task EndAllAsync(UserId user, Guid? keep, bool alsoDevices) =>
        store.Write("SignedOutEverywhere", Actor.System, async unit =>
        {
            await EndAllAsync(unit, user, keep);
            if (alsoDevices)
                await Devices.ForgetAllAsync(unit, user);
            AccountEvents.Note(unit, user, AccountEventKind.SignedOutEverywhere, own: true);
        });

    /// <summary>Ends one session of an account: only one's own.</summary>
    public Task EndOneAsync(Guid id, UserId user) =>
        store.Write("SignedOut", Actor.System, async unit =>
        {
            if (await unit.Db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.UserId == user && s.EndedAt == null) is not { } session)
                return;
            session.EndedAt = unit.Now;
            AccountEvents.Note(unit, user, AccountEventKind.SignedOut, session.Device, own: true);
        });

    /// <summary>Counts a try before the PIN is looked at, so that many at once are no way round.</summary>
    /// <returns>False when there have been too many: the session has ended.</returns>
    public Task<bool> MayTryPinAsync(Guid id) =>
        store.Write("PinTried", Actor.System, async unit =>
        {
            if (await unit.Db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.EndedAt == null) is not { } session)
                return false;
            if (++session.WrongPins <= PinRules.MostWrong)
                return true;
            session.EndedAt = unit.Now;
            return false;
        });

    internal static async Task EndAllAsync(Unit unit, UserId user, Guid? keep = null)
    {
        foreach (var session in await unit.Db.Sessions.Where(s => s.UserId == user && s.EndedAt == null).ToListAsync())
            if (session.Id != keep)
                session.EndedAt = unit.Now;
    }

    private Task ChangeAsync(Guid id, Action<Session, Unit> change) =>
        store.Write("SessionChanged", Actor.System, async unit =>
        {
            if (await unit.Db.Sessions.SingleOrDefaultAsync(s => s.Id == id) is { } session)
                change(session, unit);
        });
}

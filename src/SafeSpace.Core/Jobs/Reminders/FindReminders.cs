using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Reminders;

/// <summary>
/// Looks for what somebody wants to be reminded of, and puts it on the list of what goes out. It may run twice and on two nodes at once:
/// each reminder is one row, whatever happens. A group that sends none has none.
/// </summary>
public sealed class FindReminders(GroupStore store)
{
    /// <summary>So long before a shift, and before the time of a promise.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromHours(1);

    /// <summary>A mail about a changed password that comes later than that helps nobody.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(2);

    private const int Newest = 200;
    private static readonly TimeSpan Late = TimeSpan.FromHours(6);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task RunAsync()
    {
        await using var db = await store.ReadAsync();
        var accounts = await OfAccountsAsync(db);
        if (accounts.Count > 0)
            await store.Write("RemindersFound", Actor.System, unit => PutAsync(unit, accounts));
        if (!(await CoverSettings.ReadAsync(db)).SendReminders)
            return;
        var wanted = await WhoWantsAsync(db);
        var due = new List<Due>();
        await AddShiftsAsync(db, due);
        await AddPromisesAsync(db, due);
        await AddGivenAsync(db, due);
        await AddCoverAsync(db, due);
        await AddReturnsAsync(db, due);
        // Who refers has no page to say how: the address they sign in with is the one they gave us for this.
        var mine = due.Where(d => d.Kind == ReminderKind.CameBack || wanted.Contains(d.To)).ToList();
        if (mine.Count == 0)
            return;
        await store.Write("RemindersFound", Actor.System, unit => PutAsync(unit, mine));
    }

    /// <summary>What lately happened with accounts that their owners are told, and were not. Of the newest alone: the list grows for ever.</summary>
    private async Task<List<Due>> OfAccountsAsync(GroupDb db)
    {
        var since = store.Clock.Now - WorthTelling;
        var newest = await db.AccountEvents.AsNoTracking().OrderByDescending(e => e.Id).Take(Newest).ToListAsync();
        var tell = newest.Where(e => e.At > since && AccountEvent.Told.Contains(e.Kind)).ToList();
        var ids = tell.ConvertAll(e => e.Id);
        var told = ids.Count == 0 ? [] : await db.Reminders.AsNoTracking().Where(r => ids.Contains(r.AboutId)).Select(r => r.AboutId).ToListAsync();
        return [.. tell.Where(e => !told.Contains(e.Id)).Select(e => new Due(
            e.UserId, e.Kind is AccountEventKind.PasswordChanged or AccountEventKind.SetUpAnew ? ReminderKind.PasswordChanged : ReminderKind.WayInChanged, e.Id, e.At + WorthTelling))];
    }

    /// <summary>Those who said how, and whose account is open.</summary>
    private static async Task<HashSet<UserId>> WhoWantsAsync(GroupDb db)
    {
        var profiles = await db.PeerProfiles.AsNoTracking().Where(p => p.RemindBy != ReminderWay.None).Select(p => p.PeerId).ToListAsync();
        var ids = profiles.Select(p => p.Value).ToList();
        var open = await db.Users.Where(u => ids.Contains(u.Id) && u.RetiredAt == null).Select(u => u.Id).ToListAsync();
        return [.. open.Select(id => new UserId(id))];
    }

    private async Task AddShiftsAsync(GroupDb db, List<Due> due)
    {
        var now = store.Clock.Now;
        foreach (var shift in (await Rota.ReadAsync(db, now, now + Before)).Where(s => !s.IsCalledOff && s.Shift.StartsAt > now))
            due.AddRange(shift.Places.Where(p => p.Place.SignedOnAt is null).Select(p => new Due(p.Place.PeerId, ReminderKind.ShiftBegins, p.Place.Id, shift.Shift.StartsAt)));
    }

    /// <summary>
    /// A promise with a time, an hour before it; and once more when nobody rang by then, or by the end of its day: whose promise it is. A late one
    /// asks who runs the desk too, and after the group's time the supervisors: never by whom it was promised.
    /// </summary>
    private async Task AddPromisesAsync(GroupDb db, List<Due> due)
    {
        var (now, today) = (store.Clock.Now, store.Clock.Today);
        var soon = now + Before;
        var (first, last, living) = (today.AddDays(-1), today.AddDays(1), db.People.Where(p => p.DiedAt == null));
        var open = await db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= last && p.DueOn >= first && living.Any(l => l.Id == p.PersonId)).ToListAsync();
        foreach (var promise in open.Where(p => p.PeerId is not null && p.DueAt > now && p.DueAt <= soon))
            due.Add(new Due(promise.PeerId!.Value, ReminderKind.PromiseDue, promise.Id, promise.DueAt!.Value));
        var late = open.Where(p => Lateness.DueBy(p, store.Clock) <= now - Lateness.Grace && now < Lateness.DueBy(p, store.Clock) + Late).ToList();
        if (late.Count == 0)
            return;
        var desk = (await OnShift.ReadAsync(db, store.Clock)).Where(p => p.Place.Role == ShiftRole.Facilitator).Select(p => p.PeerId).ToList();
        var (supervisors, deskHas) = (await WhoMayAsync(db, Permission.LookAfterDesk), (await DeskSettings.ReadAsync(db)).DeskHas);
        foreach (var promise in late)
        {
            var until = Lateness.DueBy(promise, store.Clock) + Late;
            if (promise.PeerId is { } peer)
                due.Add(new Due(peer, ReminderKind.PromiseLate, promise.Id, until));
            due.AddRange(desk.Select(d => new Due(d, ReminderKind.AsksTheDesk, promise.Id, until)));
            if (Lateness.StepOf(promise, store.Clock, deskHas) == LateStep.AskTheSupervisor)
                due.AddRange(supervisors.Select(s => new Due(s, ReminderKind.AsksTheSupervisor, promise.Id, until)));
        }
    }

    /// <summary>Somebody came back directly and agrees that it is told: who referred them last, where that was an account.</summary>
    private async Task AddReturnsAsync(GroupDb db, List<Due> due)
    {
        var (since, living) = (store.Clock.Now.AddDays(-1), db.People.Where(p => p.DiedAt == null));
        var returns = await db.DirectReturns.AsNoTracking()
            .Where(r => r.At >= since && r.TellTeam && r.Kind == ReturnKind.TakenBack && r.ReferrerId != null && living.Any(l => l.Id == r.PersonId)).ToListAsync();
        due.AddRange(returns.Select(r => new Due(r.ReferrerId!.Value, ReminderKind.CameBack, r.Id, r.At.AddDays(2))));
    }

    private static Task<List<UserId>> WhoMayAsync(GroupDb db, Permission permission)
    {
        Role[] roles = [.. Enum.GetValues<Role>().Where(r => Permissions.Of([r]).Contains(permission))];
        return db.UserRoles.AsNoTracking().Where(r => roles.Contains(r.Role)).Select(r => r.UserId).Distinct().ToListAsync();
    }

    private async Task AddGivenAsync(GroupDb db, List<Due> due)
    {
        var since = store.Clock.Now.AddMinutes(-30);
        foreach (var given in await db.Directions.AsNoTracking().Where(d => d.EndedAt == null && d.AcceptedAt == null && d.GivenAt >= since && d.GivenById != d.PeerId).ToListAsync())
            due.Add(new Due(given.PeerId, ReminderKind.PersonGiven, given.Id, given.GivenAt.AddHours(2)));
    }

    /// <summary>Too little cover on a shift of the next day, to who plans; nobody on, to who agreed to be rung and to who plans.</summary>
    private async Task AddCoverAsync(GroupDb db, List<Due> due)
    {
        var now = store.Clock.Now;
        var planners = await WhoMayAsync(db, Permission.PlanShifts);
        foreach (var shift in (await Rota.ReadAsync(db, now, now.AddDays(1))).Where(s => s.Missing(now) > 0 && s.Shift.StartsAt > now))
            due.AddRange(planners.Select(p => new Due(p, ReminderKind.LittleCover, shift.Shift.Id, shift.Shift.StartsAt)));
        if (await EmptyDesk.ReadAsync(db, store.Clock) is { Shift: { } empty } desk)
            due.AddRange(planners.Concat(desk.Fallbacks.Select(f => f.PeerId)).Distinct().Select(p => new Due(p, ReminderKind.NobodyIsOn, empty.Id, empty.EndsAt)));
    }

    /// <summary>What happened with somebody's account they are told by mail, whatever the group and they themselves said of reminders; where there is no mail, nobody waits for it.</summary>
    public static bool IsOfAnAccount(ReminderKind kind) => kind is ReminderKind.PasswordChanged or ReminderKind.WayInChanged;

    public static Task SweepAsync(Unit unit)
    {
        var old = unit.Now - Kept;
        return unit.Db.Reminders.Where(r => r.MadeAt < old).ExecuteDeleteAsync();
    }

    private static async Task PutAsync(Unit unit, IReadOnlyList<Due> due)
    {
        await SweepAsync(unit);
        var about = due.Select(d => d.AboutId).Distinct().ToList();
        var there = (await unit.Db.Reminders.AsNoTracking().Where(r => about.Contains(r.AboutId)).Select(r => new { r.UserId, r.Kind, r.AboutId }).ToListAsync())
            .Select(r => (r.UserId, r.Kind, r.AboutId)).ToHashSet();
        foreach (var one in due.Where(d => there.Add((d.To, d.Kind, d.AboutId))))
            unit.Db.Reminders.Add(new Reminder { Id = Ids.New(), UserId = one.To, Kind = one.Kind, AboutId = one.AboutId, MadeAt = unit.Now, NextTryAt = unit.Now, GoodUntil = one.GoodUntil });
    }

    /// <summary>Whether there is still a reason: the shift not begun with, the promise not kept, the desk still empty.</summary>
    public static async Task<bool> StandsAsync(GroupDb db, GroupClock clock, Reminder reminder)
    {
        var (about, living) = (reminder.AboutId, db.People.Where(p => p.DiedAt == null));
        return reminder.Kind switch
        {
            ReminderKind.ShiftBegins => await db.ShiftPlaces.Join(db.Shifts, p => p.ShiftId, s => s.Id, (p, s) => new { p, s })
                .AnyAsync(x => x.p.Id == about && x.p.SignedOnAt == null && x.p.GivenUpAt == null && x.s.CancelledAt == null),
            ReminderKind.PromiseDue or ReminderKind.PromiseLate => await db.Promises.AnyAsync(p => p.Id == about && p.State == PromiseState.Open && p.PeerId == reminder.UserId),
            ReminderKind.AsksTheDesk or ReminderKind.AsksTheSupervisor => await db.Promises.AnyAsync(p => p.Id == about && p.State == PromiseState.Open),
            ReminderKind.CameBack => await db.DirectReturns.AnyAsync(r => r.Id == about && r.TellTeam && r.Kind == ReturnKind.TakenBack && living.Any(p => p.Id == r.PersonId)),
            ReminderKind.PersonGiven => await db.Directions.AnyAsync(d => d.Id == about && d.EndedAt == null && d.AcceptedAt == null),
            _ when IsOfAnAccount(reminder.Kind) => true,
            ReminderKind.LittleCover => await Rota.FindAsync(db, about) is { } shift && shift.Missing(clock.Now) > 0,
            _ => await EmptyDesk.ReadAsync(db, clock) is not null,
        };
    }

    private sealed record Due(UserId To, ReminderKind Kind, Guid AboutId, DateTime GoodUntil);
}

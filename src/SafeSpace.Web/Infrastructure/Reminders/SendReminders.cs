using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Reminders;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Infrastructure.Reminders;

/// <summary>
/// Sends what <see cref="FindReminders"/> put down. One node takes a reminder before it tries, so it never goes twice: what surely failed is
/// tried again, and what nobody knows of is asked about at the provider, or let be.
/// </summary>
public sealed class SendReminders(IEnumerable<IReminderSender> senders, LanguageFiles languages)
{
    private const int AtOnce = 100;

    /// <summary>Looked at in one round. Those that wait for a way out to be set up take no other's turn.</summary>
    private const int MostLookedAt = 5000;
    private static readonly TimeSpan Unsure = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly int[] Pauses = [1, 5, 15, 60];

    /// <summary>So long a way out is let be where nobody answered, by all groups: a silent mail server must not hold up whatever else is to be done.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<ReminderWay, DateTime> restsUntil = new();

    public async Task RunAsync(GroupStore store)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(store.Profile.Language);
        await using var db = await store.ReadAsync();
        var now = store.Clock.Now;
        // A group turns reminders on or off; what happened with an account its owner is told all the same.
        var all = (await CoverSettings.ReadAsync(db)).SendReminders;
        var due = await db.Reminders.AsNoTracking().Where(r => r.SentAt == null && r.LetBeAt == null && r.NextTryAt <= now
            && (all || r.Kind == ReminderKind.PasswordChanged || r.Kind == ReminderKind.WayInChanged)).OrderBy(r => r.NextTryAt).Take(MostLookedAt).ToListAsync();
        if (due.Count > 0)
            await store.Write("RemindersSwept", Actor.System, unit => FindReminders.SweepAsync(unit));
        var tried = 0;
        for (var next = 0; next < due.Count && tried < AtOnce; next++)
            tried += await OneAsync(store, db, due[next]) ? 1 : 0;
    }

    /// <summary>In the group's language, and never of whom.</summary>
    public static string Message(ReminderKind kind, Texts texts) => kind switch
    {
        ReminderKind.ShiftBegins => texts["Safe Space: your shift begins soon. Please sign on."],
        ReminderKind.PromiseDue => texts["Safe Space: somebody expects a call. Please open your list."],
        ReminderKind.PromiseLate => texts["Safe Space: a promised call is still open. Please open your list, or tell the desk."],
        ReminderKind.AsksTheDesk => texts["Safe Space: a promised call is late. Who can ring now? Please open the desk."],
        ReminderKind.AsksTheSupervisor => texts["Safe Space: a promised call is late and nobody has rung. Please open the desk."],
        ReminderKind.CameBack => texts["Safe Space: somebody you referred came back to us. Please open your list."],
        ReminderKind.PasswordChanged => texts["Safe Space: the password of your account was changed. If that was not you, tell your coordinator at once."],
        ReminderKind.WayInChanged => texts["Safe Space: how your account signs in was changed (a passkey, a phone for codes, or recovery codes). If that was not you, tell your coordinator at once."],
        ReminderKind.PersonGiven => texts["Safe Space: somebody was given to you. Please open your list."],
        ReminderKind.LittleCover => texts["Safe Space: a shift of the next day needs more peers. Please open the rota."],
        _ => texts["Safe Space: nobody is on shift just now. Please open the start page."],
    };

    /// <returns>False for one that waits.</returns>
    private async Task<bool> OneAsync(GroupStore store, GroupDb db, Reminder reminder)
    {
        var now = store.Clock.Now;
        if (reminder.TryingSince > now - Unsure)
            return false; // another node has it
        var profile = await PeerProfile.FindAsync(db, reminder.UserId);
        var email = await db.Users.AsNoTracking().Where(u => u.Id == reminder.UserId.Value && u.RetiredAt == null).Select(u => u.Email).SingleOrDefaultAsync();
        var way = reminder.Kind == ReminderKind.CameBack || FindReminders.IsOfAnAccount(reminder.Kind) ? ReminderWay.Email : profile?.RemindBy;
        var to = (email, way) switch { (null, _) => null, (_, ReminderWay.Text) => profile!.RemindOn, (_, ReminderWay.Email) => email, _ => null };
        var sender = senders.FirstOrDefault(s => s.Way == way);
        if (sender is { IsSetUp: false } && !FindReminders.IsOfAnAccount(reminder.Kind) && now <= reminder.GoodUntil)
            return false; // waits until somebody sets it up
        if (sender is not null && now <= reminder.GoodUntil && restsUntil.TryGetValue(sender.Way, out var until) && now < until)
            return false; // waits until somebody answers there
        if (reminder.TryingSince is not null && sender is not null && await AskAsync(sender, reminder.Id, now) is not false and var went)
        {
            await SetAsync(store, reminder, went == true ? r => (r.SentAt, r.TryingSince) = (now, null) : r => (r.LetBeAt, r.Fault) = (now, "perhaps sent"));
            return true;
        }

        if (to is null || sender is not { IsSetUp: true } || now > reminder.GoodUntil || !await FindReminders.StandsAsync(db, store.Clock, reminder))
            await SetAsync(store, reminder, r => r.LetBeAt = now);
        else if (await TakeAsync(store, reminder, now))
            await TryAsync(store, reminder, sender, to);
        return true;
    }

    /// <summary>One statement, so that of two nodes one wins.</summary>
    private static Task<bool> TakeAsync(GroupStore store, Reminder reminder, DateTime now) => store.Write("ReminderTaken", Actor.System, async unit =>
    {
        var (id, seen) = (reminder.Id, reminder.TryingSince);
        return await unit.Db.Reminders.Where(r => r.Id == id && r.SentAt == null && r.LetBeAt == null && r.TryingSince == seen)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.TryingSince, now).SetProperty(x => x.Tries, x => x.Tries + 1)) == 1;
    });

    private async Task TryAsync(GroupStore store, Reminder reminder, IReminderSender sender, string to)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await sender.SendAsync(to, Message(reminder.Kind, new Texts(languages)), reminder.Id, patience.Token);
        }
        catch (NotSentException error)
        {
            if (error.IsAway)
                restsUntil[sender.Way] = store.Clock.Now + Rest;
            var next = store.Clock.Now.AddMinutes(Pauses[Math.Min(reminder.Tries, Pauses.Length - 1)]);
            await SetAsync(store, reminder, r => (r.TryingSince, r.NextTryAt, r.Fault, r.LetBeAt) = (null, next, error.Kind, error.IsFinal ? store.Clock.Now : null));
            return;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            restsUntil[sender.Way] = store.Clock.Now + Rest;
            await SetAsync(store, reminder, r => (r.Fault, r.NextTryAt) = (error.GetType().Name, store.Clock.Now + Unsure));
            return;
        }

        await SetAsync(store, reminder, r => (r.SentAt, r.TryingSince, r.Fault) = (store.Clock.Now, null, null));
    }

    private async Task<bool?> AskAsync(IReminderSender sender, Guid id, DateTime now)
    {
        try
        {
            return await sender.WasSentAsync(id, CancellationToken.None);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or System.Text.Json.JsonException or NotSentException)
        {
            restsUntil[sender.Way] = now + Rest;
            return null;
        }
    }

    private static Task SetAsync(GroupStore store, Reminder reminder, Action<Reminder> set) => store.Write("ReminderNoted", Actor.System, async unit =>
    {
        if (await unit.Db.Reminders.SingleOrDefaultAsync(r => r.Id == reminder.Id) is { } row)
            set(row);
    });
}

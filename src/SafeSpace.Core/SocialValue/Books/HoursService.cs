using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>One person's hours of one week at one level.</summary>
/// <param name="Whose">Their account, where they have one.</param>
public sealed record HoursOfWeek(Guid Id, DateOnly Monday, string Name, UserId? Whose, string Level, int Seconds);

/// <summary>Who somebody is in the book of hours.</summary>
/// <param name="NameKey">Null where another account bears the name.</param>
public sealed record Whose(UserId Account, string? NameKey);

/// <summary>Leaders' hours. A leader writes their own; the coordinator writes anybody's.</summary>
public sealed class HoursService(GroupStore store)
{
    /// <summary>New hours; hours of the same person, week and level are set anew.</summary>
    public Task<BookRefusal> NoteAsync(HoursOfWeek hours, Actor by) => store.Write("LeaderHoursNoted", by, async unit =>
    {
        var (key, month) = (BookNames.Of(hours.Name), Month.Of(hours.Monday));
        if (await ClosedMonths.IsClosedAsync(unit.Db, month))
            return BookRefusal.MonthClosed;
        var week = await unit.Db.LeaderHours.Where(h => h.Week == hours.Monday && h.NameKey == key).ToListAsync();
        if (week.Any(h => h.UserId is not null && hours.Whose is not null && h.UserId != hours.Whose))
            return BookRefusal.NotYours;
        if (week.Where(h => h.Level != hours.Level && h.TakenBackAt is null).Sum(h => h.Seconds) + hours.Seconds > HoursText.SecondsInAWeek)
            return BookRefusal.TooManyHours;
        if (week.SingleOrDefault(h => h.Level == hours.Level) is { } there)
            (there.Seconds, there.TakenBackAt, there.UserId) = (hours.Seconds, null, there.UserId ?? hours.Whose);
        else
            unit.Db.LeaderHours.Add(new LeaderHours
            {
                Id = hours.Id,
                Week = hours.Monday,
                Month = month,
                Name = hours.Name.Trim(),
                NameKey = key,
                UserId = hours.Whose,
                Level = hours.Level,
                Seconds = hours.Seconds,
            });
        return BookRefusal.None;
    });

    /// <param name="only">Whose own they must be, by account or by name; null for the coordinator.</param>
    public Task<BookRefusal> TakeBackAsync(Guid id, Whose? only, Actor by) => store.Write("LeaderHoursTakenBack", by, async unit =>
    {
        if (await unit.Db.LeaderHours.FindAsync(id) is not { } hours || (only is not null && !await Of(unit.Db, only).AnyAsync(h => h.Id == id)))
            return BookRefusal.NotThere;
        if (await ClosedMonths.IsClosedAsync(unit.Db, hours.Month))
            return BookRefusal.MonthClosed;
        hours.TakenBackAt ??= unit.Now;
        return BookRefusal.None;
    });

    /// <summary>
    /// One leader's own: those of their account, and those that stand under their name in a sheet or were written in by the coordinator. Where
    /// somebody else of us has the same name, the name does not say whose they are.
    /// </summary>
    public static IQueryable<LeaderHours> Of(GroupDb db, Whose whose) =>
        db.LeaderHours.Where(h => h.UserId == whose.Account || (whose.NameKey != null && h.UserId == null && h.NameKey == whose.NameKey));

    /// <summary>The account, and the name where no other account bears it.</summary>
    public static async Task<Whose> WhoIsAsync(GroupDb db, UserId account, string name)
    {
        var key = BookNames.Of(name);
        var names = await db.Users.AsNoTracking().Where(u => u.Id != account.Value).Select(u => u.DisplayName).ToListAsync();
        return new Whose(account, names.Exists(n => BookNames.Of(n) == key) ? null : key);
    }

    /// <summary>Whether hours stand under a name, of nobody's account: who took it for their own would read them.</summary>
    public static async Task<bool> IsSomebodysAsync(GroupDb db, string name, string own)
    {
        var key = BookNames.Of(name);
        return key != BookNames.Of(own) && await db.LeaderHours.AnyAsync(h => h.NameKey == key && h.UserId == null);
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Community;

/// <summary>One line of a paper sheet.</summary>
public sealed record SheetLine(Guid Id, string Name, TimeOnly? At, string? Session);

/// <summary>What became of a change of the sign-in book.</summary>
public enum SheetChange
{
    Done,
    NotThere,
    MonthClosed,

    /// <summary>A name stands there within a minute of itself.</summary>
    TwiceInAMinute,
}

/// <summary>The sign-in book by day: paper sheets typed in, a day or half a day said later, mistakes taken back.</summary>
public sealed class SheetService(GroupStore store, Func<GroupDb, Month, Task<bool>> isClosed)
{
    /// <summary>All lines, or none. With a name that stands there twice within a minute: which line it is, from 1.</summary>
    public Task<(SheetChange Change, int Line)> TypeInAsync(DateOnly day, IReadOnlyList<SheetLine> lines, Actor by) => store.Write("SheetTypedIn", by, async unit =>
    {
        if (await isClosed(unit.Db, Month.Of(day)))
            return (SheetChange.MonthClosed, 0);
        var ids = lines.Select(l => l.Id).ToList();
        if (await unit.Db.CentreSignIns.AnyAsync(s => ids.Contains(s.Id)))
            return (SheetChange.Done, 0);
        var there = (await unit.Db.CentreSignIns.AsNoTracking().Where(s => s.Day == day && s.TakenBackAt == null && s.NameKey != null && s.At != null)
            .Select(s => new { s.NameKey, s.At }).ToListAsync()).ConvertAll(s => (s.NameKey!, s.At!.Value));
        foreach (var (line, place) in lines.Select((line, i) => (line, i + 1)))
        {
            var key = BookNames.Of(line.Name);
            if (line.At is { } at)
            {
                if (there.Any(t => t.Item1 == key && (t.Item2.ToTimeSpan() - at.ToTimeSpan()).Duration() <= TimeSpan.FromMinutes(1)))
                    return (SheetChange.TwiceInAMinute, place);
                there.Add((key, at));
            }
        }

        foreach (var line in lines)
            unit.Db.CentreSignIns.Add(new CentreSignIn { Id = line.Id, Day = day, At = line.At, Name = line.Name.Trim(), NameKey = BookNames.Of(line.Name), Session = line.Session, Way = SignInWay.Sheet });
        return (SheetChange.Done, 0);
    });

    /// <summary>A day or half a day, for some sign-ins of one day.</summary>
    public Task<SheetChange> DecideAsync(DateOnly day, IReadOnlyDictionary<Guid, string> sessions, Actor by) => store.Write("SessionsDecided", by, async unit =>
    {
        if (await isClosed(unit.Db, Month.Of(day)))
            return SheetChange.MonthClosed;
        var ids = sessions.Keys.ToList();
        foreach (var visit in await unit.Db.CentreSignIns.Where(s => s.Day == day && ids.Contains(s.Id)).ToListAsync())
            visit.Session = sessions[visit.Id];
        return SheetChange.Done;
    });

    /// <summary>All sign-ins of a month that nobody has decided are the same: for a coordinator with a hundred of them.</summary>
    public Task<SheetChange> DecideMonthAsync(Month month, string session, Actor by) => store.Write("SessionsDecided", by, async unit =>
    {
        if (await isClosed(unit.Db, month))
            return SheetChange.MonthClosed;
        var (first, last) = (month.FirstDay, month.LastDay);
        foreach (var visit in await unit.Db.CentreSignIns.Where(s => s.Session == null && s.Day >= first && s.Day <= last && s.TakenBackAt == null).ToListAsync())
            visit.Session = session;
        return SheetChange.Done;
    });

    public Task<SheetChange> TakeBackAsync(Guid id, Actor by) => store.Write("SignInTakenBack", by, async unit =>
    {
        if (await unit.Db.CentreSignIns.FindAsync(id) is not { } visit)
            return SheetChange.NotThere;
        if (await isClosed(unit.Db, Month.Of(visit.Day)))
            return SheetChange.MonthClosed;
        visit.TakenBackAt ??= unit.Now;
        return SheetChange.Done;
    });
}

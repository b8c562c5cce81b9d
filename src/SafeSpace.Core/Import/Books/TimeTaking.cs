using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Import.Books;

/// <summary>Hours that leaders gave, week by week.</summary>
internal sealed class HoursTaking : BookTaking
{
    private readonly HashSet<(DateOnly, string, string)> hours;
    private readonly Dictionary<(DateOnly, string), int> weeks;

    private HoursTaking(IReadOnlyList<LeaderHours> there, GroupWords words, IReadOnlySet<Month> closed) : base(words, closed)
    {
        hours = [.. there.Select(h => (h.Week, h.NameKey, h.Level))];
        weeks = there.Where(h => h.TakenBackAt is null).GroupBy(h => (h.Week, h.NameKey)).ToDictionary(g => g.Key, g => g.Sum(h => h.Seconds));
    }

    public static async Task<HoursTaking> ReadAsync(GroupDb db, GroupWords words, IReadOnlySet<Month> closed) =>
        new(await db.LeaderHours.AsNoTracking().ToListAsync(), words, closed);

    public override bool Takes(BookEntryRow row) => row is HoursRow;

    public override Taken Take(BookEntryRow row)
    {
        var says = (HoursRow)row;
        if (IfClosed(Month.Of(says.Monday)) is { } no)
            return no;
        if (Code(GroupList.LeaderLevel, says.Level) is not { } level)
            return NotOnList(says.Level);
        var key = BookNames.Of(says.FullName);
        if (!hours.Add((says.Monday, key, level)))
            return Taken.No(Refusals.InTheBookAlready, $"The week of {says.Monday:yyyy-MM-dd} has hours of this person at this level already. Change them on the page if they are wrong.");
        var sum = weeks.GetValueOrDefault((says.Monday, key)) + says.Seconds;
        if (sum > HoursText.SecondsInAWeek)
        {
            hours.Remove((says.Monday, key, level));
            return Taken.No(Refusals.MoreThanAWeek, HoursText.TooMany);
        }

        weeks[(says.Monday, key)] = sum;
        return new(new LeaderHours { Id = Ids.New(), Week = says.Monday, Month = Month.Of(says.Monday), Name = says.FullName, NameKey = key, Level = level, Seconds = says.Seconds, Version = Ids.New() });
    }

    public override Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left) => unit.InsertManyAsync([.. rows.Cast<LeaderHours>()]);
}

/// <summary>The crisis log. One person's crisis of one day is in it once, from the sheet or from the diary's cases.</summary>
internal sealed class CrisesTaking : BookTaking
{
    private readonly HashSet<(DateOnly, string)> there;

    private CrisesTaking(HashSet<(DateOnly, string)> there, GroupWords words, IReadOnlySet<Month> closed) : base(words, closed) => this.there = there;

    public static async Task<CrisesTaking> ReadAsync(GroupDb db, GroupWords words, IReadOnlySet<Month> closed) =>
        new([.. (await db.CrisisEntries.Where(c => c.TakenBackAt == null && c.Kind != null && c.NameKey != null).Select(c => new { c.Day, c.NameKey }).ToListAsync()).Select(c => (c.Day, c.NameKey!))], words, closed);

    public override bool Takes(BookEntryRow row) => row is CrisisRow;

    public override Taken Take(BookEntryRow row)
    {
        var says = (CrisisRow)row;
        if (IfClosed(Month.Of(says.On)) is { } no)
            return no;
        if (Code(GroupList.CrisisKind, says.Kind) is not { } kind)
            return NotOnList(says.Kind);
        var key = BookNames.Of(says.FullName);
        if (!there.Add((says.On, key)))
            return Taken.No(Refusals.InTheBookAlready, $"The log has a crisis of {says.FullName} on {says.On:yyyy-MM-dd} already. It counts once.");
        return new(new CrisisEntry { Id = Ids.New(), Day = says.On, Kind = kind, Name = says.FullName, NameKey = key, Version = Ids.New() });
    }

    public override Task WriteAsync(Unit unit, IReadOnlyList<IRecorded> rows, IReadOnlyList<MemberLeft> left) => unit.InsertManyAsync([.. rows.Cast<CrisisEntry>()]);
}

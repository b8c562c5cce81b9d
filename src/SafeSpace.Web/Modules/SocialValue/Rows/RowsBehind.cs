using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.SocialValue.Rows;

/// <summary>One row behind a figure, said.</summary>
public sealed record RowOfFigure(string Name, params IReadOnlyList<string> Cells)
{
    /// <summary>Opens further.</summary>
    public string? Link { get; init; }
}

/// <param name="Columns">As the table's own words: "Day|How long|#Visits".</param>
/// <param name="Next">Where the page after this one begins; null for the last.</param>
public sealed record RowsOfFigure(string Columns, IReadOnlyList<RowOfFigure> Rows, string? Next = null);

/// <summary>The rows behind one figure of a month, down to the single visit, supporter and member. Never a name.</summary>
/// <param name="figures">Of the month.</param>
/// <param name="month">The address of the month's figures.</param>
internal sealed class RowsBehind(GroupDb db, Viewer viewer, Texts texts, MonthFigures figures, IReadOnlyDictionary<string, string> levels, string month)
{
    /// <summary>Hours of fewer leaders than this would say whose they are.</summary>
    private const int FewLeaders = 3;

    private const int MostVisits = 1000;
    private const int MembersOnAPage = 200;

    /// <summary>So many lists back it is looked for since when somebody has their level.</summary>
    private const int ListsBack = 24;

    private Month Month => figures.When;

    /// <param name="day">One day of the sign-in book.</param>
    /// <param name="level">One level of the supporters, one network of the members.</param>
    public Task<RowsOfFigure> ReadAsync(string cell, DateOnly? day, string? level, string? after) => cell switch
    {
        "leadership" => WeeksAsync(),
        "peer_support" => level is null ? Task.FromResult(Levels()) : SupportersAsync(level),
        "centre_use" => day is { } on ? VisitsAsync(on) : DaysAsync(),
        "membership" => level is null ? NetworksAsync() : MembersAsync(level, after),
        "crisis_support" => CrisesAsync(),
        "total_income" => Task.FromResult(Parts("statutory", "other")),
        "total_social_return" => Task.FromResult(Parts([.. Enum.GetValues<ValueComponent>().Select(ValueCells.Of)])),
        _ => IncomeAsync(cell == "statutory" ? IncomeKind.Statutory : IncomeKind.Other, cell),
    };

    private RowsOfFigure Parts(params string[] cells) =>
        new("Part|#Value", [.. cells.Select(c => new RowOfFigure(texts[ValueWords.Cell(c)], ValueWords.Money(figures.Cell(c), texts)) { Link = month + c })]);

    private async Task<RowsOfFigure> WeeksAsync()
    {
        var of = Month;
        var weeks = await db.LeaderHours.AsNoTracking().Where(h => h.Month == of && h.TakenBackAt == null).GroupBy(h => new { h.Week, h.Level })
            .Select(g => new { g.Key.Week, g.Key.Level, Leaders = g.Count(), Seconds = g.Sum(h => (long)h.Seconds) }).ToListAsync();
        // A single week that is left out could be worked out from the month's sum, so another one goes with it.
        var hidden = viewer.May(Permission.KeepBooks) ? [] : weeks.Where(w => w.Leaders < FewLeaders).ToHashSet();
        foreach (var level in weeks.GroupBy(w => w.Level).Where(l => l.Count(hidden.Contains) == 1).ToList())
            if (level.Where(w => !hidden.Contains(w)).MinBy(w => w.Seconds) is { } beside)
                hidden.Add(beside);
        return new("Week|Level|#Leaders|#Hours",
        [
            .. weeks.OrderBy(w => w.Week).ThenBy(w => w.Level).Select(w => hidden.Contains(w)
                ? new RowOfFigure(Spoken.Date(w.Week), Name(w.Level), w.Leaders < FewLeaders ? texts["fewer than {0}", FewLeaders] : Say(w.Leaders), texts["in the month's sum"])
                : new RowOfFigure(Spoken.Date(w.Week), Name(w.Level), Say(w.Leaders), HoursText.Say(w.Seconds))),
        ]);
    }

    private RowsOfFigure Levels() => new("Level|List of|#Peer supporters",
        [.. Lines(ValueComponent.PeerSupport).Select(l => new RowOfFigure(Name(l.Level), Say(Month.TryParse(figures.LevelsOf, out var list) ? list : Month), Say((decimal)Rounding.HalfUp(l.Count))) { Link = Address("peer_support", l.Level) })]);

    /// <summary>Each supporter at a level, and since which list they have it.</summary>
    private async Task<RowsOfFigure> SupportersAsync(string level)
    {
        if (!Month.TryParse(figures.LevelsOf, out var list))
            return new("Peer supporter|Since the list of", []);
        var lists = await db.SupportLevelMonths.AsNoTracking().Where(m => m.Month <= list).OrderByDescending(m => m.Month).Select(m => m.Month).Take(ListsBack).ToListAsync();
        var here = await db.SupportLevels.AsNoTracking().Where(l => l.Month == list && l.Level == level && l.StoppedAt == null).OrderBy(l => l.Id).Select(l => l.NameKey).ToListAsync();
        var earliest = lists[^1];
        var had = (await db.SupportLevels.AsNoTracking().Where(l => l.Month >= earliest && l.Month <= list && l.Level == level && l.StoppedAt == null).Select(l => new { l.NameKey, l.Month }).ToListAsync())
            .ToLookup(l => l.NameKey, l => l.Month);
        return new("Peer supporter|Since the list of", [.. here.Select((key, i) => new RowOfFigure(Say(i + 1), Say(lists.TakeWhile(m => had[key].Contains(m)).Last())))]);
    }

    private async Task<RowsOfFigure> DaysAsync()
    {
        var (first, last) = (Month.FirstDay, Month.LastDay);
        var days = await db.BookCounts.AsNoTracking().Where(c => c.Book == CountedBook.SignIns && c.Day >= first && c.Day <= last).GroupBy(c => new { c.Day, c.Level })
            .Select(g => new { g.Key.Day, g.Key.Level, Count = g.Sum(c => c.Count) }).ToListAsync();
        return new("Day|How long|#Visits",
        [
            .. days.Where(d => d.Count != 0).OrderBy(d => d.Day).ThenBy(d => d.Level)
                .Select(d => new RowOfFigure(Spoken.Date(d.Day), Name(d.Level), Say(d.Count)) { Link = $"{month}centre_use?day={d.Day:yyyy-MM-dd}" }),
        ]);
    }

    private async Task<RowsOfFigure> VisitsAsync(DateOnly day)
    {
        var visits = await db.CentreSignIns.AsNoTracking().Where(s => s.Day == day && s.TakenBackAt == null).OrderBy(s => s.At).Take(MostVisits)
            .Select(s => new { s.At, s.Session, s.Way }).ToListAsync();
        return new("Time|How long|How it came into the book",
            [.. visits.Select(v => new RowOfFigure(v.At is { } at ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : texts["not noted"], Name(v.Session), texts[CommunityWords.Way(v.Way)]))]);
    }

    private async Task<RowsOfFigure> NetworksAsync()
    {
        var last = Month.LastDay;
        var changes = (await db.BookCounts.AsNoTracking().Where(c => (c.Book == CountedBook.Joined || c.Book == CountedBook.Left) && c.Day == last).GroupBy(c => new { c.Book, c.Level })
            .Select(g => new { g.Key, Count = g.Sum(c => c.Count) }).ToListAsync()).ToDictionary(c => (c.Key.Book, c.Key.Level), c => c.Count);
        return new("Network|#Members on the last day|#Joined in the month|#Left in the month",
        [
            .. Lines(ValueComponent.Membership).Select(l => new RowOfFigure(
                Name(l.Level), Say((decimal)Rounding.HalfUp(l.Count)), Say(changes.GetValueOrDefault((CountedBook.Joined, l.Level))), Say(changes.GetValueOrDefault((CountedBook.Left, l.Level)))) { Link = Address("membership", l.Level) }),
        ]);
    }

    /// <summary>Each member on the last day, by number.</summary>
    private async Task<RowsOfFigure> MembersAsync(string network, string? after)
    {
        var last = Month.LastDay;
        var members = db.Members.AsNoTracking().Where(m => m.Network == network && m.JoinedOn <= last && (m.LeftOn == null || m.LeftOn > last) && m.OneWithId == null);
#pragma warning disable CA1309 // the database compares
        if (!string.IsNullOrEmpty(after))
            members = members.Where(m => string.Compare(m.Number, after) > 0);
#pragma warning restore CA1309
        var rows = await members.OrderBy(m => m.Number).Take(MembersOnAPage + 1).Select(m => new { m.Number, m.JoinedOn, m.LeftOn }).ToListAsync();
        var shown = rows[..Math.Min(rows.Count, MembersOnAPage)];
        return new("Member number|Joined|Left", [.. shown.Select(m => new RowOfFigure(m.Number, Spoken.Date(m.JoinedOn), m.LeftOn is { } left ? Spoken.Date(left) : texts["with us"]))],
            rows.Count > MembersOnAPage ? Address("membership", network) + "&after=" + Uri.EscapeDataString(shown[^1].Number) : null);
    }

    private async Task<RowsOfFigure> CrisesAsync()
    {
        var (first, last) = (Month.FirstDay, Month.LastDay);
        var crises = await db.CrisisEntries.AsNoTracking().Where(c => c.Day >= first && c.Day <= last && c.TakenBackAt == null && c.Kind != null).OrderBy(c => c.Day).Select(c => new { c.Day, c.Kind }).ToListAsync();
        return new("Day|Kind", [.. crises.Select(c => new RowOfFigure(Spoken.Date(c.Day), Name(c.Kind)))]);
    }

    private async Task<RowsOfFigure> IncomeAsync(IncomeKind kind, string cell)
    {
        var of = Month;
        var income = await db.Incomes.AsNoTracking().Where(i => i.Month == of && i.Kind == kind && i.TakenBackAt == null).Select(i => new { i.From, i.Pence }).ToListAsync();
        return new("From|#Amount", [.. income.Select(i => new RowOfFigure(i.From ?? texts[ValueWords.Cell(cell)], ValueWords.Money(i.Pence, texts)))]);
    }

    private IEnumerable<ValueLine> Lines(ValueComponent component) => figures.Lines.Where(l => l.Component == component);

    private string Address(string cell, string level) => $"{month}{cell}?level={Uri.EscapeDataString(level)}";

    private string Name(string? code) => code is null or "" ? texts["not said yet"] : levels.GetValueOrDefault(code, code);

    private static string Say(Month of) => ReportWords.Month(of, full: true);

    private static string Say(decimal count) => count.ToString("#,0", CultureInfo.CurrentCulture);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>
/// When a group, or one of its sites, was, is and will be open: its plans, each from its day on, less the days it is shut.
/// The whole group is open when its own week says so, or one of its sites is open.
/// </summary>
public sealed class OpeningCalendar
{
    private readonly GroupClock clock;
    private readonly Part[] parts;

    public OpeningCalendar(IEnumerable<(DateOnly From, OpeningWeek Week)> plans, IEnumerable<DateOnly> closed, GroupClock clock)
        : this([new Part(plans, closed, until: null)], clock)
    {
    }

    private OpeningCalendar(IEnumerable<Part> parts, GroupClock clock)
    {
        this.clock = clock;
        this.parts = [.. parts];
    }

    /// <summary>The same for two calendars that say the same of every day.</summary>
    public byte[] Mark => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts.Select(p => p.ToString()).Order(StringComparer.Ordinal).Prepend(clock.Zone.Id))));

    /// <summary>Somebody said when the group is open.</summary>
    public bool IsSet => parts.Any(p => p.IsSet);

    /// <param name="site">One site alone: by its own week, and before it had one by the group's. Null for the whole group.</param>
    public static async Task<OpeningCalendar> ReadAsync(GroupDb db, GroupClock clock, Guid? site = null)
    {
        var plans = (await db.OpeningPlans.AsNoTracking().Where(p => p.TakenBackAt == null).ToListAsync()).ToLookup(p => p.SiteId ?? Guid.Empty, p => (p.From, OpeningWeek.Parse(p.Week)));
        var closed = (await db.ClosedDays.AsNoTracking().Where(d => d.TakenBackAt == null).ToListAsync()).ToLookup(d => d.SiteId ?? Guid.Empty, d => d.Day);
        var ended = await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.EndedAt is { } at ? clock.DayOf(at) : (DateOnly?)null);
        var group = plans[Guid.Empty].ToList();
        if (site is { } one)
        {
            DateOnly? first = plans[one].Any() ? plans[one].Min(p => p.From) : null;
            return new OpeningCalendar([OfSite(one, group.Where(p => first is null || p.From < first))], clock);
        }

        return new OpeningCalendar(ended.Keys.Where(plans.Contains).Select(s => OfSite(s, [])).Prepend(new Part(group, closed[Guid.Empty], null)), clock);

        Part OfSite(Guid id, IEnumerable<(DateOnly, OpeningWeek)> before) => new(before.Concat(plans[id]), closed[Guid.Empty].Concat(closed[id]), ended.GetValueOrDefault(id));
    }

    /// <summary>The spans that begin on a day; null where no plan says anything of it. Of a group with sites, spans may overlap.</summary>
    public IReadOnlyList<OpeningSpan>? Of(DateOnly day)
    {
        var said = parts.Select(p => p.Of(day)).OfType<IReadOnlyList<OpeningSpan>>().ToList();
        return said.Count switch { 0 => null, 1 => said[0], _ => [.. said.SelectMany(s => s).Distinct().OrderBy(s => s.Opens)] };
    }

    /// <summary>A span of a day as moments, UTC.</summary>
    public (DateTime From, DateTime To) Moments(DateOnly day, OpeningSpan span) =>
        (clock.ToUtc(new LocalMoment(day, span.Opens)), clock.ToUtc(new LocalMoment(span.OverMidnight ? day.AddDays(1) : day, span.Closes)));

    public bool IsOpenAt(DateTime utc)
    {
        var day = clock.DayOf(utc);
        return new[] { day.AddDays(-1), day }.Any(d => (Of(d) ?? []).Select(s => Moments(d, s)).Any(m => m.From <= utc && utc < m.To));
    }

    /// <summary>How long the group was open between two moments (UTC); null where no plan says anything of the first day.</summary>
    public TimeSpan? OpenBetween(DateTime from, DateTime to)
    {
        var first = clock.DayOf(from);
        if (Of(first) is null)
            return null;
        var open = TimeSpan.Zero;
        var counted = from;
        for (var day = first.AddDays(-1); day <= clock.DayOf(to); day = day.AddDays(1)) // a night that began the day before
        {
            foreach (var span in Of(day) ?? [])
            {
                var (opens, closes) = Moments(day, span);
                opens = opens > counted ? opens : counted;
                closes = closes > to ? to : closes;
                if (closes <= opens)
                    continue;
                open += closes - opens;
                counted = closes; // what two plans both call open counts once
            }
        }

        return open;
    }

    /// <summary>The weeks of the whole group, or of one site.</summary>
    private sealed class Part(IEnumerable<(DateOnly From, OpeningWeek Week)> plans, IEnumerable<DateOnly> closed, DateOnly? until)
    {
        private readonly (DateOnly From, OpeningWeek Week)[] plans = [.. plans.OrderBy(p => p.From)];
        private readonly HashSet<DateOnly> closed = [.. closed];

        public bool IsSet => plans.Length > 0;

        public override string ToString() =>
            string.Join(' ', [.. plans.Select(p => Text(p.From) + " " + p.Week.ToText()), .. closed.Order().Select(Text), until is { } ended ? "until " + Text(ended) : ""]);

        private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public IReadOnlyList<OpeningSpan>? Of(DateOnly day) =>
            plans.LastOrDefault(p => p.From <= day).Week is not { } week || day > until ? null : closed.Contains(day) ? [] : week.Of(day.DayOfWeek);
    }
}

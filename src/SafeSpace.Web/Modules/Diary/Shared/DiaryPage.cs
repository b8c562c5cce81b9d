using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>A list of the diary: filtered by kind, a page at a time, with its totals.</summary>
public abstract class DiaryPage(GroupDb db, GroupClock clock, Viewer viewer, Texts texts, Vault vault, PersonViews shown) : PageModel
{
    private const int PageLength = 100;

    [BindProperty(SupportsGet = true)]
    public ContactKind? Kind { get; set; }

    /// <summary>Where the page before ended: a moment, and how many of that very moment were shown.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<DiaryRow> Rows { get; private set; } = [];

    public IReadOnlyList<KindTotal> Totals { get; private set; } = [];

    public string? Next { get; private set; }

    public DateOnly Today => Clock.Today;

    /// <summary>"12 calls, 3 h 20 min, 2 not noted".</summary>
    public string CallsInWords
    {
        get
        {
            var calls = Totals.Where(t => t.Kind.IsCall()).ToList();
            var words = new List<string> { T.Count(calls.Sum(t => t.Contacts), "{0} call", "{0} calls"), Spoken.Minutes((int)calls.Sum(t => t.Minutes), T) };
            if (calls.Sum(t => t.MinutesUnknown) is > 0 and var unknown)
                words.Add(T.Count(unknown, "{0} not noted", "{0} not noted"));
            return string.Join(", ", words);
        }
    }

    protected GroupDb Db { get; } = db;

    protected GroupClock Clock { get; } = clock;

    protected Viewer Viewer { get; } = viewer;

    protected Texts T { get; } = texts;

    /// <summary>The address of this list with another kind (null: all) or its next page.</summary>
    public abstract string Address(ContactKind? kind, string? after = null);

    /// <summary>Reads one page and says who looked. Newest first for a person, in the order of the day for a day.</summary>
    protected async Task ReadAsync(IQueryable<Contact> contacts, string surface, bool newestFirst)
    {
        Totals = await contacts.TotalsAsync();
        if (Kind is { } kind)
            contacts = contacts.Where(c => c.Kind == kind);
        var (from, skip) = Place();
        if (from is { } moment)
            contacts = newestFirst ? contacts.Where(c => c.At <= moment) : contacts.Where(c => c.At >= moment);
        var ordered = newestFirst ? contacts.OrderByDescending(c => c.At).ThenByDescending(c => c.Id) : contacts.OrderBy(c => c.At).ThenBy(c => c.Id);
        var page = await ordered.Skip(skip).Take(PageLength + 1).ToListAsync();
        if (page.Count > PageLength)
        {
            page.RemoveAt(PageLength);
            var last = page[^1].At;
            var same = page.Count(c => c.At == last) + (from == last ? skip : 0);
            Next = string.Create(CultureInfo.InvariantCulture, $"{last.Ticks}-{same}");
        }

        var lines = await Db.LinesAsync(page);
        await shown.AsPageAsync(surface, [.. lines.Select(l => l.Contact.PersonId).OfType<PersonId>()]);
        Rows = [.. lines.Select(l => DiaryRow.Open(l, vault, Viewer))];
    }

    private (DateTime? From, int Skip) Place()
    {
        var parts = (After ?? "").Split('-');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? (new DateTime(ticks, DateTimeKind.Utc), skip)
            : (null, 0);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Binding;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.SocialValue;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Community.Centre;

/// <summary>The sign-in book of one day: who was here; a day or half a day, said later; a paper sheet typed in; mistakes taken back.</summary>
[Needs(Permission.KeepBooks)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, SheetService sheets, PersonViews shown, Viewer viewer, Texts texts) : BookPage(clock, texts)
{
    private const int MostLines = 200;
    private const int LongestName = 200;

    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>A paper sheet: a line for each, like "9:10 Aisha Stone, half day".</summary>
    [BindProperty]
    public string? Sheet { get; set; }

    /// <summary>Day or half day, by sign-in.</summary>
    [BindProperty(Name = nameof(Sessions))] // named, so that other fields of the form are not taken for entries
    public Dictionary<Guid, string?> Sessions { get; set; } = [];

    [BindProperty]
    public string? All { get; set; }

    public IReadOnlyList<CentreSignIn> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Lengths { get; private set; } = [];

    /// <summary>Days with sign-ins that wait for a day or half a day, the oldest first.</summary>
    public IReadOnlyList<(DateOnly Day, int Waiting)> Undecided { get; private set; } = [];

    public DateOnly On => Day ?? Clock.Today;

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostSheetAsync()
    {
        await ShowAsync();
        var lines = ReadLines();
        if (!ModelState.IsValid)
            return await AgainAsync(ShowAsync);
        var (change, line) = await sheets.TypeInAsync(On, lines, viewer.Actor);
        if (change != SheetChange.TwiceInAMinute)
            return await AnswerAsync(change, nameof(Sheet));
        ModelState.AddModelError(nameof(Sheet), Texts["Line {0}: {1} signed in within a minute of this already. If they are two people, write something that tells them apart. Nothing was written in.", line, lines[line - 1].Name]);
        return await AgainAsync(ShowAsync);
    }

    public async Task<IActionResult> OnPostDecideAsync()
    {
        await ShowAsync();
        var known = Lengths.Select(l => l.Value).ToHashSet();
        var said = Sessions.Where(s => s.Value is { } session && known.Contains(session)).ToDictionary(s => s.Key, s => s.Value!);
        if (All is { } all && known.Contains(all))
            foreach (var row in Rows.Where(r => r.Session is null))
                said.TryAdd(row.Id, all);
        return await AnswerAsync(await sheets.DecideAsync(On, said, viewer.Actor), nameof(All));
    }

    public async Task<IActionResult> OnPostMonthAsync()
    {
        await ShowAsync();
        if (Lengths.All(l => l.Value != All))
            return NotFound();
        return await AnswerAsync(await sheets.DecideMonthAsync(Month.Of(On), All!, viewer.Actor), nameof(All));
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id) => await AnswerAsync(await sheets.TakeBackAsync(id, viewer.Actor), nameof(Day));

    private async Task<IActionResult> AnswerAsync(SheetChange change, string field)
    {
        switch (change)
        {
            case SheetChange.Done:
                return Saved(new { Day = On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
            case SheetChange.NotThere:
                return NotFound();
            default:
                Wrong(field, "This month is closed, and its figures stand. Open it again with a reason first.");
                break;
        }

        return await AgainAsync(ShowAsync);
    }

    private List<SheetLine> ReadLines()
    {
        var lines = new List<SheetLine>();
        if (On > Clock.Today)
            Wrong(nameof(Day), "This day is still to come.");
        var typed = (Sheet ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (typed.Length is 0 or > MostLines)
            Wrong(nameof(Sheet), typed.Length == 0 ? "Write a line for each person." : "Write at most 200 lines at once.");
        for (var i = 0; i < Math.Min(typed.Length, MostLines); i++)
        {
            // The same form sent twice makes the same lines.
            var id = new Guid([.. NewId.ToByteArray(true)[..14], (byte)(i >> 8), (byte)i], bigEndian: true);
            if (ReadLine(typed[i]) is { } line)
                lines.Add(line with { Id = id });
            else
                ModelState.AddModelError(nameof(Sheet), Texts["Line {0}: write it like “9:10 Aisha Stone, half day”.", i + 1]);
        }

        return lines;
    }

    private SheetLine? ReadLine(string line)
    {
        var parts = line.Split(',', 2, StringSplitOptions.TrimEntries);
        var session = parts.Length == 1 ? null : Lengths.FirstOrDefault(l => l.Label.Equals(parts[1], StringComparison.OrdinalIgnoreCase) || l.Value == GroupLists.CodeOf(parts[1]))?.Value;
        if (parts.Length == 2 && session is null)
            return null;
        var words = parts[0].Split(' ', 2, StringSplitOptions.TrimEntries);
        TimeOnly? at = char.IsDigit(words[0].FirstOrDefault()) && TimeText.TryParse(words[0], out var time) ? time : null;
        var name = at is null ? parts[0] : words.Length > 1 ? words[1] : "";
        return name.Length is 0 or > LongestName || char.IsDigit(name[0]) || WrittenText.Check("", name, WrittenText.Line) is not null ? null : new SheetLine(default, name, at, session);
    }

    private async Task ShowAsync()
    {
        Lengths = await LevelNames.OfferedAsync(db, GroupList.CentreSession);
        var day = On;
        Rows = await db.CentreSignIns.AsNoTracking().Where(s => s.Day == day && s.TakenBackAt == null).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync();
        Undecided = [.. (await db.CentreSignIns.Where(s => s.Session == null && s.TakenBackAt == null).GroupBy(s => s.Day).Select(g => new { Day = g.Key, Waiting = g.Count() }).OrderBy(g => g.Day).Take(40).ToListAsync()).Select(g => (g.Day, g.Waiting))];
        await shown.AsPageAsync("sign-in-book", [.. Rows.Select(r => r.PersonId).OfType<PersonId>().Distinct()]);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Desk.Handover;

/// <summary>A handover while it is written: first from the log, then in the words of whoever leaves; kept, or signed.</summary>
[Needs(Permission.HandOver)]
[ShowsPeople]
public sealed class WriteModel(GroupDb db, Vault vault, GroupClock clock, HandoverService handovers, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int MostLines = 600;

    private readonly Dictionary<string, Person> people = new(StringComparer.Ordinal);

    [BindProperty]
    public Guid FormId { get; set; }

    [BindProperty]
    public Guid? Version { get; set; }

    /// <summary>UTC ticks of where the stretch begins.</summary>
    [BindProperty]
    public long From { get; set; }

    [BindProperty]
    public List<LineForm> Lines { get; set; } = [];

    [BindProperty]
    public string? Do { get; set; }

    /// <summary>Where its buttons send it; null is the page's own address, which names the handover.</summary>
    public string? SendTo { get; private set; }

    public DateTime FromUtc => new(Math.Clamp(From, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);

    public string LabelOf(LineForm line) => line.Reference is { } reference && people.TryGetValue(reference, out var person) ? person.ShortName() : texts["Something else"];

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (id is { } known)
        {
            if (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == known && h.WrittenById == viewer.Id && h.SignedAt == null) is not { } begun)
                return NotFound();
            (FormId, Version, From) = (begun.Id, begun.Version, begun.From.Ticks);
            await ReadKeptAsync(known);
        }
        else
        {
            FormId = Ids.New();
            From = (await HandoverFacts.BeginsAsync(db, clock.Now)).Ticks;
            Lines = HandoverText.Of(await HandoverFacts.ReadAsync(db, clock, FromUtc, clock.Now), clock, texts);
        }

        await ShowAsync();
        foreach (var part in Enum.GetValues<HandoverPart>())
            Lines.Add(new LineForm { Part = part });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id)
    {
        if (viewer.Id is not { } me || Lines.Count > MostLines)
            return NotFound();
        if (FormId == Guid.Empty || (id is { } known && known != FormId))
            FormId = id ?? Ids.New();
        await ShowAsync();
        for (var i = 0; i < Lines.Count; i++)
            if (WrittenText.Check($"Lines[{i}].Words", Lines[i].Words, WrittenText.Note) is { } mistake)
                ModelState.AddModelError(mistake.Field, texts[mistake.Sentence, [.. mistake.Values]]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var words = Lines.Where(l => string.IsNullOrEmpty(l.Reference) || people.ContainsKey(l.Reference))
            .Select(l => new HandoverWords(l.Part, string.IsNullOrEmpty(l.Reference) ? null : people[l.Reference].Id, l.Words)).ToList();
        var from = FromUtc > clock.Now || FromUtc < clock.Now.AddDays(-7) ? clock.Now.AddHours(-12) : FromUtc;
        var change = await handovers.WriteAsync(FormId, Version, from, words, Do != "keep", me, viewer.Actor);
        if (change == HandoverChange.NoSuchHandover)
            return NotFound();
        if (change == HandoverChange.SignedAlready && !await IsAsSignedAsync(FormId))
        {
            // Under an id of its own: signed again it is a handover beside the first.
            (FormId, Version, SendTo) = (Ids.New(), null, Url.Content("~/handover/write"));
            ModelState.Remove(nameof(Version));
            ModelState.AddModelError("Lines[0].Words", texts["You signed this handover already, in another window. What you typed since is still here: sign again, and it is a handover of its own."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        this.MarkSaved(clock.Now, Do == "keep" ? texts["It is not signed yet."] : texts["Handed over. Thank you, and good night."]);
        return Do == "keep" ? RedirectToPage("Write", new { id = FormId }) : RedirectToPage("Read", new { id = FormId });
    }

    /// <summary>Word for word: the form came twice.</summary>
    private async Task<bool> IsAsSignedAsync(Guid id)
    {
        var typed = Lines;
        await ReadKeptAsync(id);
        var signed = Lines;
        Lines = typed;
        return Said(typed).SequenceEqual(Said(signed));

        static IEnumerable<string> Said(List<LineForm> lines) => lines.Select(l => l.Words?.Trim() ?? "").Where(w => w.Length > 0).Order(StringComparer.Ordinal);
    }

    private async Task ReadKeptAsync(Guid id)
    {
        var kept = await db.HandoverLines.AsNoTracking().Where(l => l.HandoverId == id).OrderBy(l => l.Position)
            .LeftJoin(db.PeopleWithMerged, l => l.PersonId, p => p.Id, (l, p) => new { Line = l, Reference = p == null ? null : p.Reference }).ToListAsync();
        Lines = [.. kept.Select(k => new LineForm { Part = k.Line.Part, Reference = k.Reference, Words = vault.Open(HandoverSets.Words, k.Line.Id, k.Line.Words) })];
    }

    /// <summary>Whom the lines are about, within what the writer may see; the view is recorded before anything is shown.</summary>
    private async Task ShowAsync()
    {
        var references = Lines.Select(l => l.Reference).OfType<string>().Where(r => r.Length > 0).Distinct().ToList();
        foreach (var person in await db.PeopleSeenBy(viewer).AsNoTracking().Where(p => references.Contains(p.Reference)).ToListAsync())
            people[person.Reference] = person;
        await shown.AsPageAsync("handover/write", [.. people.Values.Select(p => p.Id)]);
    }
}

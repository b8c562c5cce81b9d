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
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Desk.Handover;

/// <summary>A signed handover, and "I have read this". Lines about people outside the reader's view are left out, and it is said how many.</summary>
[Needs(Permission.ReadHandovers)]
[ShowsPeople]
public sealed class ReadModel(GroupDb db, Vault vault, GroupClock clock, HandoverService handovers, Viewer viewer, PersonViews shown) : PageModel
{
    private static readonly (HandoverPart Part, string Id, string Title)[] Titles =
        [(HandoverPart.Tonight, "tonight", "Whom to think of tonight"), (HandoverPart.Open, "open", "What is open"), (HandoverPart.Happened, "happened", "What happened")];

    public Core.Desk.Handover.Handover Handover { get; private set; } = null!;

    public IReadOnlyList<PartShown> Parts { get; private set; } = [];

    public IReadOnlyList<HandoverRead> Readers { get; private set; } = [];

    public int LeftOut { get; private set; }

    public bool MayRead => Handover.WrittenById != viewer.Id && Readers.All(r => r.ReaderId != viewer.Id);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.Handovers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.SignedAt != null) is not { } handover)
            return NotFound();
        Handover = handover;
        Readers = await db.HandoverReads.AsNoTracking().Where(r => r.HandoverId == id).OrderBy(r => r.ReadAt).ToListAsync();
        var lines = await db.HandoverLines.AsNoTracking().Where(l => l.HandoverId == id).OrderBy(l => l.Position).ToListAsync();
        var ids = lines.Select(l => l.PersonId).OfType<PersonId>().Distinct().ToList();
        var people = await db.PeopleSeenBy(viewer).AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await shown.AsPageAsync("handover", [.. people.Keys]);
        var visible = lines.Where(l => l.PersonId is not { } person || people.ContainsKey(person)).ToList();
        LeftOut = lines.Count - visible.Count;
        Parts = [.. Titles.Select(t => new PartShown(t.Id, t.Title, [.. visible.Where(l => l.Part == t.Part).Select(l => Show(l, people))]))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (viewer.Id is not { } me || await handovers.ReadAsync(id, me, viewer.Actor) != HandoverChange.Done)
            return NotFound();
        this.MarkSaved(clock.Now);
        return RedirectToPage(new { id });
    }

    private LineShown Show(HandoverLine line, Dictionary<PersonId, Person> people)
    {
        var person = line.PersonId is { } id ? people[id] : null;
        return new LineShown(person?.Reference, person?.ShortName(), vault.Open(HandoverSets.Words, line.Id, line.Words) ?? "");
    }

    /// <param name="Title">English; translated.</param>
    public sealed record PartShown(string Id, string Title, IReadOnlyList<LineShown> Lines);

    public sealed record LineShown(string? Reference, string? Name, string Words);
}

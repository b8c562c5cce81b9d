using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.FollowUp.Safeguarding.Due;

/// <summary>Concerns that are open, with the answers that are due: late ones first, then the soonest, then those without.</summary>
[Needs(Permission.RaiseConcern)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer, PersonViews shown, Texts texts) : PageModel
{
    private const int Most = 200, MostClosed = 20;

    public bool SeesAll => viewer.May(Permission.SeeConcerns);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Row> Closed { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var seen = ConcernService.SeenBy(db, viewer).AsNoTracking();
        var open = await seen.Where(c => c.ClosedAt == null).OrderBy(c => c.RaisedAt).Take(Most).ToListAsync();
        var closed = await seen.Where(c => c.ClosedAt != null).OrderByDescending(c => c.ClosedAt).Take(MostClosed).ToListAsync();
        var ids = open.ConvertAll(c => c.Id);
        var due = (await db.ConcernsTold.AsNoTracking().Where(t => ids.Contains(t.ConcernId) && t.AnsweredAt == null && t.AnswerDueOn != null).ToListAsync()).ToLookup(t => t.ConcernId);
        var people = open.Concat(closed).Select(c => c.PersonId).Distinct().ToList();
        var names = await db.PeopleWithMerged.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        await shown.AsPageAsync("concerns", people);
        Rows = [.. open.Select(c => Make(c, c.RaisedAt, names[c.PersonId], due[c.Id].Min(t => t.AnswerDueOn))).OrderBy(r => r.DueOn ?? DateOnly.MaxValue)];
        Closed = [.. closed.Select(c => Make(c, c.ClosedAt!.Value, names[c.PersonId], null))];
    }

    private Row Make(Core.FollowUp.Safeguarding.Concern concern, DateTime at, Person person, DateOnly? due) =>
        new(concern.Id, PersonNames.Whole(texts, person), concern.RaisedByName, at, due, due < clock.Today);

    public sealed record Row(Guid Id, string Name, string By, DateTime At, DateOnly? DueOn, bool Late);
}

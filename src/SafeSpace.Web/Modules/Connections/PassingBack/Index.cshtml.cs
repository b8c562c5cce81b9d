using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.FollowUp;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.PassingBack;

/// <summary>What others owe us for people who got worse: late first, then what is due soonest.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(DoorTools tools) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var db = tools.Db;
        var rows = await db.PassedBack.AsNoTracking().Where(p => p.ClosedAt == null)
            .Join(db.PeopleSeenBy(tools.Viewer).Where(p => p.DiedAt == null), b => b.PersonId, p => p.Id, (b, p) => new { Passed = b, Person = p }).ToListAsync();
        await tools.Shown.AsPageAsync("passed-back", [.. rows.Select(r => r.Person.Id).Distinct()]);
        var ids = rows.ConvertAll(r => r.Passed.Id);
        var due = (await db.PassedBackTold.AsNoTracking().Where(t => ids.Contains(t.PassedBackId) && t.CameAt == null).Select(t => new { t.PassedBackId, t.DueAt }).ToListAsync()).ToLookup(t => t.PassedBackId, t => t.DueAt);
        Rows =
        [
            .. rows.Select(r => (r.Passed, r.Person, Due: due[r.Passed.Id].Order().Select(d => (DateTime?)d).FirstOrDefault()))
                .OrderBy(r => r.Due ?? DateTime.MinValue)
                .Select(r => new Row(r.Passed.Id, PersonNames.Whole(tools.Texts, r.Person), r.Passed.At, r.Due, r.Due < tools.Clock.Now)),
        ];
    }

    public sealed record Row(Guid Id, string Name, DateTime At, DateTime? DueAt, bool Late);
}

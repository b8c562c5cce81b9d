using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Advocacy;

/// <summary>What we fight for: the nearest deadline first.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(DoorTools tools) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateOnly Today => tools.Clock.Today;

    public async Task OnGetAsync()
    {
        var db = tools.Db;
        var labels = await ListLabels.LoadAsync(db, GroupList.CauseKind);
        var rows = await db.Causes.AsNoTracking().Where(c => c.EndedOn == null)
            .Join(db.PeopleSeenBy(tools.Viewer).Where(p => p.DiedAt == null), c => c.PersonId, p => p.Id, (c, p) => new { Cause = c, Person = p }).ToListAsync();
        await tools.Shown.AsPageAsync("advocacy", [.. rows.Select(r => r.Person.Id).Distinct()]);
        var ids = rows.ConvertAll(r => r.Cause.Id);
        var due = (await db.CauseDeadlines.AsNoTracking().Where(d => ids.Contains(d.CauseId) && d.MetOn == null && d.TakenBackAt == null).Select(d => new { d.CauseId, d.DueOn }).ToListAsync()).ToLookup(d => d.CauseId, d => (DateOnly?)d.DueOn);
        var tied = ids.ConvertAll(i => (Guid?)i);
        var missing = (await db.SupportTasks.AsNoTracking().Where(t => tied.Contains(t.ForId) && t.State == TaskState.Open).Select(t => t.ForId).ToListAsync()).ToLookup(t => t);
        Rows =
        [
            .. rows.Select(r => (r.Cause, r.Person, Due: due[r.Cause.Id].Min())).OrderBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Cause.BegunAt)
                .Select(r => new Row(r.Cause.Id, PersonNames.Whole(tools.Texts, r.Person), tools.Vault.Open(CauseWords.What, r.Cause.Id, r.Cause.What) ?? "", labels.Of(GroupList.CauseKind, r.Cause.Kind), r.Due, r.Due < Today, missing[r.Cause.Id].Count())),
        ];
    }

    public sealed record Row(Guid Id, string Name, string What, string? Kind, DateOnly? Due, bool Late, int Missing);
}

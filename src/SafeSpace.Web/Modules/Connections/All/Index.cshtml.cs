using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.FollowUp;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.All;

/// <summary>Everybody on the way to another door: late steps first, then the soonest.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(DoorTools tools) : PageModel
{
    private const int Most = 300;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>More go on than stand here.</summary>
    public bool AreMore { get; private set; }

    public async Task OnGetAsync()
    {
        var (db, clock, t) = (tools.Db, tools.Clock, tools.Texts);
        var seen = db.PeopleSeenBy(tools.Viewer).Where(p => p.DiedAt == null);
        var rows = await db.Connections.AsNoTracking().Where(c => c.State == ConnectionState.Asked || c.State == ConnectionState.Sent || c.State == ConnectionState.Taken)
            .Join(seen, c => c.PersonId, p => p.Id, (c, p) => new { Connection = c, Person = p }).OrderBy(r => r.Connection.AskedAt).Take(Most + 1).ToListAsync();
        AreMore = rows.Count > Most;
        rows = [.. rows.Take(Most)];
        await tools.Shown.AsPageAsync("connections", [.. rows.Select(r => r.Person.Id).Distinct()]);
        var ids = rows.ConvertAll(r => (Guid?)r.Connection.Id);
        var steps = await db.Promises.AsNoTracking().Where(p => p.For == PromiseFor.Connection && p.State == PromiseState.Open && ids.Contains(p.ForId)).ToListAsync();
        var shut = (await db.Partners.Where(p => p.ClosedAt != null).Select(p => p.Id).ToListAsync()).ToHashSet();
        Rows =
        [
            .. rows.Select(r => (r.Connection, r.Person, Step: steps.Find(s => s.ForId == r.Connection.Id)))
                .OrderBy(r => r.Step?.DueOn ?? DateOnly.MinValue).ThenBy(r => r.Step?.DueAt ?? DateTime.MaxValue)
                .Select(r => new Row(r.Connection.Id, PersonNames.Whole(t, r.Person), r.Connection.PartnerName, StateWords.Of(t, r.Connection.State), r.Connection.AskedOn,
                    r.Step is { } step ? PromiseWords.When(step, clock, t) : null, r.Step is { } due && Lateness.IsLate(due, clock.Now, clock.Today), r.Connection.PartnerId is { } partner && shut.Contains(partner))),
        ];
    }

    public sealed record Row(Guid Id, string Name, string Partner, string State, DateOnly Since, string? Next, bool Late, bool Shut);
}

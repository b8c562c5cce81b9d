using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.FollowUp;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Hospital;

/// <summary>Who is in hospital, longest first, and whose turn it is.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(DoorTools tools) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var db = tools.Db;
        var rows = await db.HospitalStays.AsNoTracking().Where(s => s.HomeAt == null)
            .Join(db.PeopleSeenBy(tools.Viewer).Where(p => p.DiedAt == null), s => s.PersonId, p => p.Id, (s, p) => new { Stay = s, Person = p }).ToListAsync();
        await tools.Shown.AsPageAsync("hospital", [.. rows.Select(r => r.Person.Id).Distinct()]);
        var ids = rows.ConvertAll(r => (Guid?)r.Stay.Id);
        var turns = (await db.Promises.AsNoTracking().Where(p => p.For == null && p.State == PromiseState.Open && ids.Contains(p.ForId)).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).ToListAsync()).ToLookup(p => p.ForId);
        Rows =
        [
            .. rows.OrderBy(r => r.Stay.Since).Select(r => new Row(r.Stay.Id, PersonNames.Whole(tools.Texts, r.Person), tools.Vault.Open(HospitalWords.Where, r.Stay.Id, r.Stay.Where) ?? "", r.Stay.Since,
                turns[r.Stay.Id].FirstOrDefault() is { } turn ? PromiseWords.When(turn, tools.Clock, tools.Texts) : null)),
        ];
    }

    public sealed record Row(Guid Id, string Name, string Where, DateTime Since, string? Turn);
}

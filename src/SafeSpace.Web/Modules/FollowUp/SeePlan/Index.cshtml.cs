using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.FollowUp.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.FollowUp.SeePlan;

/// <summary>A plan in somebody's own words: the newest, or one of those before. It prints as a sheet of paper to hand over.</summary>
[Needs(Permission.SeePeople)]
public sealed class IndexModel(GroupDb db, Viewer viewer, Vault vault, PersonViews shown, Texts texts) : PersonPageModel(db, viewer, shown, texts)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Of { get; set; }

    public PlanSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<Line> Versions { get; private set; } = [];

    public bool Older => Sheet.Version is { } shown && shown.Id != Versions[0].Id;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync("plan") is { } answer)
            return answer;
        var all = await Db.PlanVersions.AsNoTracking().Where(v => v.PersonId == Person.Id).OrderByDescending(v => v.MadeAt).ThenByDescending(v => v.Id).ToListAsync();
        var asked = Of is { } id ? all.Find(v => v.Id == id) : all.FirstOrDefault();
        if (asked is null && Of is not null)
            return NotFound();
        var ids = all.Select(v => v.MadeById?.Value).OfType<Guid>().Distinct().ToList();
        var names = await Db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        Versions = [.. all.Select(v => new Line(v.Id, v.MadeAt, v.ByThePerson ? T["they themselves"] : v.MadeById is { } by ? names.GetValueOrDefault(by.Value, "—") : "—"))];
        Sheet = await PlanSheet.OfAsync(Db, vault, asked);
        return Page();
    }

    public sealed record Line(Guid Id, DateTime At, string By);
}

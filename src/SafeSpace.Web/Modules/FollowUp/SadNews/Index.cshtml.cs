using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.FollowUp.SadNews;

/// <summary>Somebody this peer knew has died, or lives after all: said kindly, to them alone, on a page they open themselves.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(GroupDb db, DeathService deaths, Viewer viewer, PersonViews shown) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (viewer.Id is not { } me)
            return NotFound();
        var news = await DeathService.WaitingFor(db, me).AsNoTracking().OrderBy(n => n.MadeAt).Take(20)
            .Join(db.PeopleWithMerged, n => n.PersonId, p => p.Id, (n, p) => new { News = n, Person = p }).ToListAsync();
        await shown.AsPageAsync("sad-news", [.. news.Select(n => n.Person.Id).Distinct()]);
        Rows = [.. news.Select(n => new Row(n.News.Id, n.Person.ShortName(), n.News.MistakeAt is not null))];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (viewer.Id is not { } me)
            return NotFound();
        await deaths.ReadAsync(id, me, viewer.Actor);
        return RedirectToPage();
    }

    public sealed record Row(Guid Id, string Name, bool Mistake);
}

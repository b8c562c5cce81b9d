using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Register.Shared;
using SafeSpace.Web.TagHelpers;

namespace SafeSpace.Web.Modules.Connections.Directory;

/// <summary>The directory: open entries by name, closed ones at the end.</summary>
[Needs(Permission.SeePartners)]
public sealed class IndexModel(GroupDb db, GroupClock clock, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    public Viewer Viewer => viewer;

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var labels = await ListLabels.LoadAsync(db, GroupList.PartnerKind);
        Kinds = labels.Choices(GroupList.PartnerKind);
        var words = (Q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // A directory is some hundreds of entries: all are read, and words are found in whatever field they stand.
        var all = await db.Partners.AsNoTracking().Where(p => string.IsNullOrEmpty(Kind) || p.Kind == Kind).ToListAsync();
        Rows =
        [
            .. all.Where(p => words.All(w => new[] { p.Name, p.WhatFor, p.ForWhom, p.Address, p.Postcode }.Any(t => t?.Contains(w, StringComparison.CurrentCultureIgnoreCase) == true)))
                .OrderBy(p => p.ClosedAt is not null).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(p => new Row(p, labels.Of(GroupList.PartnerKind, p.Kind), p.AsksForCheck(clock.Today), p.ClosedAt is null ? PeopleOnPages.Dialled(p.Phone) : null)),
        ];
    }

    public sealed record Row(Partner Partner, string? Kind, bool Old, string? Dialled);
}

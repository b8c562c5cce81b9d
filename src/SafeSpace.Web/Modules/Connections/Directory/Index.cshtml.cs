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
    private const int OnAPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>The reference of who is to be connected: each entry can be chosen for them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? For { get; set; }

    /// <summary>How many entries come before this page.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public int? Next { get; private set; }

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
        var found = all.Where(p => words.All(w => new[] { p.Name, p.WhatFor, p.ForWhom, p.Address, p.Postcode }.Any(t => t?.Contains(w, StringComparison.CurrentCultureIgnoreCase) == true)))
            .OrderBy(p => p.ClosedAt is not null).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Id).ToList();
        var from = Math.Clamp(After, 0, Math.Max(0, found.Count - 1));
        Rows = [.. found.Skip(from).Take(OnAPage).Select(p => new Row(p, labels.Of(GroupList.PartnerKind, p.Kind), p.AsksForCheck(clock.Today), p.ClosedAt is null ? PeopleOnPages.Dialled(p.Phone) : null))];
        Next = from + OnAPage < found.Count ? from + OnAPage : null;
    }

    /// <summary>This list from a place on, with what was looked for.</summary>
    public string Address(int after) => "~/partners" + QueryString.Create(new[]
    {
        KeyValuePair.Create("q", Q), KeyValuePair.Create("kind", Kind), KeyValuePair.Create("for", For), KeyValuePair.Create("after", (string?)after.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    }.Where(p => !string.IsNullOrEmpty(p.Value)));

    public sealed record Row(Partner Partner, string? Kind, bool Old, string? Dialled);
}

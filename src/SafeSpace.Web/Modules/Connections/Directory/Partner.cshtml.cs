using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Diary.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Directory;

/// <summary>One service; whom of those one sees is on the way there; checked, closed, open again.</summary>
[Needs(Permission.SeePartners)]
[ShowsPeople]
public sealed class PartnerModel(DoorTools tools, PartnerService partners) : PageModel
{
    [BindProperty]
    public Guid Version { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Partner Partner { get; private set; } = null!;

    public string? Kind { get; private set; }

    public bool Old => Partner.AsksForCheck(tools.Clock.Today);

    public string? Dialled => PeopleOnPages.Dialled(Partner.Phone);

    public Viewer Viewer => tools.Viewer;

    public IReadOnlyList<Row> Waiting { get; private set; } = [];

    public IEnumerable<(string Label, string Words)> Facts => new[]
    {
        ("What for?", Partner.WhatFor), ("For whom?", Partner.ForWhom), ("When is it open?", Partner.OpenWhen), ("How does one refer?", Partner.HowToRefer),
        ("Who there knows us?", Partner.WhoKnowsUs), ("Address", Partner.Address), ("Postcode", Partner.Postcode),
    }.Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!));

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCheckedAsync(Guid id) =>
        await MayAsync(id) ? Saved(await partners.CheckedAsync(id, Viewer.Actor), id) : NotFound();

    public async Task<IActionResult> OnPostOpenAsync(Guid id) =>
        await MayAsync(id) ? Saved(await partners.OpenAgainAsync(id, Version, Viewer.Actor), id) : NotFound();

    public async Task<IActionResult> OnPostCloseAsync(Guid id)
    {
        if (!await MayAsync(id))
            return NotFound();
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), tools.Texts["Please write what happened. A word is enough."]);
        if (WrittenText.Check(nameof(Why), Why, WrittenText.Line) is { } mistake)
            ModelState.AddModelError(nameof(Why), tools.Texts[mistake.Sentence, [.. mistake.Values]]);
        if (ModelState.IsValid)
            return Saved(await partners.CloseAsync(id, Version, Why!, Viewer.Actor), id);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> MayAsync(Guid id) => Viewer.May(Permission.KeepPartners) && await LoadAsync(id);

    private IActionResult Saved(bool done, Guid id)
    {
        if (!done)
            return NotFound();
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content($"~/partners/{id}"));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var db = tools.Db;
        if (await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } partner)
            return false;
        Partner = partner;
        if (HttpMethods.IsGet(Request.Method))
            Version = partner.Version;
        Kind = (await ListLabels.LoadAsync(db, GroupList.PartnerKind)).Of(GroupList.PartnerKind, partner.Kind);
        var seen = db.PeopleSeenBy(Viewer).Where(p => p.DiedAt == null);
        var rows = await db.Connections.AsNoTracking().Where(c => c.PartnerId == id && (c.State == ConnectionState.Asked || c.State == ConnectionState.Sent || c.State == ConnectionState.Taken))
            .Join(seen, c => c.PersonId, p => p.Id, (c, p) => new { Connection = c, Person = p }).ToListAsync();
        await tools.Shown.AsPageAsync("partner", [.. rows.Select(r => r.Person.Id)]);
        Waiting = [.. rows.OrderBy(r => r.Connection.AskedAt).Select(r => new Row(r.Connection.Id, r.Person.ShortName(), StateWords.Of(tools.Texts, r.Connection.State), r.Connection.AskedOn))];
        return true;
    }

    public sealed record Row(Guid Id, string Name, string State, DateOnly Since);
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Asking;

/// <summary>What people ask for and what others offer, side by side: somebody who knows both brings them together.</summary>
[Needs(Permission.LogContacts)]
[ShowsPeople]
public sealed class IndexModel(DoorTools tools, AskService asking) : PageModel
{
    public IReadOnlyList<AskRow> Asks { get; private set; } = [];

    public IReadOnlyList<OfferLine> Offers { get; private set; } = [];

    public DateOnly Today => tools.Clock.Today;

    public async Task OnGetAsync()
    {
        var db = tools.Db;
        var labels = await ListLabels.LoadAsync(db, GroupList.SupportKind);
        var asks = await db.Asks.AsNoTracking().Where(a => a.State == AskState.Open || a.State == AskState.Matched)
            .Join(db.PeopleSeenBy(tools.Viewer).Where(p => p.DiedAt == null), a => a.PersonId, p => p.Id, (a, p) => new { Ask = a, Person = p }).ToListAsync();
        (Offers, var offering) = await OfferLines.ReadAsync(tools, labels);
        await tools.Shown.AsPageAsync("asks", [.. asks.Select(a => a.Person.Id).Concat(offering).Distinct()]);
        Asks =
        [
            .. asks.OrderBy(a => a.Ask.State == AskState.Matched).ThenBy(a => a.Ask.WantedOn ?? DateOnly.MaxValue).ThenBy(a => a.Ask.AskedAt)
                .Select(a => new AskRow(a.Ask.Id, PersonNames.Whole(tools.Texts, a.Person), tools.Vault.Open(AskWords.What, a.Ask.Id, a.Ask.What) ?? "", labels.Of(GroupList.SupportKind, a.Ask.Kind), a.Ask.WantedOn, a.Ask.State == AskState.Matched)),
        ];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid offer)
    {
        var (offers, _) = await OfferLines.ReadAsync(tools, await ListLabels.LoadAsync(tools.Db, GroupList.SupportKind));
        if (offers.All(o => o.Id != offer))
            return NotFound();
        await asking.EndOfferAsync(offer, tools.Viewer.Actor);
        this.MarkSaved(tools.Clock.Now);
        return LocalRedirect(Url.Content("~/asks"));
    }

    public sealed record AskRow(Guid Id, string Name, string What, string? Kind, DateOnly? On, bool Matched);
}

/// <summary>An offer as it is shown.</summary>
public sealed record OfferLine(Guid Id, string Name, string What, string? Kind, string? KindCode, Party Who);

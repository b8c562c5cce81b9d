using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Connections.Shared;
using SafeSpace.Web.Modules.Register.Shared;

namespace SafeSpace.Web.Modules.Connections.Asking;

/// <summary>Offers that stand: of people whom the viewer may see, and of colleagues whose account is open.</summary>
internal static class OfferLines
{
    public static async Task<(IReadOnlyList<OfferLine> Offers, IReadOnlyList<PersonId> People)> ReadAsync(DoorTools tools, ListLabels labels)
    {
        var db = tools.Db;
        var offers = await db.HelpOffers.AsNoTracking().Where(o => o.EndedAt == null).OrderBy(o => o.MadeAt).ToListAsync();
        var ids = offers.Select(o => o.PersonId).OfType<PersonId>().Distinct().ToList();
        var people = await db.PeopleSeenBy(tools.Viewer).AsNoTracking().Where(p => ids.Contains(p.Id) && p.DiedAt == null).ToDictionaryAsync(p => p.Id);
        var accounts = offers.Select(o => o.AccountId).OfType<UserId>().Select(a => a.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => accounts.Contains(u.Id) && u.RetiredAt == null).ToDictionaryAsync(u => new UserId(u.Id), u => u.DisplayName);
        var lines = offers.Select(o => (Offer: o, Name: o.PersonId is { } person ? people.TryGetValue(person, out var known) ? PersonNames.Whole(tools.Texts, known) : null : o.AccountId is { } account ? names.GetValueOrDefault(account) : null))
            .Where(o => o.Name is not null)
            .Select(o => new OfferLine(o.Offer.Id, o.Name!, tools.Vault.Open(AskWords.Offered, o.Offer.Id, o.Offer.What) ?? "", labels.Of(GroupList.SupportKind, o.Offer.Kind), o.Offer.Kind, new Party(o.Offer.PersonId, o.Offer.AccountId)));
        return ([.. lines], [.. people.Keys]);
    }
}

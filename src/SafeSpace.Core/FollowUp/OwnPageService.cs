using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum InviteResult
{
    Invited,
    NotHere,
    NoSuchPerson,

    /// <summary>There is a page of their own already.</summary>
    InvitedAlready,

    /// <summary>Somebody has an account with this address: nothing was tied, until it is said that it is theirs.</summary>
    HasAccount,

    /// <summary>The account with this address belongs to one of us, to somebody else, or is closed.</summary>
    AddressTaken,
}

/// <param name="Secret">The one-time link's, shown once.</param>
public sealed record Invited(InviteResult Result, string? Secret = null);

/// <summary>
/// People's own pages: by invitation of a peer, with a safe way asked first, where the group has them. An invitation makes an account
/// in the role of a member, tied to the person, and a link that works once. It can be ended at any time, by either side.
/// </summary>
public sealed class OwnPageService(GroupStore store)
{
    public const string SafeWay = "own_page_invitation.safe_way";

    /// <param name="theirs">They said that the account with this address is theirs: a member's, tied to nobody yet.</param>
    public Task<Invited> InviteAsync(PersonId person, string email, string name, string safeWay, Actor by, bool theirs = false)
    {
        var (user, secret, linkId) = (AccountService.NewUser(email, name), Secrets.New(), Ids.New());
        return store.Write("OwnPageInvited", by, async unit =>
        {
            if (await unit.Db.FollowUpRules.SingleOrDefaultAsync() is not { OwnPages: true })
                return new Invited(InviteResult.NotHere);
            if (await ContactWriter.LivingAsync(unit, person) is not { } standing)
                return new Invited(InviteResult.NoSuchPerson);
            if (await unit.Db.PersonAccounts.AnyAsync(a => a.PersonId == standing && a.Until == null))
                return new Invited(InviteResult.InvitedAlready);
            if (await unit.Db.Users.SingleOrDefaultAsync(u => u.NormalizedEmail == user.NormalizedEmail) is { } known)
                return await TieKnownAsync(unit, standing, known, safeWay, theirs);
            user.AddedAt = unit.Now;
            unit.Db.Users.Add(user);
            unit.Db.UserRoles.Add(new UserRole { Id = Ids.New(), UserId = user.UserId, Role = Role.Member });
            unit.Db.SetupLinks.Add(new SetupLink { Id = linkId, SecretHash = Secrets.HashOf(secret), UserId = user.UserId, ExpiresAt = unit.Now + SetupLinks.GoodFor });
            Tie(unit, standing, user.UserId, safeWay, madeAccount: true);
            return new Invited(InviteResult.Invited, secret);
        });
    }

    /// <summary>A member has an account already: the page is on it, and no second one is made. Of one of us the wall stands on the tie, so that is not said here.</summary>
    private static async Task<Invited> TieKnownAsync(Unit unit, PersonId person, User known, string safeWay, bool theirs)
    {
        var roles = await unit.Db.UserRoles.Where(r => r.UserId == known.UserId).Select(r => r.Role).ToListAsync();
        if (known.RetiredAt is not null || roles.Count == 0 || roles.Exists(r => r != Role.Member) || await unit.Db.PersonAccounts.AnyAsync(a => a.UserId == known.UserId && a.Until == null))
            return new Invited(InviteResult.AddressTaken);
        if (!theirs)
            return new Invited(InviteResult.HasAccount);
        Tie(unit, person, known.UserId, safeWay, madeAccount: false);
        return new Invited(InviteResult.Invited);
    }

    /// <summary>Ties an account that is there already: somebody's who is a member, or a peer who is supported too.</summary>
    public Task<InviteResult> TieAsync(PersonId person, UserId account, string safeWay, Actor by) =>
        store.Write("OwnPageInvited", by, async unit =>
        {
            if (await unit.Db.PersonAccounts.AnyAsync(a => (a.PersonId == person || a.UserId == account) && a.Until == null))
                return InviteResult.InvitedAlready;
            Tie(unit, person, account, safeWay, madeAccount: false);
            return InviteResult.Invited;
        });

    /// <summary>Ends it: the page is not there any more from this moment on. What the person wrote stays theirs, in their plan.</summary>
    public Task<bool> EndAsync(PersonId person, Actor by) =>
        store.Write("OwnPageEnded", by, async unit =>
        {
            if (await unit.Db.OwnPageInvitations.Where(i => i.PersonId == person && i.EndedAt == null).OrderByDescending(i => i.At).FirstOrDefaultAsync() is not { } invitation)
                return false;
            invitation.EndedAt = unit.Now;
            var roles = await unit.Db.UserRoles.Where(r => r.UserId == invitation.UserId).Select(r => r.Role).ToListAsync();
            // Somebody who became a peer keeps the tie, and with it the wall around their own record; who was one, too.
            if (!Permissions.Of(roles).Contains(Permission.SeePeople))
            {
                foreach (var tie in await unit.Db.PersonAccounts.Where(a => a.PersonId == person && a.UserId == invitation.UserId && a.Until == null && a.WalledAt == null).ToListAsync())
                    tie.Until = unit.Now;
            }

            // With a wall that stands the account is the only way to say who holds the key.
            if (invitation.MadeAccount && roles.TrueForAll(r => r == Role.Member) && !await unit.Db.HasWallAsync(invitation.UserId))
            {
                (await unit.Db.Users.SingleAsync(u => u.Id == invitation.UserId.Value)).RetiredAt ??= unit.Now;
                await Sessions.EndAllAsync(unit, invitation.UserId);
                foreach (var link in await unit.Db.SetupLinks.Where(l => l.UserId == invitation.UserId && l.UsedAt == null && l.ExpiresAt > unit.Now).ToListAsync())
                    link.ExpiresAt = unit.Now;
            }

            return true;
        });

    /// <summary>Whose page an account sees: its own person's, where the group has such pages and the invitation stands.</summary>
    public static async Task<Person?> PersonOfAsync(GroupDb db, UserId account)
    {
        if (!(await FollowUpSettings.ReadAsync(db)).OwnPages)
            return null;
        var invited = db.OwnPageInvitations.Where(i => i.UserId == account && i.EndedAt == null);
        return await db.PersonAccounts.Where(a => a.UserId == account && a.Until == null && invited.Any(i => i.PersonId == a.PersonId))
            .Join(db.People, a => a.PersonId, p => p.Id, (_, p) => p).AsNoTracking().FirstOrDefaultAsync();
    }

    /// <summary>What somebody can give, as they say it; empty takes it back.</summary>
    public Task OfferAsync(PersonId person, string? words, Actor by) =>
        store.Write("OfferSaid", by, async unit =>
        {
            var offer = await unit.Db.PersonOffers.Where(o => o.PersonId == person).OrderByDescending(o => o.At).FirstOrDefaultAsync();
            var said = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
            if (offer is null && said is null)
                return;
            if (offer is null)
                unit.Db.PersonOffers.Add(offer = new PersonOffer { Id = Ids.New(), PersonId = person });
            if (unit.Open(PersonOffer.Column, offer.Id, offer.Words) == said)
                return;
            offer.Words = unit.Seal(person, PersonOffer.Column, offer.Id, said);
            offer.At = unit.Now;
        });

    private static void Tie(Unit unit, PersonId person, UserId account, string safeWay, bool madeAccount)
    {
        unit.Db.PersonAccounts.Add(new PersonAccount { Id = Ids.New(), PersonId = person, UserId = account, From = unit.Now });
        var invitation = new OwnPageInvitation { Id = Ids.New(), PersonId = person, UserId = account, At = unit.Now, ById = unit.By.Id, MadeAccount = madeAccount };
        invitation.SafeWay = unit.Seal(person, SafeWay, invitation.Id, safeWay.Trim());
        unit.Db.OwnPageInvitations.Add(invitation);
    }
}

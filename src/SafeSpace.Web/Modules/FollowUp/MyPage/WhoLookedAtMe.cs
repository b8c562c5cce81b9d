using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.FollowUp.MyPage;

/// <summary>One day on which somebody looked: who, as the group lets people see it.</summary>
public sealed record LookedLine(DateOnly Day, string Who);

/// <summary>Who looked at somebody's record, for that person: what each of them is here, or their names where the group shows them.</summary>
public static class WhoLookedAtMe
{
    private const int Most = 300;

    /// <summary>From who has most to do with everybody to who has least: an account is shown as the first that fits.</summary>
    private static readonly (Role Role, string Words)[] Said =
    [
        (Role.Supervisor, "a supervisor"), (Role.Facilitator, "somebody at the desk"), (Role.Peer, "a peer"), (Role.Coordinator, "a coordinator"), (Role.Referrer, "a referrer"),
    ];

    public static async Task<IReadOnlyList<LookedLine>> ReadAsync(GroupDb db, GroupClock clock, UserId me, PersonId person, Texts texts)
    {
        var ids = await db.PeopleWithMerged.Where(p => p.Id == person || p.MergedIntoId == person).Select(p => p.Id).ToListAsync();
        var looks = await db.ViewedPeople.AsNoTracking().Where(v => ids.Contains(v.PersonId)).OrderByDescending(v => v.ViewId).Take(Most)
            .Join(db.Views, v => v.ViewId, v => v.Id, (_, v) => v).ToListAsync();
        var others = looks.Where(l => l.ById != me).ToList();
        var names = (await FollowUpSettings.ReadAsync(db)).NamesWhoLooked;
        var accounts = others.Select(l => l.ById).OfType<UserId>().Distinct().ToList();
        var roles = (await db.UserRoles.AsNoTracking().Where(r => accounts.Contains(r.UserId)).ToListAsync()).ToLookup(r => r.UserId, r => r.Role);
        return
        [
            .. others.GroupBy(l => clock.DayOf(l.At)).OrderByDescending(d => d.Key)
                .Select(d => new LookedLine(d.Key, string.Join(", ", d.Select(l => names ? l.ByName : Words(l)).Distinct()))),
        ];

        string Words(View look) => look.ById is not { } id ? texts["another program"]
            : Said.FirstOrDefault(s => roles[id].Contains(s.Role)).Words is { } words ? texts[words] : texts["somebody who was with us"];
    }
}

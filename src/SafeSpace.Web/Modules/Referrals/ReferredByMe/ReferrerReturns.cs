using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;

namespace SafeSpace.Web.Modules.Referrals.ReferredByMe;

/// <summary>Who of those they referred came back directly and agreed that they are told. Nobody who has died stands here.</summary>
internal static class ReferrerReturns
{
    public static async Task<Dictionary<ReferralId, DateTime?>> OfAsync(GroupDb db, IReadOnlyList<ReferralId> referrals)
    {
        var people = db.Referrals.Where(r => referrals.Contains(r.Id)).Select(r => r.PersonId);
        var living = db.PeopleWithMerged.Where(p => p.DiedAt == null);
        var rows = await db.DirectReturns.AsNoTracking()
            .Where(r => people.Contains(r.PersonId) && living.Any(p => p.Id == r.PersonId) && r.TellTeam && r.Kind == ReturnKind.TakenBack && r.ReferralId != null)
            .Select(r => new { r.ReferralId, r.At }).ToListAsync();
        return rows.GroupBy(r => r.ReferralId!.Value).ToDictionary(g => g.Key, g => (DateTime?)g.Max(r => r.At));
    }
}

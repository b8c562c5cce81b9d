using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>A person and something that weighs on them, once.</summary>
internal sealed class PersonWith
{
    public PersonId PersonId { get; init; }

    public required string Factor { get; init; }
}

/// <summary>What factors are counted from: always the people first referred up to a day.</summary>
internal static class FactorRows
{
    public static IQueryable<Referral> FirstReferrals(GroupDb db, DateOnly day) =>
        db.Referrals.AsNoTracking().Where(r => r.Kind == ReferralKind.First && r.Day <= day);

    /// <summary>What the referrer wrote in each person's first referral.</summary>
    public static IQueryable<PersonWith> ByReferrer(GroupDb db, DateOnly day) =>
        from factor in db.Factors.AsNoTracking()
        join referral in FirstReferrals(db, day) on factor.PersonId equals referral.PersonId
        where factor.SeenBy == SeenBy.Referrer && factor.TakenBackAt == null && factor.ReferralId == (Guid?)(object)referral.Id
        select new PersonWith { PersonId = factor.PersonId, Factor = factor.Factor };

    /// <summary>What peers heard of them up to the day, in any call.</summary>
    public static IQueryable<PersonWith> ByPeers(GroupDb db, DateOnly day) =>
        from factor in db.Factors.AsNoTracking()
        join referral in FirstReferrals(db, day) on factor.PersonId equals referral.PersonId
        where factor.SeenBy == SeenBy.Peers && factor.TakenBackAt == null && factor.Day <= day
        select new PersonWith { PersonId = factor.PersonId, Factor = factor.Factor };

    /// <summary>What peers heard and the first referral did not name.</summary>
    public static IQueryable<PersonWith> Gap(GroupDb db, DateOnly day) =>
        ByPeers(db, day).Where(heard => !ByReferrer(db, day).Any(named => named.PersonId == heard.PersonId && named.Factor == heard.Factor));
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>How many people each factor weighs on, by the day from which they count.</summary>
public sealed class FactorDays : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.FactorDays.ExecuteDeleteAsync();

    /// <summary>Counts all there is, person by person.</summary>
    internal static async Task<Dictionary<(DateOnly Day, FactorFigure Figure, string Factor), int>> CountAsync(GroupDb db)
    {
        var sums = new Dictionary<(DateOnly, FactorFigure, string), int>();
        var (person, first, factors) = (default(PersonId), default(Referral), new List<PersonFactor>());
        var rows = db.Factors.AsNoTracking()
            .Join(db.Referrals.AsNoTracking().Where(r => r.Kind == ReferralKind.First), f => f.PersonId, r => r.PersonId, (f, r) => new { Factor = f, First = r.Id, r.Day })
            .OrderBy(row => row.Factor.PersonId);
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            if (row.Factor.PersonId != person)
            {
                Tally.Add(sums, FactorShare.Of(first, factors), 1);
                (person, first) = (row.Factor.PersonId, new Referral { Id = row.First, Day = row.Day });
                factors.Clear();
            }

            factors.Add(row.Factor);
        }

        Tally.Add(sums, FactorShare.Of(first, factors), 1);
        return sums;
    }

    private sealed class Tally : PeopleShares<(DateOnly Day, FactorFigure Figure, string Factor)>
    {
        protected override bool Matters(RowChange change) => change.Before is PersonFactor || change.After is PersonFactor || FirstOf(change.Before) != FirstOf(change.After);

        protected override async Task ReadAsync(GroupDb db, PersonId[] some, Dictionary<Guid, object> rows)
        {
            foreach (var referral in await db.Referrals.AsNoTracking().Where(r => r.Kind == ReferralKind.First && some.Contains(r.PersonId)).ToListAsync())
                rows[referral.RowId] = referral;
            foreach (var factor in await db.Factors.AsNoTracking().Where(f => some.Contains(f.PersonId)).ToListAsync())
                rows[factor.RowId] = factor;
        }

        protected override IEnumerable<(DateOnly Day, FactorFigure Figure, string Factor)> ShareOf(IEnumerable<object> rows) =>
            FactorShare.Of(rows.OfType<Referral>().FirstOrDefault(r => r.Kind == ReferralKind.First), rows.OfType<PersonFactor>());

        protected override void Keep(GroupDb db, (DateOnly Day, FactorFigure Figure, string Factor) key, int people) =>
            db.FactorDays.Add(new FactorDay { Id = Ids.New(), Day = key.Day, Figure = key.Figure, Factor = key.Factor, People = people });

        private static (PersonId, DateOnly)? FirstOf(object? row) => row is Referral { Kind: ReferralKind.First } first ? (first.PersonId, first.Day) : null;
    }
}

/// <summary>What one person adds to the factors, and from which day on: nobody counts before their first referral.</summary>
internal static class FactorShare
{
    public static IEnumerable<(DateOnly Day, FactorFigure Figure, string Factor)> Of(Referral? first, IEnumerable<PersonFactor> factors)
    {
        if (first is null)
            yield break;
        var (named, heard) = (new HashSet<string>(), new Dictionary<string, DateOnly>());
        foreach (var factor in factors.Where(f => f.TakenBackAt is null))
        {
            if (factor.SeenBy == SeenBy.Peers)
                heard[factor.Factor] = heard.TryGetValue(factor.Factor, out var since) && since <= factor.Day ? since : factor.Day > first.Day ? factor.Day : first.Day;
            else if (factor.ReferralId == first.Id.Value)
                named.Add(factor.Factor);
        }

        if (named.Count > 0)
            yield return (first.Day, FactorFigure.ReferrerPeople, "");
        if (heard.Count > 0)
            yield return (heard.Values.Min(), FactorFigure.PeerPeople, "");
        foreach (var factor in named)
            yield return (first.Day, FactorFigure.Referrer, factor);
        foreach (var (factor, since) in heard)
        {
            yield return (since, FactorFigure.Peers, factor);
            if (!named.Contains(factor))
                yield return (since, FactorFigure.Gap, factor);
        }

        if (named.Contains(Monitoring.FactorNames.AnxietyDepression))
            yield return (first.Day, named.Count == 1 ? FactorFigure.Alone : FactorFigure.Plus, "");
    }
}

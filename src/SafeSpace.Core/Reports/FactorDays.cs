using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>
/// How many people each factor weighs on, by the day from which they count. What somebody adds depends on all that is noted of them, so
/// it is worked out twice for whoever a batch touched, as it is now and as it was before the batch, and the difference is kept.
/// </summary>
public sealed class FactorDays : IKeptFigure
{
    public KeptTally Begin() => new Tally();

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
                Add(sums, FactorShare.Of(first, factors), 1);
                (person, first) = (row.Factor.PersonId, new Referral { Id = row.First, Day = row.Day });
                factors.Clear();
            }

            factors.Add(row.Factor);
        }

        Add(sums, FactorShare.Of(first, factors), 1);
        return sums;
    }

    private static void Add(Dictionary<(DateOnly, FactorFigure, string), int> sums, IEnumerable<(DateOnly, FactorFigure, string)> share, int sign)
    {
        foreach (var one in share)
            CollectionsMarshal.GetValueRefOrAddDefault(sums, one, out _) += sign;
    }

    private static List<FactorDay> RowsOf(Dictionary<(DateOnly Day, FactorFigure Figure, string Factor), int> sums) =>
        [.. sums.Where(s => s.Value != 0).Select(s => new FactorDay { Id = Ids.New(), Day = s.Key.Day, Figure = s.Key.Figure, Factor = s.Key.Factor, People = s.Value })];

    private sealed class Tally : KeptTally
    {
        private const int FewEnoughToAsk = 400;
        private readonly List<RowChange> changes = [];
        private readonly HashSet<PersonId> people = [];
        private readonly HashSet<PersonId> made = [];

        public override void Add(RowChange change)
        {
            if (change is { Before: null, After: Person person })
                made.Add(person.Id);
            if (change.Before is not PersonFactor && change.After is not PersonFactor && FirstOf(change.Before) == FirstOf(change.After))
                return;
            changes.Add(change);
            foreach (var row in new[] { change.Before, change.After })
                if (PersonOf(row) is { } about)
                    people.Add(about);
        }

        public override async Task FlushAsync(GroupDb db)
        {
            if (changes.Count == 0)
                return;
            var rows = await RowsNowAsync(db);
            var sums = new Dictionary<(DateOnly, FactorFigure, string), int>();
            foreach (var change in changes)
                Put(rows, change.RowId, change.After);
            AddAll(sums, rows, 1);
            foreach (var change in Enumerable.Reverse(changes))
                Put(rows, change.RowId, change.Before);
            AddAll(sums, rows, -1);
            db.FactorDays.AddRange(RowsOf(sums));
        }

        /// <summary>Of somebody who came with this batch, all there is came with it too.</summary>
        private async Task<Dictionary<Guid, object>> RowsNowAsync(GroupDb db)
        {
            var rows = new Dictionary<Guid, object>();
            foreach (var some in people.Except(made).Chunk(FewEnoughToAsk))
            {
                foreach (var referral in await db.Referrals.AsNoTracking().Where(r => r.Kind == ReferralKind.First && some.Contains(r.PersonId)).ToListAsync())
                    rows[referral.RowId] = referral;
                foreach (var factor in await db.Factors.AsNoTracking().Where(f => some.Contains(f.PersonId)).ToListAsync())
                    rows[factor.RowId] = factor;
            }

            return rows;
        }

        private static void AddAll(Dictionary<(DateOnly, FactorFigure, string), int> sums, Dictionary<Guid, object> rows, int sign)
        {
            foreach (var person in rows.Values.GroupBy(PersonOf))
                FactorDays.Add(sums, FactorShare.Of(person.OfType<Referral>().FirstOrDefault(r => r.Kind == ReferralKind.First), person.OfType<PersonFactor>()), sign);
        }

        private static void Put(Dictionary<Guid, object> rows, Guid id, object? row)
        {
            if (row is null)
                rows.Remove(id);
            else
                rows[id] = row;
        }

        private static PersonId? PersonOf(object? row) => row switch
        {
            PersonFactor factor => factor.PersonId,
            Referral referral => referral.PersonId,
            _ => null,
        };

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

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>
/// People by the months in which they were referred and their gender, each beside the month in which they were referred before: so each is
/// counted once in any span of months, in the first of them.
/// </summary>
public sealed class ReferredMonths : IKeptFigure
{
    public KeptTally Begin() => new Tally();

    public Task ForgetAsync(GroupDb db) => db.ReferredMonths.ExecuteDeleteAsync();

    /// <summary>Counts all there is, person by person.</summary>
    internal static async Task<Dictionary<(Month Month, Month Earlier, string Gender), int>> CountAsync(GroupDb db)
    {
        var sums = new Dictionary<(Month, Month, string), int>();
        var (person, gender, days) = (default(PersonId), "", new List<DateOnly>());
        var rows = db.Referrals.AsNoTracking().Join(db.PeopleWithMerged.AsNoTracking(), r => r.PersonId, p => p.Id, (r, p) => new { r.PersonId, r.Day, p.Gender }).OrderBy(row => row.PersonId);
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            if (row.PersonId != person)
            {
                Tally.Add(sums, ShareOf(days, gender), 1);
                (person, gender) = (row.PersonId, row.Gender ?? "");
                days.Clear();
            }

            days.Add(row.Day);
        }

        Tally.Add(sums, ShareOf(days, gender), 1);
        return sums;
    }

    private static IEnumerable<(Month Month, Month Earlier, string Gender)> ShareOf(IEnumerable<DateOnly> days, string gender)
    {
        var earlier = ReferredMonth.Never;
        foreach (var month in days.Select(Month.Of).Distinct().Order())
        {
            yield return (month, earlier, gender);
            earlier = month;
        }
    }

    private sealed class Tally : PeopleShares<(Month Month, Month Earlier, string Gender)>
    {
        protected override bool Matters(RowChange change) => (change.Before, change.After) switch
        {
            (Person before, Person after) => before.Gender != after.Gender,
            (Person, _) or (_, Person) => true,
            _ => ReferredOf(change.Before) != ReferredOf(change.After),
        };

        protected override async Task ReadAsync(GroupDb db, PersonId[] some, Dictionary<Guid, object> rows)
        {
            foreach (var referral in await db.Referrals.AsNoTracking().Where(r => some.Contains(r.PersonId)).ToListAsync())
                rows[referral.RowId] = referral;
            foreach (var person in await db.PeopleWithMerged.AsNoTracking().Where(p => some.Contains(p.Id)).ToListAsync())
                rows[person.Id.Value] = person;
        }

        protected override IEnumerable<(Month Month, Month Earlier, string Gender)> ShareOf(IEnumerable<object> rows) =>
            ReferredMonths.ShareOf(rows.OfType<Referral>().Select(r => r.Day), rows.OfType<Person>().FirstOrDefault()?.Gender ?? "");

        protected override void Keep(GroupDb db, (Month Month, Month Earlier, string Gender) key, int people) =>
            db.ReferredMonths.Add(new ReferredMonth { Id = Ids.New(), Month = key.Month, Earlier = key.Earlier, Gender = key.Gender, People = people });

        private static (PersonId, Month)? ReferredOf(object? row) => row is Referral referral ? (referral.PersonId, Month.Of(referral.Day)) : null;
    }
}

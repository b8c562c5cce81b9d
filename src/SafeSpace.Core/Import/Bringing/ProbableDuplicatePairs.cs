using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Register.Matching.Scoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>New people who are probably known already. They are only offered: two references are never joined by machine.</summary>
internal static class ProbableDuplicatePairs
{
    /// <summary>Pairs offered in the register with somebody new in them. The higher number is called the new one.</summary>
    public static async Task<IReadOnlyList<ProbableDuplicate>> OfferedAsync(GroupDb db, IReadOnlySet<PersonId> fresh, CancellationToken cancel)
    {
        if (fresh.Count == 0)
            return [];
        var offers = await db.PairOffers.AsNoTracking()
            .Join(db.People, o => o.FirstId, p => p.Id, (o, p) => new { o, First = p })
            .Join(db.People, o => o.o.SecondId, p => p.Id, (o, p) => new { o.o.FirstId, o.o.SecondId, o.o.Score, o.o.Reasons, A = o.First.Reference, ANumber = o.First.ReferenceNumber, B = p.Reference, BNumber = p.ReferenceNumber })
            .OrderByDescending(o => o.Score).ThenBy(o => o.A).ThenBy(o => o.B).ToListAsync(cancel);
        return
        [
            .. offers.Where(o => fresh.Contains(o.FirstId) || fresh.Contains(o.SecondId)).Select(o =>
            {
                var (older, newer) = o.ANumber < o.BNumber ? (o.A, o.B) : (o.B, o.A);
                return new ProbableDuplicate(newer, older, Math.Round(o.Score, 1), InWords(o.Reasons.Split(' ').Select(Enum.Parse<MatchReason>)));
            }),
        ];
    }

    /// <summary>For a dry run: pairs among the people the files would bring.</summary>
    public static IReadOnlyList<ProbableDuplicate> Among(IReadOnlyList<PersonRows> people, string region)
    {
        var list = people.Select(p => (p.Person, Details: PeopleOfRows.Details(p.Person, p.Registers))).ToList();
        var pairs = ListMatcher.Match(list.Select(p => new ComparedPerson
        {
            GivenName = p.Details.GivenName,
            Surname = p.Details.Surname,
            Born = p.Details.DateOfBirth is { } day ? BirthDate.From(day) : null,
            Phones = [.. p.Details.Phones.Select(n => PhoneKeys.Normalise(n.Number, region)).OfType<string>()],
            Street = p.Details.Address,
            Postcode = p.Details.Postcode,
            Gender = p.Details.Gender,
        }));
        return [.. pairs.Select(pair =>
        {
            var names = new[] { pair.First, pair.Second }.Select(i => list[i].Person.Reference ?? "(no reference yet)").Order(StringComparer.Ordinal).ToList();
            return new ProbableDuplicate(names[1], names[0], Math.Round(pair.Match.Score, 1), InWords(pair.Match.Clues.OrderByDescending(c => Math.Abs(c.Points)).Select(c => c.Reason)));
        })];
    }

    private static string InWords(IEnumerable<MatchReason> reasons) => string.Join(", ", reasons.Select(r => r.InWords()));
}

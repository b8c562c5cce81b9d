using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Register.Matching.Scoring;
using SafeSpace.Core.Register.Search;
using SafeSpace.Core.Shared;
using Details = SafeSpace.Core.Register.Matching.Details.ComparedPerson;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>
/// Looks for records that may be one person's: a few new ones by the indexes, many at once by going through the whole register.
/// It only ever offers; people decide.
/// </summary>
public sealed class PairFinder(GroupStore store)
{
    private const int FewEnoughToLookUp = 100, LargestWholeRegister = 200_000, MostLikes = 40;

    public static (PersonId First, PersonId Second) Ordered(PersonId a, PersonId b) =>
        string.CompareOrdinal(a.Value.ToString("N"), b.Value.ToString("N")) <= 0 ? (a, b) : (b, a);

    /// <summary>Looks for the likes of everybody added or changed since the last time.</summary>
    public async Task LookAsync(CancellationToken cancel = default)
    {
        await using var db = await store.ReadAsync(cancel);
        var marks = await db.PairsToLook.AsNoTracking().Take(LargestWholeRegister).ToDictionaryAsync(p => p.PersonId, p => p.Mark, cancel);
        if (marks.Count == 0)
            return;
        var waiting = marks.Keys.ToList();
        var whole = waiting.Count > FewEnoughToLookUp;
        var offers = whole ? await WholeAsync(db, cancel) : await EachAsync(db, waiting);
        await SaveAsync(marks, offers, whole);
    }

    /// <summary>Who may be the same person as this one, looked up now; without those that somebody decided on. The likeliest first.</summary>
    public async Task<IReadOnlyList<PairOffer>> LikesOfAsync(PersonId person, CancellationToken cancel = default)
    {
        await using var db = await store.ReadAsync(cancel);
        var offers = await EachAsync(db, [person]);
        var decided = await db.PairDecisions.AsNoTracking().Where(d => d.TakenBackAt == null && (d.FirstId == person || d.SecondId == person))
            .Select(d => new { d.FirstId, d.SecondId }).ToListAsync(cancel);
        return [.. offers.Where(o => !decided.Any(d => d.FirstId == o.FirstId && d.SecondId == o.SecondId)).OrderByDescending(o => o.Score)];
    }

    private async Task<List<PairOffer>> WholeAsync(GroupDb db, CancellationToken cancel)
    {
        var people = await LoadAsync(db, db.People);
        return [.. ListMatcher.Match(people.Select(p => p.Details), cancel)
            .Where(pair => pair.Match.Band != MatchBand.Not)
            .Select(pair => Offer(people[pair.First].Id, people[pair.Second].Id, pair.Match))];
    }

    private async Task<List<PairOffer>> EachAsync(GroupDb db, List<PersonId> waiting)
    {
        var offers = new Dictionary<(PersonId, PersonId), PairOffer>();
        var search = new PersonSearch(db, store);
        var matcher = new PersonMatcher();
        foreach (var one in await LoadAsync(db, db.People.Where(p => waiting.Contains(p.Id))))
        {
            var likes = new HashSet<PersonId>();
            foreach (var asked in Questions(one))
                likes.UnionWith((await search.FindAsync(asked, db.People, MostLikes)).Select(h => h.Id));
            likes.Remove(one.Id);
            var ids = likes.ToList();
            foreach (var like in await LoadAsync(db, db.People.Where(p => ids.Contains(p.Id))))
            {
                var match = matcher.Compare(one.Details, like.Details);
                if (match.Band != MatchBand.Not)
                    offers[Ordered(one.Id, like.Id)] = Offer(one.Id, like.Id, match);
            }
        }

        return [.. offers.Values];
    }

    /// <summary>What one would type to find the person again: their name, their birth date, each number.</summary>
    private static IEnumerable<string> Questions((PersonId Id, Details Details) one)
    {
        var name = $"{one.Details.GivenName} {one.Details.Surname}".Trim();
        if (name.Length > 0)
            yield return name;
        if (one.Details.KnownAs is { } known)
            yield return $"{known} {one.Details.Surname}";
        if (one.Details.Born is { } born)
        {
            yield return born.ToString();
            if (name.Length > 0)
                yield return $"{name} {born.Year}";
        }

        foreach (var phone in one.Details.Phones)
            yield return "+" + phone;
    }

    private async Task<List<(PersonId Id, Details Details)>> LoadAsync(GroupDb db, IQueryable<Person> people)
    {
        var rows = await people.AsNoTracking().OrderBy(p => p.ReferenceNumber)
            .Select(p => new { p.Id, p.GivenName, p.Surname, p.KnownAs, p.DateOfBirth, p.Address, p.Postcode, p.Gender }).ToListAsync();
        var phones = (await db.Phones.AsNoTracking().Join(people, n => n.PersonId, p => p.Id, (n, _) => new { n.PersonId, n.Number }).ToListAsync()).ToLookup(p => p.PersonId, p => p.Number);
        return rows.ConvertAll(p => (p.Id, new Details
        {
            GivenName = p.GivenName,
            Surname = p.Surname,
            KnownAs = p.KnownAs,
            Born = p.DateOfBirth is { } day ? BirthDate.From(day) : null,
            Phones = [.. phones[p.Id].Select(n => PhoneKeys.Normalise(n, store.Profile.Region)).OfType<string>()],
            Street = p.Address,
            Postcode = p.Postcode,
            Gender = p.Gender,
        }));
    }

    private static PairOffer Offer(PersonId a, PersonId b, PersonMatch match)
    {
        var (first, second) = Ordered(a, b);
        return new PairOffer
        {
            FirstId = first,
            SecondId = second,
            Score = match.Score,
            LooksSame = match.Band == MatchBand.Same,
            Reasons = string.Join(' ', match.Clues.OrderByDescending(c => Math.Abs(c.Points)).Select(c => c.Reason)),
        };
    }

    private Task SaveAsync(Dictionary<PersonId, Guid?> marks, List<PairOffer> offers, bool whole) =>
        store.Write("PairsOffered", Actor.System, async unit =>
        {
            var looked = marks.Keys.ToList();
            var decided = (await unit.Db.PairDecisions.AsNoTracking().Where(d => d.TakenBackAt == null).Select(d => new { d.FirstId, d.SecondId }).ToListAsync())
                .Select(d => (d.FirstId, d.SecondId)).ToHashSet();
            var old = whole ? unit.Db.PairOffers : unit.Db.PairOffers.Where(o => looked.Contains(o.FirstId) || looked.Contains(o.SecondId));
            unit.Db.PairOffers.RemoveRange(await old.ToListAsync());
            await unit.Db.SaveChangesAsync();
            unit.Db.PairOffers.AddRange(offers.Where(o => !decided.Contains((o.FirstId, o.SecondId))));
            foreach (var some in looked.Chunk(400))
                unit.Db.PairsToLook.RemoveRange((await unit.Db.PairsToLook.Where(p => some.Contains(p.PersonId)).ToListAsync()).Where(p => p.Mark == marks[p.PersonId]));
        });
}

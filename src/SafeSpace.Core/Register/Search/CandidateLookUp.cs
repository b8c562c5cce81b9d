#pragma warning disable CA1309 // The database compares, not this program.
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Search;

/// <summary>Looks each thing that was typed up in its index, within what may be seen, a bounded number of rows each.</summary>
internal sealed class CandidateLookUp(GroupDb db, IQueryable<Person> seen, string region)
{
    private const int MostRows = 60, MostNames = 12, MostOfOneName = 12, FarthestPair = 4;
    private readonly Dictionary<PersonId, (Candidate Candidate, List<string> Why)> found = [];

    public async Task<Dictionary<PersonId, (Candidate Candidate, List<string> Why)>> FindAsync(TypedSearch search, NameWordsFound? names)
    {
        if (search.Reference is { } reference)
            await AddAsync(Records().Where(p => p.Reference == reference), FoundBecause.SameReference);
        if (search.Born is { } born)
            await ByBirthAsync(born);
        if (search.Phone is { } phone)
            await ByPhoneAsync(phone);
        if (search.Postcode is { } postcode)
            await ByPostcodeAsync(postcode);
        if (names is { IsEmpty: false })
            await ByNameAsync(search, names);
        else if (search.BornIn is { } year && found.Count == 0)
            await AddAsync(BornIn(Records(), year), null);
        return found;
    }

    private IQueryable<Person> Records()
    {
        var mayBeSeen = seen;
        return db.PeopleWithMerged.AsNoTracking().Where(p => mayBeSeen.Any(s => s.Id == (p.MergedIntoId ?? p.Id)));
    }

    private async Task ByBirthAsync(DateOnly born)
    {
        await AddAsync(Records().Where(p => p.DateOfBirth == born), FoundBecause.SameBirthDate);
        if (born.Day <= 12 && born.Day != born.Month)
        {
            var swapped = new DateOnly(born.Year, born.Day, born.Month);
            await AddAsync(Records().Where(p => p.DateOfBirth == swapped), FoundBecause.BirthDateSwapped);
        }
    }

    private async Task ByPhoneAsync(string phone)
    {
        foreach (var from in PhoneKeys.ToLookUp(phone, region))
        {
            var to = from + "z";
            var numbers = db.Phones.Where(n => string.Compare(n.Reversed, from) >= 0 && string.Compare(n.Reversed, to) < 0);
            var whole = from.Length > 8;
            await AddAsync(numbers.Join(Records(), n => n.PersonId, p => p.Id, (_, p) => p), whole ? FoundBecause.Phone : FoundBecause.PartOfPhone);
        }
    }

    private async Task ByPostcodeAsync(string postcode)
    {
        if (postcode.Length >= 5)
        {
            await AddAsync(Records().Where(p => p.PostcodeKey == postcode), FoundBecause.SamePostcode);
            return;
        }

        var from = postcode + "0";
        var to = postcode + "9ZZZ";
        await AddAsync(Records().Where(p => p.PostcodeKey == postcode || (string.Compare(p.PostcodeKey, from) >= 0 && string.Compare(p.PostcodeKey, to) < 0)), FoundBecause.PartOfPostcode);
    }

    private async Task ByNameAsync(TypedSearch search, NameWordsFound names)
    {
        var words = names.Words.Keys.ToList();
        if (names.Readings[0].Count > 1)
        {
            var pairs = await db.NamePairs.Where(p => words.Contains(p.GivenWordId) && words.Contains(p.SurnameWordId))
                .Select(p => new { p.GivenWordId, p.SurnameWordId }).Distinct().ToListAsync();
            var nearest = pairs.Select(p => (p.GivenWordId, p.SurnameWordId, Cost: NameNearness.OfPair(names, names.Words[p.GivenWordId], names.Words[p.SurnameWordId])))
                .Where(p => p.Cost < FarthestPair).OrderBy(p => p.Cost).Take(MostNames);
            foreach (var (given, surname, _) in nearest)
                await AddBearersAsync(db.NamePairs.Where(p => p.GivenWordId == given && p.SurnameWordId == surname), search);
            if (found.Count > 0)
                return;
        }

        foreach (var word in names.NearestFirst().Take(MostNames).ToList())
        {
            await AddBearersAsync(db.NamePairs.Where(p => p.GivenWordId == word), search);
            await AddBearersAsync(db.NamePairs.Where(p => p.SurnameWordId == word), search);
        }
    }

    /// <summary>When a birth date or year was typed, those born then come first; the date may still be wrong, so some others come too.</summary>
    private async Task AddBearersAsync(IQueryable<NamePair> pairs, TypedSearch search)
    {
        if ((search.Born?.Year ?? search.BornIn) is { } year)
            await AddAsync(Bearers(pairs.Where(p => p.BornIn == year)), null, MostOfOneName);
        await AddAsync(Bearers(pairs), null, MostOfOneName);

        IQueryable<Person> Bearers(IQueryable<NamePair> of) => of.Join(Records(), n => n.PersonId, p => p.Id, (_, p) => p);
    }

    private static IQueryable<Person> BornIn(IQueryable<Person> people, int year)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return people.Where(p => p.DateOfBirth >= first && p.DateOfBirth <= last);
    }

    private async Task AddAsync(IQueryable<Person> people, string? why, int most = MostRows)
    {
        foreach (var one in await people.Take(most)
            .Select(p => new Candidate(p.Id, p.MergedIntoId ?? p.Id, p.Reference, p.GivenName, p.Surname, p.KnownAs, p.DateOfBirth)).ToListAsync())
        {
            if (!found.TryGetValue(one.Record, out var known))
                found[one.Record] = known = (one, []);
            if (why is not null && !known.Why.Contains(why))
                known.Why.Add(why);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Matching.Names;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Search;

/// <summary>
/// Finds people by anything typed into one box: names misspelt, shortened, turned round or in another script; a date or year of birth;
/// the end of a phone number; a postcode; a reference. By indexes alone, so it is as quick among a million as among ten.
/// </summary>
public sealed class PersonSearch(GroupDb db, GroupStore store)
{
    private const int MostOfOneName = 6;
    private const double FarthestName = 2.6;

    /// <summary>A reference stands before whatever else has the same digits.</summary>
    private const double Exact = 3;

    /// <param name="seen">Who may be found: <c>db.PeopleSeenBy(viewer)</c>.</param>
    /// <returns>The nearest first; empty when nothing that can be looked for was typed.</returns>
    public async Task<IReadOnlyList<PersonHit>> FindAsync(string? typed, IQueryable<Person> seen, int take = 20)
    {
        var search = TypedSearch.Read(typed, store.Profile.ReferencePrefix, store.Clock.Today.Year);
        if (search.IsEmpty)
            return [];
        var names = search.Names.Length == 0 ? null : await NameWordsFound.FindAsync(db, search.Names);
        var lookUp = new CandidateLookUp(db, seen, store.Profile.Region);
        var found = await lookUp.FindAsync(search, names);
        var ranked = found.Values
            .Select(f => (f.Candidate, Near: Weigh(search, names, f.Candidate, f.Why)))
            .Where(f => f.Near.Why.Count > 0 && f.Near.Cost < FarthestName)
            .OrderBy(f => f.Near.Cost).ThenByDescending(f => f.Candidate.Reference, StringComparer.Ordinal)
            .DistinctBy(f => f.Candidate.Kept).ToList();
        var chosen = ManyNames(ranked, take);
        return await ShowAsync(chosen);
    }

    /// <summary>What else was typed brings a name nearer, or pushes it away when it says otherwise.</summary>
    private static Nearness Weigh(TypedSearch search, NameWordsFound? names, Candidate person, List<string> why)
    {
        var reasons = new List<string>(why);
        var cost = 1 - (0.5 * why.Count);
        if (names is not null)
        {
            var name = NameNearness.Of(names, person.GivenName, person.KnownAs, person.Surname);
            cost = name.Cost - why.Count;
            reasons.InsertRange(0, name.Why);
        }

        if (search.Born is { } born && person.DateOfBirth is { } was && was != born && !reasons.Contains(FoundBecause.BirthDateSwapped))
            cost += was.Year == born.Year ? 0.4 : 1.2;
        if (search.BornIn is { } year && person.DateOfBirth is { } day)
        {
            cost += day.Year == year ? -1 : search.Phone is null ? 1.2 : 0;
            if (day.Year == year)
                reasons.Add(FoundBecause.SameBirthYear);
        }

        if (why.Contains(FoundBecause.SameReference))
            cost -= Exact;
        return new Nearness(cost, [.. reasons.Distinct()]);
    }

    /// <summary>A name that many bear leaves room for others that may be meant.</summary>
    private static List<(Candidate Candidate, Nearness Near)> ManyNames(List<(Candidate Candidate, Nearness Near)> ranked, int take)
    {
        var perName = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = new List<(Candidate, Nearness)>();
        var rest = new List<(Candidate, Nearness)>();
        foreach (var one in ranked)
        {
            var name = NameFolding.Fold($"{one.Candidate.GivenName} {one.Candidate.Surname}");
            perName[name] = perName.GetValueOrDefault(name) + 1;
            (perName[name] <= MostOfOneName ? first : rest).Add(one);
        }

        return [.. first.Concat(rest).Take(take)];
    }

    private async Task<IReadOnlyList<PersonHit>> ShowAsync(List<(Candidate Candidate, Nearness Near)> chosen)
    {
        var ids = chosen.ConvertAll(c => c.Candidate.Kept);
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Reference, p.GivenName, p.Surname, p.KnownAs, p.DateOfBirth, p.Postcode, Died = p.DiedAt != null }).ToDictionaryAsync(p => p.Id);
        var cases = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.PersonId)).ToDictionaryAsync(c => c.PersonId);
        return [.. chosen.Where(c => people.ContainsKey(c.Candidate.Kept)).Select(c =>
        {
            var p = people[c.Candidate.Kept];
            var @case = cases.GetValueOrDefault(p.Id);
            var merged = c.Candidate.Record == c.Candidate.Kept ? null : c.Candidate.Reference;
            return new PersonHit(p.Id, p.Reference, p.GivenName, p.Surname, p.KnownAs, p.DateOfBirth, p.Postcode, @case?.State, @case?.OpenedOn, c.Near.Why, merged, p.Died);
        })];
    }
}

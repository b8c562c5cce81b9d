using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Matching.Names;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>Keeps the index of names: distinct words, the keys they are found by, and who bears which given word with which surname word.</summary>
internal static class NameIndexWriter
{
    /// <summary>A word's number is the hash of its letters, so that no node has to ask for one.</summary>
    public static long NumberOf(string word) => word.Length == 0 ? 0 : NameKeys.Exact(word);

    public static async Task AddAsync(Unit unit, IReadOnlyList<Person> people)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var pairs = new List<NamePair>();
        foreach (var person in people)
        {
            var (given, surname) = WordsOf(person);
            words.UnionWith(given);
            words.UnionWith(surname);
            pairs.AddRange(PairsOf(person, given, surname));
        }

        words.Remove("");
        await AddWordsAsync(unit, [.. words.Order(StringComparer.Ordinal)]);
        if (people.Count == 1)
            unit.Db.NamePairs.AddRange(pairs);
        else
            await unit.InsertManyAsync(pairs);
    }

    /// <summary>After a change of name or of the year of birth. Words stay: somebody else may bear them, and those nobody bears go with an erasure.</summary>
    public static async Task ChangeAsync(Unit unit, Person person)
    {
        var (given, surname) = WordsOf(person);
        var wanted = PairsOf(person, given, surname).ToDictionary(p => (p.GivenWordId, p.SurnameWordId));
        var kept = await unit.Db.NamePairs.Where(p => p.PersonId == person.Id).ToListAsync();
        foreach (var pair in kept)
        {
            if (wanted.Remove((pair.GivenWordId, pair.SurnameWordId)))
                pair.BornIn = person.DateOfBirth?.Year;
            else
                unit.Db.NamePairs.Remove(pair);
        }

        await AddWordsAsync(unit, [.. given.Concat(surname).Where(w => w.Length > 0).Distinct().Order(StringComparer.Ordinal)]);
        unit.Db.NamePairs.AddRange(wanted.Values);
    }

    private static (IReadOnlyList<string> Given, IReadOnlyList<string> Surname) WordsOf(Person person)
    {
        var given = NameFolding.Words(person.GivenName).Concat(NameFolding.Words(person.KnownAs)).Distinct().ToList();
        return (given.Count == 0 ? [""] : given, NameFolding.Words(person.Surname) is { Count: > 0 } surname ? surname : [""]);
    }

    private static IEnumerable<NamePair> PairsOf(Person person, IEnumerable<string> given, IReadOnlyList<string> surname) =>
        from g in given
        from s in surname
        where g.Length + s.Length > 0
        select new NamePair { GivenWordId = NumberOf(g), SurnameWordId = NumberOf(s), PersonId = person.Id, BornIn = person.DateOfBirth?.Year };

    /// <summary>Words go in in one order everywhere; one that is there already is left as it is, and has its keys.</summary>
    private static async Task AddWordsAsync(Unit unit, IReadOnlyList<string> words)
    {
        var fresh = await EachRow.RunAsync(unit.Db, "INSERT INTO name_word (id, word) VALUES ($1, $2) ON CONFLICT DO NOTHING", [.. words.Select(w => new object[] { NumberOf(w), w })]);
        var keys = words.Where((_, i) => fresh[i]).SelectMany(w => NameKeys.OfWord(w).Distinct().Select(k => new object[] { k, NumberOf(w) }));
        await EachRow.RunAsync(unit.Db, "INSERT INTO name_key (key, word_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", [.. keys]);
    }
}

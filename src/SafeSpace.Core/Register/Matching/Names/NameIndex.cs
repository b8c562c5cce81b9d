using System.Runtime.InteropServices;

namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// Finds names that were misspelt, shortened, turned round or written in another script, in memory, by the keys the database uses.
/// Not safe for threads while names are being added.
/// </summary>
public sealed class NameIndex<T>
{
    private const double Uncovered = 2.5, UnaskedPart = 0.05, WrongSide = 0.02;

    private readonly Dictionary<string, int> wordNumbers = new(StringComparer.Ordinal);
    private readonly List<string> words = [];
    private readonly List<List<int>> namesOfWord = [];
    private readonly Dictionary<long, List<int>> wordsOfKey = [];
    private readonly Dictionary<string, int> nameNumbers = new(StringComparer.Ordinal);
    private readonly List<IndexedName> names = [];

    /// <summary>How many distinct names there are.</summary>
    public int Count => names.Count;

    /// <summary>Adds somebody under one full name. The same item may be added under several (known as, a former surname, another script).</summary>
    public void Add(T item, string? givenName, string? surname)
    {
        var given = NameFolding.Parts(givenName);
        var family = NameFolding.Parts(surname);
        if (given.Count + family.Count == 0) return;
        var key = string.Join(' ', given) + '|' + string.Join(' ', family);
        if (!nameNumbers.TryGetValue(key, out var number))
        {
            number = names.Count;
            nameNumbers[key] = number;
            int[] numbers = [.. NameFolding.Words(givenName).Concat(NameFolding.Words(surname)).Distinct().Select(WordNumber)];
            names.Add(new IndexedName($"{givenName?.Trim()} {surname?.Trim()}".Trim(), [.. given, .. family], numbers, []));
            foreach (var word in numbers) namesOfWord[word].Add(number);
        }

        names[number].Items.Add(item);
    }

    /// <summary>The distinct names nearest to what was typed, best first; empty when nothing is near.</summary>
    public IReadOnlyList<NameHit<T>> Find(string? typed, int take = 5)
    {
        var best = new Dictionary<int, double>();
        foreach (var reading in TypedName.Readings(typed))
        {
            if (reading.Count == 0) continue;
            foreach (var (name, cost) in Costs(reading))
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, name, out var exists);
                if (!exists || cost < known) known = cost;
            }
        }

        return [.. best.OrderBy(each => each.Value).ThenBy(each => each.Key).Take(take)
            .Select(each => new NameHit<T>(names[each.Key].FullName, each.Value, names[each.Key].Items))];
    }

    /// <summary>The stored words that are the typed word, near or far, each with how it agrees.</summary>
    public IReadOnlyList<(string Word, WordMatchKind Kind)> WordsLike(string typedWord)
    {
        var folded = NameFolding.Fold(typedWord).Replace(" ", "", StringComparison.Ordinal);
        return [.. Candidates(folded).Select(number => (words[number], WordMatch.OfFolded(folded, words[number]))).Where(each => each.Item2 != WordMatchKind.None)];
    }

    private HashSet<int> Candidates(string folded)
    {
        var found = new HashSet<int>();
        foreach (var key in NameKeys.ToLookUp(folded))
        {
            if (wordsOfKey.TryGetValue(key, out var bearers)) found.UnionWith(bearers);
        }

        return found;
    }

    private int WordNumber(string word)
    {
        if (wordNumbers.TryGetValue(word, out var number)) return number;
        number = words.Count;
        wordNumbers[word] = number;
        words.Add(word);
        namesOfWord.Add([]);
        foreach (var key in NameKeys.OfWord(word))
        {
            ref var bearers = ref CollectionsMarshal.GetValueRefOrAddDefault(wordsOfKey, key, out _);
            (bearers ??= []).Add(number);
        }

        return number;
    }

    private Dictionary<int, double> Costs(IReadOnlyList<string> reading)
    {
        var costOfWord = reading.Select(CostsOfWords).ToArray();
        var costs = new Dictionary<int, double>();
        foreach (var name in costOfWord.SelectMany(each => each.Keys).Distinct().SelectMany(word => namesOfWord[word]))
        {
            if (!costs.ContainsKey(name)) costs[name] = Total(reading, costOfWord, names[name]);
        }

        return costs;
    }

    private Dictionary<int, double> CostsOfWords(string typed)
    {
        var costs = new Dictionary<int, double>();
        foreach (var word in Candidates(typed))
        {
            var kind = WordMatch.OfFolded(typed, words[word]);
            if (kind != WordMatchKind.None) costs[word] = WordCost.Of(kind, typed, words[word]);
        }

        return costs;
    }

    private double Total(IReadOnlyList<string> reading, Dictionary<int, double>[] costOfWord, IndexedName name)
    {
        var total = UnaskedPart * Math.Max(0, name.Parts.Length - reading.Count);
        var taken = 0;
        for (var i = 0; i < reading.Count; i++)
        {
            var (best, at) = (double.MaxValue, -1);
            for (var j = 0; j < name.Words.Length; j++)
            {
                // A word of the name answers one typed word only, unless the name says it twice.
                var free = (taken & (1 << j)) == 0 || name.Parts.Count(part => part == words[name.Words[j]]) > 1;
                if (free && costOfWord[i].TryGetValue(name.Words[j], out var cost) && cost < best) (best, at) = (cost, j);
            }

            total += at >= 0 ? best : Uncovered - name.Parts.Max(part => EditDistance.JaroWinkler(reading[i], part));
            if (at >= 0) taken |= 1 << at;
            // Of two names equally near, the one in the order typed comes first.
            if (at >= 0 && i < name.Parts.Length && words[name.Words[at]] != name.Parts[i]) total += WrongSide;
        }

        return total;
    }

    /// <summary><c>Parts</c>: the words in order, a repeated one repeated; <c>Words</c>: the distinct indexed words, joined forms too.</summary>
    private sealed record IndexedName(string FullName, string[] Parts, int[] Words, List<T> Items);
}

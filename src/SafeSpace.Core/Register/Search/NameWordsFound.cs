using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Register.Search;

/// <summary>The words of the register that are near the typed ones, each typed word with its own.</summary>
internal sealed class NameWordsFound
{
    private const int MostWordsForOne = 40, MostTypedWords = 6;
    private readonly Dictionary<string, Dictionary<string, WordMatchKind>> near = new(StringComparer.Ordinal);

    /// <summary>Ways to read what was typed; the first is as it was typed.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Readings { get; private init; } = [];

    /// <summary>Every word found, by its number.</summary>
    public Dictionary<long, string> Words { get; } = [];

    public bool IsEmpty => Words.Count == 0;

    public static async Task<NameWordsFound> FindAsync(GroupDb db, string typedNames)
    {
        var readings = TypedName.Readings(typedNames).Select(r => (IReadOnlyList<string>)[.. r.Take(MostTypedWords)]).ToList();
        var found = new NameWordsFound { Readings = readings };
        var keysOf = readings.SelectMany(r => r).Distinct().ToDictionary(w => w, w => NameKeys.ToLookUp(w).ToHashSet());
        var keys = keysOf.Values.SelectMany(k => k).Distinct().ToList();
        if (keys.Count == 0)
            return found;
        var rows = await db.NameKeyRows.AsNoTracking().Where(k => keys.Contains(k.Key))
            .Join(db.NameWords, k => k.WordId, w => w.Id, (k, w) => new { k.Key, w.Id, w.Word }).ToListAsync();
        foreach (var (typed, itsKeys) in keysOf)
        {
            var best = rows.Where(r => itsKeys.Contains(r.Key)).DistinctBy(r => r.Id)
                .Select(r => (r.Id, r.Word, Kind: WordMatch.OfFolded(typed, r.Word))).Where(r => r.Kind != WordMatchKind.None)
                .OrderBy(r => WordCost.Of(r.Kind, typed, r.Word)).Take(MostWordsForOne).ToList();
            found.near[typed] = best.ToDictionary(b => b.Word, b => b.Kind);
            foreach (var (id, word, _) in best)
                found.Words[id] = word;
        }

        return found;
    }

    public WordMatchKind KindOf(string typed, string word) =>
        near.TryGetValue(typed, out var words) && words.TryGetValue(word, out var kind) ? kind : WordMatchKind.None;

    /// <summary>Words near any of the typed ones, the nearest first.</summary>
    public IEnumerable<long> NearestFirst() =>
        Words.OrderBy(w => near.Min(n => n.Value.TryGetValue(w.Value, out var kind) ? WordCost.Of(kind, n.Key, w.Value) : double.MaxValue)).Select(w => w.Key);
}

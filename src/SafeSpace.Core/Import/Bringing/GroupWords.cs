using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// What books say, as entries of the group's own lists. A word the group does not have becomes an entry of its own, so that the row
/// keeps it; the notes say so.
/// </summary>
internal sealed class GroupWords
{
    private const int LongestEntry = 60;
    private const int MostNewEntries = 60;
    private readonly Dictionary<(GroupList, string), string> codes = [];
    private readonly List<(GroupList List, string Code, string Label)> fresh = [];

    public static async Task<GroupWords> ReadAsync(GroupDb db)
    {
        var words = new GroupWords();
        foreach (var entry in await db.ListEntries.AsNoTracking().Select(e => new { e.List, e.Code, e.Label }).ToListAsync())
        {
            words.codes[(entry.List, WordList.Fold(entry.Label))] = entry.Code;
            words.codes.TryAdd((entry.List, WordList.Fold(entry.Code)), entry.Code);
        }

        return words;
    }

    /// <summary>Sentences about the entries that were added.</summary>
    public IEnumerable<string> Notes => fresh.Select(f =>
        f.List == GroupList.Factor
            ? $"“{f.Label}” was not on the list of factors. It is now: the rows keep it."
            : f.List == GroupList.ReferringTeam ? $"“{f.Label}” was not on the list of referring teams. It is now: the rows keep it."
            : $"“{f.Label}” was not on your list of levels. It is now: it has a rate.");

    /// <summary>The code of an entry, if the group has it.</summary>
    public string? Find(GroupList list, string? word) => word is null ? null : codes.GetValueOrDefault((list, WordList.Fold(word)));

    /// <summary>The code of an entry, added if the group does not have it; null for a word too long or strange to be an entry.</summary>
    public string? Take(GroupList list, string? word)
    {
        if (word is null || Find(list, word) is { } known)
            return word is null ? null : Find(list, word);
        var label = word.Trim();
        var code = GroupLists.CodeOf(label);
        if (code.Length == 0 || label.Length > LongestEntry || fresh.Count >= MostNewEntries || label.Any(char.IsControl))
            return null;
        if (Find(list, code) is { } same)
            return same;
        fresh.Add((list, code, label));
        return codes[(list, WordList.Fold(label))] = codes[(list, WordList.Fold(code))] = code;
    }

    /// <summary>Adds what was taken and is not there yet.</summary>
    public async Task SaveAsync(GroupStore store, Actor by)
    {
        if (fresh.Count == 0)
            return;
        await store.Write("ListEntriesAdded", by, async unit =>
        {
            var entries = await unit.Db.ListEntries.ToListAsync();
            foreach (var (list, code, label) in fresh)
            {
                if (entries.Any(e => e.List == list && e.Code == code))
                    continue;
                var entry = new ListEntry { Id = Ids.New(), List = list, Code = code, Label = label, Position = entries.Where(e => e.List == list).Select(e => e.Position).DefaultIfEmpty().Max() + 1 };
                entries.Add(entry);
                unit.Db.ListEntries.Add(entry);
            }
        });
    }
}

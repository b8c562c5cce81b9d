namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// The 64-bit keys under which a word of a name is stored and looked up. Stable for ever: they lie in databases.
/// Store <see cref="OfWord"/> against each distinct word of <see cref="NameFolding.Words"/>; look <see cref="ToLookUp"/> up for each
/// word typed, then let <see cref="WordMatch.Verify"/> say which of the words found are meant.
/// </summary>
public static class NameKeys
{
    // Kinds keep keys apart that mean different things; Spelling holds a word and its one-letter deletions alike,
    // because one word's deletion meets the other whole.
    private const char Spelling = 'w', Sound = 's', ShortForm = 'f', LatinSkeleton = 'k', OtherSkeleton = 'o';

    private const int LongestWithDeletions = 32;

    /// <summary>All keys of a whole name, every part and the parts as one word.</summary>
    public static IReadOnlySet<long> For(string? name)
    {
        var keys = new HashSet<long>();
        foreach (var word in NameFolding.Words(name)) keys.UnionWith(OfWord(word));
        return keys;
    }

    /// <summary>The keys to store for one folded word (about ten for a word of seven letters); empty for an empty word.</summary>
    public static IReadOnlyList<long> OfWord(string foldedWord) => Keys(foldedWord, looking: false);

    /// <summary>The keys to look up for one word as typed: as <see cref="OfWord"/>, and across scripts.</summary>
    public static IReadOnlyList<long> ToLookUp(string typedWord) => Keys(NameFolding.Fold(typedWord).Replace(" ", "", StringComparison.Ordinal), looking: true);

    /// <summary>The key of the whole word, nothing else.</summary>
    public static long Exact(string foldedWord) => StableHash.Of(Spelling, foldedWord);

    /// <summary>The keys of a folded word and of it without each of its letters.</summary>
    internal static List<long> Spellings(string foldedWord)
    {
        var keys = new List<long>(foldedWord.Length + 1);
        if (foldedWord.Length > 0) AddSpellings(keys, foldedWord);
        return keys;
    }

    private static List<long> Keys(string word, bool looking)
    {
        var keys = new List<long>(word.Length + 6);
        if (word.Length == 0) return keys;
        AddSpellings(keys, word);
        var latin = word;
        var otherScript = Romanisation.IsOtherScript(word);
        if (otherScript)
        {
            latin = Romanisation.Of(word);
            if (latin.Length > 1) AddSpellings(keys, latin);
        }

        foreach (var sound in SoundKey.Of(latin)) keys.Add(StableHash.Of(Sound, sound));
        foreach (var group in ShortForms.GroupsOf(latin)) keys.Add(StableHash.Of(ShortForm, ShortForms.NameOf(group)));
        AddSkeletons(keys, SkeletonKey.Of(latin), otherScript, looking);
        return keys;
    }

    /// <summary>Skeletons are coarse, so they only bridge scripts: two Latin words never meet by theirs.</summary>
    private static void AddSkeletons(List<long> keys, string skeleton, bool otherScript, bool looking)
    {
        if (skeleton.Length < 2) return;
        if (otherScript || looking) keys.Add(StableHash.Of(OtherSkeleton, skeleton));
        if (otherScript == looking) keys.Add(StableHash.Of(LatinSkeleton, skeleton));
    }

    private static void AddSpellings(List<long> keys, string word)
    {
        keys.Add(StableHash.Of(Spelling, word));
        if (word.Length is 1 or > LongestWithDeletions) return;
        for (var i = 0; i < word.Length; i++)
        {
            var length = char.IsHighSurrogate(word[i]) && i + 1 < word.Length ? 2 : 1;
            // Either of two same letters gone leaves the same word.
            if (i > 0 && length == 1 && word[i] == word[i - 1]) continue;
            if (length < word.Length) keys.Add(StableHash.Without(Spelling, word, i, length));
            i += length - 1;
        }
    }
}

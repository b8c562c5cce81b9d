namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>
/// A 64-bit hash that stays the same for ever, on every machine: it is stored in databases.
/// FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), then a finishing mix so that short words spread.
/// </summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    public static long Of(char kind, ReadOnlySpan<char> word) => Mix(Continue(Start(kind), word));

    /// <summary>The hash of the word without the letters [from, from + length), with no copy made.</summary>
    public static long Without(char kind, ReadOnlySpan<char> word, int from, int length) =>
        Mix(Continue(Continue(Start(kind), word[..from]), word[(from + length)..]));

    private static ulong Start(char kind) => (Offset ^ kind) * Prime;

    private static ulong Continue(ulong hash, ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters) hash = (hash ^ letter) * Prime;
        return hash;
    }

    private static long Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        return unchecked((long)(hash ^ (hash >> 33)));
    }
}

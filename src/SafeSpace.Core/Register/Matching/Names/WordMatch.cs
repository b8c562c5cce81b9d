namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>Says whether two words found under one key really are one name.</summary>
public static class WordMatch
{
    private const double SoundLikeness = 0.62, SkeletonLikeness = 0.62;

    /// <summary>Compares two words; both are folded first, so either may be as typed.</summary>
    public static WordMatchKind Verify(string typed, string stored) => OfFolded(One(typed), One(stored));

    /// <summary>As <see cref="Verify"/>, for words already folded. The same whichever way round.</summary>
    internal static WordMatchKind OfFolded(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return WordMatchKind.None;
        if (a == b) return WordMatchKind.Exact;
        var otherA = Romanisation.IsOtherScript(a);
        var otherB = Romanisation.IsOtherScript(b);
        if (otherA || otherB) return AcrossScripts(a, b, otherA && otherB);
        if (ShortForms.AreForms(a, b)) return WordMatchKind.ShortForm;
        if (IsOneTypo(a, b)) return WordMatchKind.OneTypo;
        return SoundsAlike(a, b) ? WordMatchKind.SoundsAlike : WordMatchKind.None;
    }

    private static string One(string word) => NameFolding.Fold(word).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>One letter for another is no misspelling of a word of one letter: it would be any other.</summary>
    private static bool IsOneTypo(string a, string b) => (a.Length > 1 || b.Length > 1) && EditDistance.AtMostOne(a, b);

    private static bool SoundsAlike(string a, string b)
    {
        var sounds = SoundKey.Of(a);
        foreach (var sound in SoundKey.Of(b))
        {
            if (sounds.Contains(sound)) return EditDistance.JaroWinkler(a, b) >= SoundLikeness;
        }

        return false;
    }

    private static WordMatchKind AcrossScripts(string a, string b, bool bothOther)
    {
        if (bothOther && IsOneTypo(a, b)) return WordMatchKind.OneTypo;
        var latinA = Romanisation.Of(a);
        var latinB = Romanisation.Of(b);
        if (latinA.Length == 0 || latinB.Length == 0) return WordMatchKind.None;
        if (bothOther && SameBlock(a, b)) return WordMatchKind.None;
        if (latinA == latinB || IsOneTypo(latinA, latinB) || ShortForms.AreForms(latinA, latinB)) return WordMatchKind.Romanised;
        var skeleton = SkeletonKey.Of(latinA);
        if (skeleton.Length > 1 && skeleton == SkeletonKey.Of(latinB) && EditDistance.JaroWinkler(latinA, latinB) >= SkeletonLikeness)
            return WordMatchKind.Romanised;
        return SoundsAlike(latinA, latinB) ? WordMatchKind.Romanised : WordMatchKind.None;
    }

    /// <summary>Two words of one script are compared in it: different characters with one reading are different names.</summary>
    private static bool SameBlock(string a, string b) => a[0] >> 8 == b[0] >> 8 && !IsHan(a[0]);

    private static bool IsHan(char letter) => letter is >= '\u4E00' and <= '\u9FFF';
}

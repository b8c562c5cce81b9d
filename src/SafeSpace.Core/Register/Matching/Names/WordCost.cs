namespace SafeSpace.Core.Register.Matching.Names;

/// <summary>How much each kind of agreement of a word sets a name back in a list of finds.</summary>
public static class WordCost
{
    /// <summary>0 for the same word; slips cost a little more the less of the word is shared.</summary>
    public static double Of(WordMatchKind kind, string typed, string stored) => kind switch
    {
        WordMatchKind.Exact => 0,
        WordMatchKind.ShortForm => EditDistance.AtMostOne(typed, stored) ? 0.9 : 1.1,
        WordMatchKind.OneTypo => 1 - (0.2 * EditDistance.JaroWinkler(typed, stored)),
        WordMatchKind.SoundsAlike => 1.6 - (0.4 * EditDistance.JaroWinkler(typed, stored)),
        WordMatchKind.Romanised => Across(typed, stored),
        _ => 3,
    };

    /// <summary>A slip in the script that was typed is likelier than another script's near spelling.</summary>
    private static double Across(string typed, string stored)
    {
        var likeness = EditDistance.JaroWinkler(Romanisation.Of(typed), Romanisation.Of(stored));
        return likeness >= 1 ? 0.3 : 2 - (0.8 * likeness);
    }
}

namespace SafeSpace.Core.Import.Values;

/// <summary>Months by their English name or its beginning.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <returns>1 to 12; 0 where it is no month.</returns>
    public static int Number(string word) =>
        word.Length < 3 ? 0 : Array.FindIndex(Names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
            || word.Equals("sept", StringComparison.OrdinalIgnoreCase) && name == "september") + 1;
}

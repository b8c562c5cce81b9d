using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Reading;

namespace SafeSpace.Core.Import.Values;

/// <summary>Takes a cell of factors apart. Marks that are also part of words ("Anx / Dep", "s/h") only part what is not known whole.</summary>
public static partial class FactorReader
{
    private const int MostLetters = 2_000;

    public static FactorsRead Read(Cell cell, WordList words)
    {
        var text = cell.Trimmed;
        if (NothingWords.Say(text)) return FactorsRead.None;
        if (text.Length > MostLetters) return new([], [text]);

        var names = new List<string>();
        var unknown = new List<string>();
        foreach (var part in Apart().Split(text))
            if (!NothingWords.Say(part.Trim())) Take(part.Trim(), words, names, unknown);
        return new(names, unknown);
    }

    /// <summary>"s/h / benefits" is s, h and benefits: the longest run of pieces that is a known word is taken, again and again.</summary>
    private static void Take(string part, WordList words, List<string> names, List<string> unknown)
    {
        var marks = FinerApart().Matches(part);
        int Start(int piece) => piece == 0 ? 0 : marks[piece - 1].Index + marks[piece - 1].Length;
        int End(int piece) => piece == marks.Count ? part.Length : marks[piece].Index;

        var unknownFrom = -1;
        for (var i = 0; i <= marks.Count; i++)
        {
            var last = marks.Count;
            while (last >= i && words.Find(part[Start(i)..End(last)]) is null) last--;
            if (last < i)
            {
                if (unknownFrom < 0) unknownFrom = i;
                if (i == marks.Count) unknown.Add(part[Start(unknownFrom)..].Trim());
                continue;
            }

            if (unknownFrom >= 0) unknown.Add(part[Start(unknownFrom)..End(i - 1)].Trim());
            unknownFrom = -1;
            Add(names, words.Find(part[Start(i)..End(last)])!);
            i = last;
        }
    }

    private static void Add(List<string> names, string name)
    {
        if (!names.Contains(name)) names.Add(name);
    }

    [GeneratedRegex(@"[,;+|\r\n]+", RegexOptions.CultureInvariant)]
    private static partial Regex Apart();

    [GeneratedRegex(@"\s*(?:/|&|\band\b|\bwith\b|\s-\s)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FinerApart();
}

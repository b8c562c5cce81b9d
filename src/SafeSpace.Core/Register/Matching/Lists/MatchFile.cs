using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace SafeSpace.Core.Register.Matching.Lists;

/// <summary>Probable duplicates in any list of people: what <c>safespace match</c> does.</summary>
public sealed class MatchFile(TimeProvider clock)
{
    /// <summary>Reads a CSV with a first row of headers, whose delimiter is found out, and matches its rows.</summary>
    /// <exception cref="PeopleListException">The file is empty, has no names, or lacks a mapped column.</exception>
    public IReadOnlyList<FilePair> Match(TextReader csv, PeopleColumns? columns = null, string region = "GB", CancellationToken cancellation = default) =>
        Match(Rows(csv), columns, region, cancellation);

    /// <summary>Matches the rows of any table, the first row being its headers. The pairs come with the highest score first.</summary>
    public IReadOnlyList<FilePair> Match(
        IEnumerable<IReadOnlyList<string>> table, PeopleColumns? columns = null, string region = "GB", CancellationToken cancellation = default)
    {
        PeopleRows? reader = null;
        var references = new List<string?>();
        var numbers = new List<int>();
        var number = 0;
        IEnumerable<Details.ComparedPerson> People()
        {
            foreach (var row in table)
            {
                cancellation.ThrowIfCancellationRequested();
                number++;
                if (reader is null)
                {
                    reader = new PeopleRows(row, columns, clock.GetUtcNow().Year, region);
                    continue;
                }

                if (row.All(string.IsNullOrWhiteSpace)) continue;
                references.Add(reader.Reference(row));
                numbers.Add(number);
                yield return reader.Person(row);
            }
        }

        var pairs = ListMatcher.Match(People(), cancellation);
        if (reader is null) throw new PeopleListException("The file is empty. The first row must name the columns.");
        return [.. pairs.Select(pair => new FilePair(
            numbers[pair.First], numbers[pair.Second], references[pair.First], references[pair.Second], pair.Match.Score, pair.Match.Band, pair.Match.Why))];
    }

    /// <summary>Writes pairs as CSV: row, other_row, reference, other_reference, score, band, reasons.</summary>
    public static void Write(TextWriter to, IEnumerable<FilePair> pairs)
    {
        // A reference from a stranger's file must not become a formula in a spreadsheet program.
        using var csv = new CsvWriter(to, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }, leaveOpen: true);
        foreach (var header in (string[])["row", "other_row", "reference", "other_reference", "score", "band", "reasons"]) csv.WriteField(header);
        csv.NextRecord();
        foreach (var pair in pairs)
        {
            csv.WriteField(pair.Row);
            csv.WriteField(pair.OtherRow);
            csv.WriteField(pair.Reference);
            csv.WriteField(pair.OtherReference);
            csv.WriteField(pair.Score.ToString("0.0", CultureInfo.InvariantCulture));
            csv.WriteField(pair.Band.ToString().ToLowerInvariant());
            csv.WriteField(pair.Why);
            csv.NextRecord();
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(TextReader reader)
    {
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            BadDataFound = null,
            IgnoreBlankLines = false,
        }, leaveOpen: true);
        while (parser.Read()) yield return parser.Record!;
    }
}

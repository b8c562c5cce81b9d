using System.Globalization;
using SafeSpace.Core.Import.Bringing;

namespace SafeSpace.Web.Cli;

/// <summary>What an import answers: for scripts with the keys of docs/guide/importing.md, for people in sentences.</summary>
internal static class ImportAnswer
{
    private const int MostLines = 200;

    public static object Facts(ImportResult result) => new
    {
        result.DryRun,
        result.People,
        result.PeopleNew,
        result.Referrals,
        result.Contacts,
        result.BookRows,
        result.RowsRead,
        result.RowsImported,
        result.RowsAlreadyKnown,
        result.RowsIgnored,
        Refused = result.Refused.Select(r => new { r.File, r.Sheet, r.Row, r.Why }),
        result.DuplicatesSkipped,
        result.ProbableDuplicates,
        Changed = result.Changed.Select(c => new { c.File, c.Sheet, c.Row, c.Reference, c.What, c.Applied }),
        result.Notes,
    };

    public static IEnumerable<string> Words(ImportResult result)
    {
        yield return result.DryRun ? "This was a dry run: nothing was written. It would be:" : "Done.";
        yield return Line($"{result.RowsRead:#,0} rows read: {result.RowsImported:#,0} imported, {result.RowsAlreadyKnown:#,0} known already, {result.Refused.Count:#,0} refused, {result.DuplicatesSkipped.Count:#,0} entered twice, {result.RowsIgnored:#,0} that hold no record.");
        yield return Line($"{result.People:#,0} people in the register, {result.PeopleNew:#,0} of them new; {result.Referrals:#,0} referrals and {result.Contacts:#,0} contacts came in{(result.BookRows > 0 ? $", and {result.BookRows:#,0} rows of record books" : "")}.");
        foreach (var line in Listed("Refused", result.Refused, r => $"{Place(r.File, r.Sheet, r.Row)}: {r.Why}. {r.Detail}"))
            yield return line;
        foreach (var line in Listed("Entered twice, counted once", result.DuplicatesSkipped, d => Line($"{d.File}, row {d.Row}: the same as row {d.SameAsRow}")))
            yield return line;
        foreach (var line in Listed("Edited since they were brought in", result.Changed, c => $"{Place(c.File, c.Sheet, c.Row)} ({c.Reference}): {string.Join("; ", c.What.Select(w => $"{w.Field}: the sheet says {w.SheetSays}, we have {w.WeHave}"))}{(c.Applied ? " (set right)" : "")}"))
            yield return line;
        foreach (var line in Listed("Probably one person; you decide", result.ProbableDuplicates, d => $"{d.NewReference} and {d.SamePersonAs}: {d.Why}"))
            yield return line;
        foreach (var line in Listed("To know", result.Notes, n => n))
            yield return line;
        if (result.Changed.Any(c => !c.Applied))
            yield return "To set the edited rows right here: the same command with --apply-changes.";
    }

    private static IEnumerable<string> Listed<T>(string title, IReadOnlyList<T> rows, Func<T, string> line)
    {
        if (rows.Count == 0)
            yield break;
        yield return Line($"{title} ({rows.Count:#,0}):");
        foreach (var row in rows.Take(MostLines))
            yield return "  " + line(row);
        if (rows.Count > MostLines)
            yield return Line($"  … and {rows.Count - MostLines:#,0} more: --json lists them all.");
    }

    private static string Place(string file, string? sheet, int row) =>
        sheet is null ? Line($"{file}, row {row}") : Line($"{file}, sheet {sheet}, row {row}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

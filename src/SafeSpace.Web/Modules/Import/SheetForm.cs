using System.Globalization;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Recognising;

namespace SafeSpace.Web.Modules.Import;

/// <summary>What a form says about one sheet.</summary>
public sealed class SheetForm
{
    public string? File { get; set => field = value ?? ""; } = "";

    /// <summary>Empty for a CSV file, which a form sends as nothing.</summary>
    public string? Sheet { get; set => field = value ?? ""; } = "";

    /// <summary>A kind of book; empty leaves the sheet alone.</summary>
    public string? Kind { get; set; }

    public string? HeaderRow { get; set; }

    public List<ColumnForm> Columns { get; set; } = [];

    public static SheetForm Of(SheetLook look) => new()
    {
        File = look.File,
        Sheet = look.Sheet,
        Kind = look.Kind?.ToString() ?? "",
        HeaderRow = look.HeaderRow.ToString(CultureInfo.InvariantCulture),
        Columns = [.. look.Columns.Select(c => new ColumnForm { Header = c.Header, Field = c.Field })],
    };

    /// <summary>As a mapping says it; null when the header's row is not a number.</summary>
    /// <param name="was">How it was read before: when another row holds the headers, the columns are recognised anew.</param>
    public SheetMapping? Mapping(SheetLook? was)
    {
        if (!int.TryParse(HeaderRow?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return null;
        if (!Enum.TryParse<BookKind>(Kind, out var kind) || !Enum.IsDefined(kind))
            return new SheetMapping { File = File, Sheet = NullIfEmpty(Sheet), Ignore = true };
        var anew = was is null || was.HeaderRow != row || (was.Kind != kind && Columns.TrueForAll(c => string.IsNullOrEmpty(c.Field)));
        return new SheetMapping
        {
            File = File,
            Sheet = NullIfEmpty(Sheet),
            Kind = kind,
            HeaderRow = row,
            OnlyThese = !anew,
            Columns = anew ? new Dictionary<string, IReadOnlyList<string>>() : Columns.Where(c => !string.IsNullOrEmpty(c.Field) && !string.IsNullOrEmpty(c.Header))
                .GroupBy(c => c.Field!).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(c => c.Header!).Distinct()]),
        };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

public sealed class ColumnForm
{
    public string? Header { get; set; }

    /// <summary>One of the words of a mapping; empty leaves the column aside.</summary>
    public string? Field { get; set; }
}

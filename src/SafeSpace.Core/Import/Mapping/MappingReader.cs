using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>Reads a mapping file. Every mistake is told with its line; nothing is guessed. docs/guide/importing.md explains each word.</summary>
public static class MappingReader
{
    private const int MostLetters = 200_000;

    private static readonly Dictionary<string, IReadOnlyList<string>> NoColumns = [];

    private static readonly string[] Top = ["encoding", "delimiter", "dates", "names", "reference_prefix", "sheets", "words", .. OfSheet];

    private static string[] OfSheet => ["file", "sheet", "kind", "ignore", "header_row", "columns", "only_these"];

    /// <exception cref="ImportRefusedException">The text is no YAML, or says something we do not know.</exception>
    public static BookMapping Read(string fileName, string yaml)
    {
        if (yaml.Length > MostLetters) throw new ImportRefusedException(fileName, "This mapping is far too long.");
        var nodes = new YamlNodes(fileName);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new ImportRefusedException(fileName, $"Line {e.Start.Line}: this mapping is not well-formed YAML. Check the spaces and quotes.", e);
        }

        return stream.Documents.Count == 0 ? BookMapping.Empty : ReadTop(nodes, nodes.Map(stream.Documents[0].RootNode, Top));
    }

    private static BookMapping ReadTop(YamlNodes nodes, IReadOnlyDictionary<string, YamlNode> top)
    {
        var sheets = new List<SheetMapping>();
        // One sheet can be described at the top, without a list.
        if (OfSheet.Any(top.ContainsKey)) sheets.Add(ReadSheet(nodes, top));
        if (top.TryGetValue("sheets", out var list))
            sheets.AddRange(nodes.List(list).Select(node => ReadSheet(nodes, nodes.Map(node, OfSheet))));

        return new BookMapping
        {
            Encoding = nodes.Text(top, "encoding"),
            Delimiter = Delimiter(nodes.Text(top, "delimiter")),
            Dates = nodes.Choice(top, "dates", ("day-first", DateOrder.DayFirst), ("month-first", DateOrder.MonthFirst)),
            Names = nodes.Choice(top, "names", ("recognise", NameOrder.Recognise), ("forename-first", NameOrder.ForenameFirst), ("surname-first", NameOrder.SurnameFirst)),
            ReferencePrefix = nodes.Text(top, "reference_prefix"),
            Sheets = sheets,
            Words = ReadWords(nodes, top),
        };
    }

    private static SheetMapping ReadSheet(YamlNodes nodes, IReadOnlyDictionary<string, YamlNode> sheet) => new()
    {
        File = nodes.Text(sheet, "file"),
        Sheet = nodes.Text(sheet, "sheet"),
        Kind = sheet.ContainsKey("kind")
            ? nodes.Choice(sheet, "kind", [.. Enum.GetValues<BookKind>().Select(kind => (KindName(kind), kind))])
            : null,
        Ignore = nodes.YesNo(sheet, "ignore"),
        OnlyThese = nodes.YesNo(sheet, "only_these"),
        HeaderRow = nodes.Number(sheet, "header_row"),
        Columns = sheet.TryGetValue("columns", out var columns) ? ReadColumns(nodes, columns) : NoColumns,
    };

    private static Dictionary<string, IReadOnlyList<string>> ReadColumns(YamlNodes nodes, YamlNode columns) =>
        nodes.Map(columns, [.. BookVocabulary.All.SelectMany(book => book.Fields).Select(field => field.Field).Distinct()])
            .ToDictionary(column => column.Key, column => nodes.Texts(column.Value));

    private static WordMapping ReadWords(YamlNodes nodes, IReadOnlyDictionary<string, YamlNode> top)
    {
        if (!top.TryGetValue("words", out var words)) return new();
        return new()
        {
            ByList = nodes.Map(words, WordMapping.Lists).ToDictionary(
                list => list.Key,
                list => (IReadOnlyDictionary<string, IReadOnlyList<string>>)nodes
                    .Map(list.Value, list.Key == "contact_kind" ? ContactKindNames.All : null)
                    .ToDictionary(word => word.Key, word => nodes.Texts(word.Value))),
        };
    }

    internal static string KindName(BookKind kind) => kind switch
    {
        BookKind.SignIn => "sign-in",
        BookKind.CrisisLog => "crisis-log",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string? Delimiter(string? text) => text switch
    {
        "tab" or "\\t" => "\t",
        "comma" => ",",
        "semicolon" => ";",
        "bar" => "|",
        _ => text,
    };
}

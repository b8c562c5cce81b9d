using SafeSpace.Core.Import.Recognising;
using SafeSpace.Core.Import.Values;
using YamlDotNet.Serialization;

namespace SafeSpace.Core.Import.Mapping;

/// <summary>Writes a mapping as YAML that <see cref="MappingReader"/> reads back the same.</summary>
public static class MappingWriter
{
    /// <summary>What was recognised, as a mapping a person can keep and change.</summary>
    public static BookMapping FromRecognised(string fileName, IEnumerable<SheetReading> sheets) => new()
    {
        Sheets =
        [
            .. sheets.Select(sheet => new SheetMapping
            {
                File = fileName,
                Sheet = sheet.Sheet.Length == 0 ? null : sheet.Sheet,
                Kind = sheet.Kind,
                Ignore = sheet.Kind is null,
                HeaderRow = sheet.Kind is null ? null : sheet.HeaderRow,
                OnlyThese = sheet.Kind is not null,
                Columns = sheet.Columns.Where(column => column.Field is not null)
                    .GroupBy(column => column.Field!)
                    .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(column => column.Header)]),
            }),
        ],
    };

    public static string Write(BookMapping mapping)
    {
        var top = new Dictionary<string, object>();
        Add(top, "encoding", mapping.Encoding);
        Add(top, "delimiter", mapping.Delimiter == "\t" ? "tab" : mapping.Delimiter);
        if (mapping.Dates == DateOrder.MonthFirst) top["dates"] = "month-first";
        if (mapping.Names != NameOrder.Recognise) top["names"] = mapping.Names == NameOrder.SurnameFirst ? "surname-first" : "forename-first";
        Add(top, "reference_prefix", mapping.ReferencePrefix);
        if (mapping.Sheets.Count > 0) top["sheets"] = mapping.Sheets.Select(Sheet).ToList();
        if (mapping.Words.ByList.Count > 0) top["words"] = mapping.Words.ByList.ToDictionary(list => list.Key, list => (object)Lists(list.Value));
        return top.Count == 0 ? "" : new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(top);
    }

    private static Dictionary<string, object> Sheet(SheetMapping sheet)
    {
        var written = new Dictionary<string, object>();
        Add(written, "file", sheet.File);
        Add(written, "sheet", sheet.Sheet);
        if (sheet.Kind is { } kind) written["kind"] = MappingReader.KindName(kind);
        if (sheet.Ignore) written["ignore"] = "yes";
        if (sheet.HeaderRow is { } row) written["header_row"] = row;
        if (sheet.OnlyThese) written["only_these"] = "yes";
        if (sheet.Columns.Count > 0) written["columns"] = Lists(sheet.Columns);
        return written;
    }

    private static Dictionary<string, object> Lists(IReadOnlyDictionary<string, IReadOnlyList<string>> lists) =>
        lists.ToDictionary(list => list.Key, list => list.Value.Count == 1 ? (object)list.Value[0] : list.Value);

    private static void Add(Dictionary<string, object> to, string key, string? value)
    {
        if (value is not null) to[key] = value;
    }
}

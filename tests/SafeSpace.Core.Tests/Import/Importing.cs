using System.Text;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;

namespace SafeSpace.Core.Tests.Import;

/// <summary>Reads small books written in a test.</summary>
internal static class Importing
{
    public static readonly DateOnly Today = new(2021, 6, 1);

    public const string Register = "Ref,Date of referral,First name,Surname,DOB,Phone,Presenting issues,Date closed\n";
    public const string Diary = "Date,Time,What,Ref,Name,Peer,Mins,Notes\n";

    public static BookSource Csv(string text, string name = "book.csv") => BookSource.FromBytes(name, Encoding.UTF8.GetBytes(text));

    public static List<RowOutcome> Read(params string[] books) => Read(PeopleLookup.Nobody, null, books);

    public static List<RowOutcome> Read(PeopleLookup store, string? mapping, params string[] books) =>
        [.. Open(mapping, books).Rows(store)];

    public static ImportReading Open(string? mapping, params string[] books) => ImportReading.Open(
        books.Select((text, i) => Csv(text, $"book{i + 1}.csv")), new ImportOptions(Today),
        mapping is null ? null : MappingReader.Read("mapping.yaml", mapping));

    public static List<string> Refused(IEnumerable<RowOutcome> outcomes) =>
        [.. outcomes.OfType<RowRefused>().Select(r => $"{r.Place.Row}: {r.Why}")];

    public static List<T> Records<T>(IEnumerable<RowOutcome> outcomes)
        where T : BookRecord => [.. outcomes.OfType<RowImported>().Select(i => i.Row).OfType<T>()];
}

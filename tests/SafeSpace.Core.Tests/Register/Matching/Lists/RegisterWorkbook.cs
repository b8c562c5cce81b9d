using System.Globalization;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Matching.Lists;

/// <summary>The people of the shared register workbook, one for each reference (the first row that bears it), read plainly for these tests.</summary>
internal static class RegisterWorkbook
{
    private const int LastYear = 21;

    public static IReadOnlyList<(string Reference, ComparedPerson Person)> People()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(SharedData.Path("safe-space/register.xlsx"));
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var people = new Dictionary<string, ComparedPerson>();
        do
        {
            while (reader.Read())
            {
                var reference = new string([.. Text(reader, 0).Where(char.IsLetterOrDigit)]).ToUpperInvariant();
                if (reference.Length != 6 || !reference.StartsWith("SS", StringComparison.Ordinal) || Text(reader, 5).Length == 0) continue;
                var row = new ComparedPerson
                {
                    GivenName = Text(reader, 4),
                    Surname = Text(reader, 5),
                    Born = reader.GetValue(6) is DateTime day ? BirthDate.From(DateOnly.FromDateTime(day)) : BirthDateText.Parse(Text(reader, 6), 2000 + LastYear),
                    Gender = Text(reader, 7),
                    Phones = PhoneKeys.AllIn(Text(reader, 8)),
                    Postcode = Text(reader, 9),
                };
                people[reference] = people.TryGetValue(reference, out var known) ? known with { Born = known.Born ?? row.Born } : row;
            }
        }
        while (reader.NextResult());

        return [.. people.Select(each => (each.Key, each.Value))];
    }

    public static IReadOnlySet<(string, string)> TruePairs()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path("safe-space/expected.json")));
        return json.RootElement.GetProperty("probable_duplicates").EnumerateArray()
            .Select(pair => Ordered(pair.GetProperty("new_reference").GetString()!, pair.GetProperty("same_person_as").GetString()!)).ToHashSet();
    }

    public static (string, string) Ordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static string Text(IExcelDataReader reader, int column) =>
        column < reader.FieldCount ? Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)?.Trim() ?? "" : "";
}

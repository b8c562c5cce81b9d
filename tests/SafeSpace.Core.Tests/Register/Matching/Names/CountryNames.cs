using System.Globalization;
using CsvHelper;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Matching.Names;

/// <summary>The popular names of each country that has both forenames and surnames in the shared data.</summary>
internal sealed record CountryNames(string Country, IReadOnlyList<(string Native, string Latin)> Given, IReadOnlyList<(string Native, string Latin)> Surnames)
{
    public static IReadOnlyList<CountryNames> All { get; } = Read();

    /// <summary>Invented people: names put together by chance, native or in Latin letters.</summary>
    public IEnumerable<(string Given, string Surname)> People(Random random, int count, bool latin)
    {
        for (var i = 0; i < count; i++)
        {
            var given = Given[random.Next(Given.Count)];
            var surname = Surnames[random.Next(Surnames.Count)];
            yield return latin ? (given.Latin, surname.Latin) : (given.Native, surname.Native);
        }
    }

    private static CountryNames[] Read()
    {
        var given = Rows("names/common-forenames-by-country.csv");
        var surnames = Rows("names/common-surnames-by-country.csv");
        return [.. given.Keys.Intersect(surnames.Keys).Order(StringComparer.Ordinal).Select(country => new CountryNames(country, given[country], surnames[country]))];
    }

    private static Dictionary<string, List<(string Native, string Latin)>> Rows(string file)
    {
        using var reader = new StreamReader(SharedData.Path(file));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new Dictionary<string, List<(string, string)>>();
        while (csv.Read())
        {
            var native = csv.GetField("Localized Name")!.Trim();
            var latin = csv.GetField("Romanized Name")!.Trim();
            if (native.Length == 0) native = latin;
            if (latin.Length == 0) latin = native;
            if (!rows.TryGetValue(csv.GetField("Country")!, out var list)) rows[csv.GetField("Country")!] = list = [];
            if (native.Length > 0) list.Add((native, latin));
        }

        return rows;
    }
}

using System.Globalization;
using CsvHelper;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Matching.Lists;

/// <summary>A list of people with known duplicates: the truth is in rec_id, which the matcher never sees (nor soc_sec_id).</summary>
internal sealed record LinkageData(IReadOnlyList<ComparedPerson> People, IReadOnlyList<string> TrueNumbers)
{
    public bool AreOne(int first, int second) => TrueNumbers[first] == TrueNumbers[second];

    public int TruePairs => TrueNumbers.GroupBy(number => number).Sum(group => group.Count() * (group.Count() - 1) / 2);

    public static LinkageData Read(string file, bool withAddress)
    {
        using var reader = new StreamReader(SharedData.Path($"linkage/{file}.csv"));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord!.Select(name => name.Trim()).ToList();
        var (people, numbers) = (new List<ComparedPerson>(), new List<string>());
        while (csv.Read())
        {
            string? Field(string name) => csv.GetField(header.IndexOf(name))?.Trim() is { Length: > 0 } value ? value : null;
            string? Address(string name) => withAddress ? Field(name) : null;
            numbers.Add(Field("rec_id")!.Split('-')[1]);
            people.Add(new ComparedPerson
            {
                GivenName = Field("given_name"),
                Surname = Field("surname"),
                Born = BirthDateText.Parse(Field("date_of_birth"), 2020),
                House = Address("street_number"),
                Street = Address("address_1"),
                AddressLine = Address("address_2"),
                Place = Address("suburb"),
                Postcode = Address("postcode"),
                Area = Address("state"),
            });
        }

        return new LinkageData(people, numbers);
    }
}

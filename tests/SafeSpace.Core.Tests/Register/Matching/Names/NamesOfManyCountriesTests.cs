using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Tests.Register.Matching.Names;

/// <summary>People of all countries stand in one index, as in a town's register; each is looked for with one slip in either name.</summary>
public sealed class NamesOfManyCountriesTests
{
    private const int PeopleEach = 300, SlipsEach = 200, FirstNames = 5;

    private static readonly Lazy<NameIndex<string>> Everybody = new(BuildIndex);

    private static readonly string[] Twenty =
        ["AM", "BD", "BG", "BR", "CN", "CZ", "DE", "ES", "FR", "GE", "GR", "IE", "IL", "IN", "KR", "NP", "PL", "RO", "RS", "TR"];

    private static readonly string[] EnglishLike = ["AU", "CA", "GB", "NZ", "US"];

    public static TheoryData<string, bool> Countries()
    {
        var rows = new TheoryData<string, bool>();
        foreach (var country in CountryNames.All)
        {
            rows.Add(country.Country, true);
            rows.Add(country.Country, false);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Countries))]
    public void NameWithOneSlip_IsAmongTheFirstFive(string country, bool latin)
    {
        var (found, asked) = Ask(country, latin);

        TestContext.Current.TestOutputHelper?.WriteLine($"{country} {(latin ? "romanised" : "native")}: {100.0 * found / asked:F1} of 100 ({asked} slips)");
        Assert.True(asked >= 100, $"only {asked} slips could be made");
        Assert.True(found * 100 >= asked * (EnglishLike.Contains(country) ? 98 : 95), $"{found} of {asked}");
    }

    [Fact]
    public void TheTwentyNamedCountries_AreAllThere() =>
        Assert.Empty(Twenty.Except(CountryNames.All.Select(country => country.Country)));

    private static (int Found, int Asked) Ask(string country, bool latin)
    {
        var names = CountryNames.All.Single(each => each.Country == country);
        var random = new Random(StableSeed(country, latin));
        var slips = new Random(17);
        var (found, asked) = (0, 0);
        foreach (var (given, surname) in names.People(random, PeopleEach, latin))
        {
            if (asked == SlipsEach) break;
            if (Typos.InEither(slips, given, surname) is not { } typed) continue;
            asked++;
            var right = NameFolding.Fold($"{given} {surname}");
            if (Everybody.Value.Find(typed, FirstNames).Any(hit => NameFolding.Fold(hit.FullName) == right)) found++;
            else TestContext.Current.TestOutputHelper?.WriteLine($"missed: {typed} for {given} {surname}: {string.Join(", ", Everybody.Value.Find(typed, FirstNames).Select(hit => $"{hit.FullName} {hit.Cost:F2}"))}");
        }

        return (found, asked);
    }

    private static NameIndex<string> BuildIndex()
    {
        var index = new NameIndex<string>();
        foreach (var country in CountryNames.All)
        {
            foreach (var latin in (bool[])[true, false])
            {
                foreach (var (given, surname) in country.People(new Random(StableSeed(country.Country, latin)), PeopleEach, latin)) index.Add(country.Country, given, surname);
            }
        }

        return index;
    }

    private static int StableSeed(string country, bool latin) => (country[0] * 1000) + (country[1] * 2) + (latin ? 1 : 0);
}

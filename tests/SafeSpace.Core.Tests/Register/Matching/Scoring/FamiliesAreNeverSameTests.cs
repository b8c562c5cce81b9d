using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Register.Matching.Scoring;
using SafeSpace.Core.Tests.Register.Matching.Names;

namespace SafeSpace.Core.Tests.Register.Matching.Scoring;

/// <summary>Twins, a parent and child of one name, couples: people who share nearly everything and are two. A wrong merge is worse than a missed one.</summary>
public sealed class FamiliesAreNeverSameTests
{
    private const int Families = 400;

    private static readonly string[] TwinsWithLikeNames =
        ["Mia Mila", "Ella Bella", "Jon Joan", "Anna Hannah", "Jayden Hayden", "Julia Julie", "Maria Marie", "Daniel Daniela", "Tia Tina", "Molly Polly", "Alexander Alexandra", "Sam Samantha", "Ela Ella", "Kate Katie", "Amelia Emelia"];

    [Fact]
    public void Twins_AreNeverSame() => Never((person, random) => (person, person with { GivenName = OtherName(random, person.GivenName!) }));

    [Fact]
    public void TwinsWithNamesTurnedRoundInOneRecord_AreNeverSame() => Never((person, random) =>
        (person, person with { GivenName = person.Surname, Surname = OtherName(random, person.GivenName!) }));

    [Fact]
    public void ParentAndChildOfOneName_AreNeverSame() => Never((person, random) =>
        (person, person with { Born = YearsLater(person.Born!.Value, random.Next(15, 50), random, sameBirthday: random.Next(3) == 0) }));

    [Fact]
    public void ParentAndChildOfOneName_OneBirthDateMissing_AreNeverSame() => Never((person, _) => (person, person with { Born = null }));

    [Fact]
    public void CouplesOnOnePhone_AreNeverSame() => Never((person, random) => (person, person with
    {
        GivenName = OtherName(random, person.GivenName!),
        Born = YearsLater(person.Born!.Value, random.Next(0, 9), random, sameBirthday: false),
    }));

    [Fact]
    public void TwinsWhoseNamesAreAlike_AreNeverSame()
    {
        var random = new Random(3);
        foreach (var twins in TwinsWithLikeNames.Select(pair => pair.Split(' ')))
        {
            var one = Person(random) with { GivenName = twins[0] };
            var match = new PersonMatcher().Compare(one, one with { GivenName = twins[1] });
            Assert.True(match.Band != MatchBand.Same, $"{twins[0]} and {twins[1]}: {match.Why}");
        }
    }

    [Fact]
    public void TheSamePersonTwice_IsSame()
    {
        var random = new Random(4);
        for (var i = 0; i < Families; i++)
        {
            var person = Person(random);
            Assert.Equal(MatchBand.Same, new PersonMatcher().Compare(person, person with { Postcode = person.Postcode!.ToLowerInvariant() }).Band);
        }
    }

    [Fact]
    public void CouplesOnOnePhone_AreNotEvenOffered()
    {
        var random = new Random(5);
        var one = Person(random) with { GivenName = "Susan", Born = BirthDate.FromDigits("19700312") };

        Assert.Equal(MatchBand.Not, new PersonMatcher().Compare(one, one with { GivenName = "Derek", Born = BirthDate.FromDigits("19681124") }).Band);
    }

    /// <summary>Alone, and in a list whose own frequencies count.</summary>
    private static void Never(Func<ComparedPerson, Random, (ComparedPerson, ComparedPerson)> family)
    {
        var random = new Random(20200119);
        var pairs = Enumerable.Range(0, Families).Select(_ => family(Person(random), random)).ToList();

        Assert.All(pairs, pair => Assert.NotEqual(MatchBand.Same, new PersonMatcher().Compare(pair.Item1, pair.Item2).Band));
        var list = pairs.SelectMany(pair => new[] { pair.Item1, pair.Item2 }).ToList();
        Assert.All(
            ListMatcher.Match(list, TestContext.Current.CancellationToken).Where(pair => pair.First / 2 == pair.Second / 2),
            pair => Assert.NotEqual(MatchBand.Same, pair.Match.Band));
    }

    private static ComparedPerson Person(Random random)
    {
        var countries = CountryNames.All.Where(country => country.Country is "GB" or "IE" or "PL" or "RO").ToList();
        var country = countries[random.Next(countries.Count)];
        var (given, surname) = country.People(random, 1, latin: true).Single();
        return new ComparedPerson
        {
            GivenName = given,
            Surname = surname,
            Born = BirthDate.From(new DateOnly(1940, 1, 1).AddDays(random.Next(24_000))),
            Phones = [$"447700900{random.Next(1000):000}"],
            House = $"{random.Next(1, 200)}",
            Street = $"{country.Surnames[random.Next(country.Surnames.Count)].Latin} Street",
            Place = "Doncaster",
            Postcode = $"DN{random.Next(1, 12)} {random.Next(1, 9)}AB",
        };
    }

    private static string OtherName(Random random, string name)
    {
        while (true)
        {
            var other = CountryNames.All.Single(each => each.Country == "GB").People(random, 1, latin: true).Single().Given;
            if (other != name) return other;
        }
    }

    private static BirthDate YearsLater(BirthDate born, int years, Random random, bool sameBirthday)
    {
        var date = new DateOnly(born.Year, born.Month, born.Day).AddYears(years);
        return BirthDate.From(sameBirthday ? date : date.AddDays(random.Next(1, 300)));
    }
}

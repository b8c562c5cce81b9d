using FsCheck.Xunit;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Tests.Register.Matching.Scoring;

public sealed class PersonMatcherTests
{
    private static readonly ComparedPerson Sam = new()
    {
        GivenName = "Samantha",
        Surname = "Harley",
        Born = BirthDate.FromDigits("19840312"),
        Phones = ["447700900123"],
        Postcode = "DN2 4AG",
    };

    [Fact]
    public void NothingInCommonButWhatIsMissing_CountsNeitherWay()
    {
        var match = new PersonMatcher().Compare(Sam, new ComparedPerson());

        Assert.Equal(0, match.Score);
        Assert.Empty(match.Clues);
        Assert.Equal(MatchBand.Not, match.Band);
    }

    public static TheoryData<ComparedPerson, MatchReason> Slips() => new()
    {
        { Sam with { GivenName = "Sam" }, MatchReason.GivenNameShortForm },
        { Sam with { GivenName = "Smaantha" }, MatchReason.GivenNameOneLetter },
        { Sam with { GivenName = "Harley", Surname = "Samantha" }, MatchReason.NamesSwapped },
        { Sam with { Surname = "Harlee" }, MatchReason.SurnameOneLetter },
        { Sam with { Surname = "Harley-Jones" }, MatchReason.SurnamePart },
        { Sam with { Surname = "Kowalska" }, MatchReason.SurnamesDiffer },
        { Sam with { Born = BirthDate.FromDigits("19841203") }, MatchReason.BirthDayAndMonthSwapped },
        { Sam with { Born = BirthDate.FromDigits("19840313") }, MatchReason.BirthDateOneDigit },
        { Sam with { Born = BirthDate.FromDigits("19480312") }, MatchReason.BirthDateDigitsSwapped },
        { Sam with { Phones = ["447700900124"] }, MatchReason.PhoneOneDigit },
        { Sam with { Postcode = "DN24AG" }, MatchReason.SamePostcode },
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void OneSlip_IsOfferedWithItsReason(ComparedPerson other, MatchReason reason)
    {
        var match = new PersonMatcher().Compare(Sam, other);

        Assert.Contains(match.Clues, clue => clue.Reason == reason);
        Assert.Contains(reason.InWords(), match.Why, StringComparison.Ordinal);
        Assert.True(match.Band >= MatchBand.Probably, $"{match.Score}: {match.Why}");
    }

    [Fact]
    public void KnownAs_IsComparedToo() => Assert.Contains(
        new PersonMatcher().Compare(Sam with { KnownAs = "Dolly" }, Sam with { GivenName = "Dolly" }).Clues, clue => clue.Reason == MatchReason.SameGivenName);

    [Fact]
    public void HouseholdAlone_IsNotOnePerson()
    {
        var home = new ComparedPerson { Phones = Sam.Phones, Postcode = Sam.Postcode, House = "1", Street = "High Street", Place = "Askern" };

        Assert.Equal(MatchBand.Not, new PersonMatcher().Compare(home with { GivenName = "Ann" }, home with { Surname = "Berry" }).Band);
    }

    [Fact]
    public void RareSurname_SaysMoreThanACommonOne()
    {
        var list = Enumerable.Range(0, 500).Select(i => new ComparedPerson { GivenName = $"Name{i}", Surname = i < 100 ? "Smith" : $"Rare{i}", Born = BirthDate.From(new DateOnly(1950, 1, 1).AddDays(i)) });
        var matcher = new PersonMatcher(ValueFrequencies.Of(list));

        double Points(string surname) => matcher.Compare(new ComparedPerson { Surname = surname }, new ComparedPerson { Surname = surname }).Score;

        Assert.True(Points("Rare300") > Points("Smith") + 3);
    }

    [Fact]
    public void EveryReason_HasItsOwnWords()
    {
        var words = Enum.GetValues<MatchReason>().Select(reason => reason.InWords()).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Property(MaxTest = 500)]
    public void Score_IsTheSameWhicheverWayRound(string[] texts, int[] numbers)
    {
        string? Text(int at) => texts is { Length: > 0 } ? texts[at % texts.Length] : null;
        int Number(int at) => numbers is { Length: > 0 } ? numbers[at % numbers.Length] & 0xFFF : 0;
        ComparedPerson Person(int from) => new()
        {
            GivenName = Text(from),
            Surname = Text(from + 1),
            KnownAs = Text(from + 2),
            Born = BirthDate.FromDigits($"19{Number(from) % 100:00}{Number(from + 1) % 12 + 1:00}{Number(from + 2) % 28 + 1:00}"),
            Phones = [$"44770090{Number(from + 3):0000}"],
            House = $"{Number(from + 4) % 9}",
            Street = Text(from + 3),
            AddressLine = Text(from + 4),
            Postcode = Text(from + 5),
            Gender = Number(from) % 2 == 0 ? "F" : "M",
        };

        var (one, other) = (Person(0), Person(3));
        var (there, back) = (new PersonMatcher().Compare(one, other), new PersonMatcher().Compare(other, one));

        Assert.Equal(there.Score, back.Score);
        Assert.Equal(there.Band, back.Band);
        Assert.Equal(there.Why, back.Why);
    }
}

using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Referrals;

public sealed class ReferralRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateTime Now = new(2026, 3, 10, 17, 0, 0, DateTimeKind.Utc);

    private static readonly ReferralCodes Codes = new(new[]
    {
        (GroupList.ReferringTeam, "crisis_team"), (GroupList.Factor, "housing"), (GroupList.NotNow, "no_room"), (GroupList.PointedElsewhere, "out_of_area"),
    }.ToLookup(c => c.Item1, c => c.Item2));

    private static ReferralDetails Sam => new() { Channel = Channel.Phone, Person = new PersonDetails { GivenName = "Sam" } };

    private static IEnumerable<string> Fields(ReferralDetails details, DateOnly? knownBirth = null) =>
        ReferralRules.Check(details, Codes, Today, knownBirth).Select(m => m.Field);

    [Fact]
    public void ANameAlone_IsEnough() => Assert.Empty(Fields(Sam));

    [Theory]
    [InlineData("note")]
    [InlineData("number")]
    public void OneThing_IsEnough(string only)
    {
        var nobody = new ReferralDetails { Channel = Channel.Phone };
        Assert.Empty(Fields(only == "note" ? nobody with { ToldUs = "a man in his forties" } : nobody with { Person = new PersonDetails { Phones = [new PhoneDetails("999")] } }));
    }

    [Fact]
    public void NothingAtAll_IsNotEnough() => Assert.Equal(["Person.GivenName"], Fields(new ReferralDetails { Channel = Channel.Phone, HowSoonWords = "now", Person = new PersonDetails { GivenName = "  " } }));

    [Fact]
    public void SomebodyKnown_NeedsNothingElse() => Assert.Empty(Fields(new ReferralDetails { Channel = Channel.Phone, Known = PersonId.New() }));

    [Theory]
    [InlineData(2026, 3, 11)]
    [InlineData(1889, 12, 31)]
    public void ImpossibleBirth_IsSaid(int year, int month, int day) =>
        Assert.Equal(["Person.DateOfBirth"], Fields(Sam with { Person = Sam.Person with { DateOfBirth = new DateOnly(year, month, day) } }));

    [Fact]
    public void ReferredBeforeBirth_IsSaid_AlsoOfSomebodyKnown()
    {
        Assert.Equal(["Person.DateOfBirth"], Fields(Sam with { Day = Today.AddDays(-10), Person = Sam.Person with { DateOfBirth = Today.AddDays(-1) } }));
        Assert.Equal(["Day"], Fields(Sam with { Day = Today.AddDays(-10) }, knownBirth: Today.AddDays(-1)));
    }

    [Fact]
    public void ReferredInTheFuture_IsSaid() => Assert.Equal(["Day"], Fields(Sam with { Day = Today.AddDays(1) }));

    [Fact]
    public void WhatIsNotOnTheLists_IsSaid() =>
        Assert.Equal(["Team", "HowSoon", "FromReferrer", "FromPeers"], Fields(Sam with { Team = "x", HowSoon = "y", FromReferrer = ["housing", "z"], FromPeers = ["q"] }));

    [Fact]
    public void TooLong_AndWhatCannotBeKept_AreSaidBesideTheirField()
    {
        var details = Sam with
        {
            ToldUs = new string('a', WrittenText.Note + 1),
            Needs = "bell \a",
            ReferrerName = "two\nlines",
            Risks = "half a letter \uD83D",
            Owed = ["nul \0"],
            Person = Sam.Person with { Surname = new string('b', WrittenText.Line + 1), Phones = [new PhoneDetails("07700 900123"), new PhoneDetails("\u0007")] },
        };
        Assert.Equal(["Needs", "Owed", "Person.Phones", "Person.Surname", "ReferrerName", "Risks", "ToldUs"], Fields(details).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("שלום, مرحبا, 你好")]
    [InlineData("👩‍👩‍👧‍👦 family")]
    [InlineData("'; DROP TABLE person; --")]
    [InlineData("two\r\nlines\tand a tab")]
    [InlineData("\u200Fright to left\u202E")]
    public void EveryScriptAndSign_IsKept(string words) => Assert.Empty(Fields(Sam with { ToldUs = words }));

    [Theory]
    [InlineData(ReferralOutcome.TakenOn, null, null, null, "TalkedWith")]
    [InlineData(ReferralOutcome.TakenOn, "Joy", null, null, "")]
    [InlineData(ReferralOutcome.NotNow, null, null, null, "Reason")]
    [InlineData(ReferralOutcome.NotNow, null, "no_room", null, "")]
    [InlineData(ReferralOutcome.NotNow, null, "out_of_area", null, "Reason")]
    [InlineData(ReferralOutcome.PointedElsewhere, null, null, "the next town", "")]
    [InlineData(ReferralOutcome.Waiting, null, null, null, "Outcome")]
    public void ADecision_NeedsItsOneThing(ReferralOutcome outcome, string? talkedWith, string? reason, string? words, string wrong)
    {
        var decision = new DecisionDetails { Outcome = outcome, TalkedWith = talkedWith, Reason = reason, Words = words };
        Assert.Equal(wrong.Length == 0 ? [] : [wrong], ReferralRules.Check(decision, Codes, Now, Now.AddHours(-1)).Select(m => m.Field));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(6, false)]
    [InlineData(-30, true)]
    [InlineData(-60 * 30, false)]
    public void WhenTheyTalked_IsNotInTheFuture_NorLongBefore(int minutes, bool right)
    {
        var decision = new DecisionDetails { Outcome = ReferralOutcome.TakenOn, TalkedWith = "Joy", TalkedAt = Now.AddMinutes(minutes) };
        Assert.Equal(right, ReferralRules.Check(decision, Codes, Now, Now.AddHours(-1)).Count == 0);
    }
}

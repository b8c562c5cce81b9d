using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Tests.Register.Matching.Lists;

public sealed class RegisterDuplicatesTests
{
    private const int MostOffered = 64;

    [Fact]
    public void Register_OffersEveryTruePair_AmongFewOthers()
    {
        var people = RegisterWorkbook.People();
        var pairs = ListMatcher.Match(people.Select(each => each.Person), TestContext.Current.CancellationToken);
        var offered = pairs.Select(pair => RegisterWorkbook.Ordered(people[pair.First].Reference, people[pair.Second].Reference)).ToHashSet();
        var truth = RegisterWorkbook.TruePairs();

        TestContext.Current.TestOutputHelper?.WriteLine($"{people.Count} people, {truth.Count} true pairs, {offered.Count} offered, of them {pairs.Count(pair => pair.Match.Band == MatchBand.Same)} same");
        foreach (var pair in pairs.Where(pair => !truth.Contains(RegisterWorkbook.Ordered(people[pair.First].Reference, people[pair.Second].Reference))))
            TestContext.Current.TestOutputHelper?.WriteLine($"not one person: {pair.Match.Score} {pair.Match.Band} {pair.Match.Why}");
        Assert.Equal(32, truth.Count);
        Assert.Empty(truth.Except(offered));
        Assert.InRange(offered.Count, truth.Count, MostOffered);
    }

    [Fact]
    public void Register_NeverCallsAHouseholdSame()
    {
        var people = RegisterWorkbook.People();
        var truth = RegisterWorkbook.TruePairs();

        var same = ListMatcher.Match(people.Select(each => each.Person), TestContext.Current.CancellationToken).Where(pair => pair.Match.Band == MatchBand.Same);

        Assert.All(same, pair => Assert.Contains(RegisterWorkbook.Ordered(people[pair.First].Reference, people[pair.Second].Reference), truth));
    }
}

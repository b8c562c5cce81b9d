using FsCheck.Xunit;
using SafeSpace.Core.Register.Counting;

namespace SafeSpace.Core.Tests.Register.Counting;

public sealed class CountingRuleTests
{
    private static readonly Guid Ana = new(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    private static readonly Guid Ben = new(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]);
    private static int nextId;

    private static DateOnly Jan(int day) => new(2021, 1, day);

    private static ReferralFact Fact(Guid person, int on, int? closed, long order = 0, CrisisWord? said = null) =>
        new(new Guid(++nextId, 0, 0, new byte[8]), person, Jan(on), closed is { } day ? Jan(day) : null, order, said);

    private static ReferralKind[] Kinds(params ReferralFact[] facts) =>
        [.. CountingRule.Work(facts).Single().Referrals.Select(referral => referral.Kind)];

    [Fact]
    public void NeverKnown_IsFirst() => Assert.Equal([ReferralKind.First], Kinds(Fact(Ana, 1, null)));

    [Fact]
    public void ReferredWhileOpen_IsDouble_AndOneSpell()
    {
        var person = CountingRule.Work([Fact(Ana, 1, 20), Fact(Ana, 5, 20)]).Single();

        Assert.Equal([ReferralKind.First, ReferralKind.Double], person.Referrals.Select(r => r.Kind));
        Assert.Equal([new CountedSpell(Jan(1), Jan(20))], person.Spells);
    }

    [Fact]
    public void ReferredWhenClosed_IsRepeat_AndANewSpell()
    {
        var person = CountingRule.Work([Fact(Ana, 1, 5), Fact(Ana, 9, null)]).Single();

        Assert.Equal([ReferralKind.First, ReferralKind.Repeat], person.Referrals.Select(r => r.Kind));
        Assert.Equal([new CountedSpell(Jan(1), Jan(5)), new CountedSpell(Jan(9), null)], person.Spells);
    }

    [Fact]
    public void ReferredOnTheDayOfClosing_IsRepeat() =>
        Assert.Equal([ReferralKind.First, ReferralKind.Repeat], Kinds(Fact(Ana, 1, 5), Fact(Ana, 5, 9)));

    [Fact]
    public void ReferredTwiceOnOneDay_IsDouble_TheRowWrittenFirstIsFirst()
    {
        var late = Fact(Ana, 1, 5, order: 2);
        var early = Fact(Ana, 1, 5, order: 1);

        var referrals = CountingRule.Work([late, early]).Single().Referrals;

        Assert.Equal(early.Id, referrals[0].Id);
        Assert.Equal([ReferralKind.First, ReferralKind.Double], referrals.Select(r => r.Kind));
    }

    [Fact]
    public void OpenedAndClosedOnOneDay_WasNeverOpen_SoTheNextIsRepeat() =>
        Assert.Equal([ReferralKind.First, ReferralKind.Repeat], Kinds(Fact(Ana, 1, 1, 1), Fact(Ana, 1, 9, 2)));

    [Fact]
    public void TwoPeople_AreCountedApart()
    {
        var people = CountingRule.Work([Fact(Ana, 1, null), Fact(Ben, 2, null)]);

        Assert.Equal(2, people.Count);
        Assert.All(people, person => Assert.Equal(ReferralKind.First, person.Referrals.Single().Kind));
    }

    [Fact]
    public void AfterAMerge_TheSecondFirstBecomesDouble_AndTheSpellLastsAsLongAsEither()
    {
        var merged = CountingRule.Work([Fact(Ana, 1, 20), Fact(Ana, 10, 30)]).Single();

        Assert.Equal([ReferralKind.First, ReferralKind.Double], merged.Referrals.Select(r => r.Kind));
        Assert.Equal([new CountedSpell(Jan(1), Jan(30))], merged.Spells);
        Assert.True(merged.IsOpenOn(Jan(25)));
        Assert.False(merged.IsOpenOn(Jan(30)));
    }

    [Fact]
    public void AfterAMerge_AnOpenSpellStaysOpen() =>
        Assert.Null(CountingRule.Work([Fact(Ana, 1, 20), Fact(Ana, 10, null)]).Single().Spells.Single().ClosedOn);

    [Fact]
    public void SaidNewCrisisWhileOpen_IsRepeat() =>
        Assert.Equal([ReferralKind.First, ReferralKind.Repeat], Kinds(Fact(Ana, 1, null), Fact(Ana, 3, null, said: CrisisWord.NewCrisis)));

    [Fact]
    public void SaidNewCrisisWhileOpen_TheOldSpellEndsThatDay() =>
        Assert.Equal(
            [new CountedSpell(Jan(1), Jan(3)), new CountedSpell(Jan(3), null)],
            CountingRule.Work([Fact(Ana, 1, null), Fact(Ana, 3, null, said: CrisisWord.NewCrisis)]).Single().Spells);

    [Fact]
    public void SaidSameCrisisWhenClosed_IsDouble_AndTheSpellGoesOn()
    {
        var person = CountingRule.Work([Fact(Ana, 1, 5), Fact(Ana, 6, 9, said: CrisisWord.SameCrisis)]).Single();

        Assert.Equal(ReferralKind.Double, person.Referrals[1].Kind);
        Assert.Equal([new CountedSpell(Jan(1), Jan(9))], person.Spells);
    }

    [Fact]
    public void SaidSameCrisisOfSomebodyNeverKnown_IsStillFirst() =>
        Assert.Equal([ReferralKind.First], Kinds(Fact(Ana, 1, null, said: CrisisWord.SameCrisis)));

    [Theory]
    [InlineData(1, true)]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void OpenOnADay_OpenedOnOrBefore_ClosedAfter(int day, bool open) =>
        Assert.Equal(open, new CountedSpell(Jan(1), Jan(20)).IsOpenOn(Jan(day)));

    [Theory]
    [InlineData(false, false, ReferralKind.First)]
    [InlineData(false, true, ReferralKind.Repeat)]
    [InlineData(true, true, ReferralKind.Double)]
    public void Suggestion_FollowsTheRule(bool open, bool known, ReferralKind expected) =>
        Assert.Equal(expected, CountingRule.Suggest(open, known));

    [Property]
    public void AnyHistory_HasOneFirst_KeepsEveryReferral_AndOrderDoesNotMatter(List<(byte On, byte? Length)> history)
    {
        var facts = history.Select((h, i) => new ReferralFact(
            new Guid(i + 1, 0, 0, new byte[8]), Ana, Jan(1).AddDays(h.On), h.Length is { } n ? Jan(1).AddDays(h.On + n) : null, i)).ToList();

        var forward = CountingRule.Work(facts);
        var backward = CountingRule.Work(Enumerable.Reverse(facts));

        Assert.Equal(facts.Count == 0 ? 0 : 1, forward.Count);
        Assert.Equal(facts.Count, forward.Sum(p => p.Referrals.Count));
        Assert.All(forward, p => Assert.Single(p.Referrals, r => r.Kind == ReferralKind.First));
        Assert.Equal(forward.SelectMany(p => p.Referrals), backward.SelectMany(p => p.Referrals));
        Assert.Equal(forward.SelectMany(p => p.Spells), backward.SelectMany(p => p.Spells));
    }

    [Theory]
    [InlineData(true, false, ReturnKind.TakenBack)]
    [InlineData(false, false, ReturnKind.AskedWhileOff)]
    [InlineData(true, true, null)]
    [InlineData(false, true, null)]
    public void ComingBackWithoutAReferral_IsAKindOfItsOwn_AndNothingWhileASpellIsOpen(bool agreed, bool open, ReturnKind? kind) =>
        Assert.Equal(kind, CountingRule.OfReturn(agreed, open));
}

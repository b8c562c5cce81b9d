using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Referrals;

public sealed class DecideTests
{
    private static readonly DecisionDetails Elsewhere = new() { Outcome = ReferralOutcome.PointedElsewhere, Reason = "out_of_area", Words = "The next town has one." };
    private static readonly DecisionDetails NotNow = new() { Outcome = ReferralOutcome.NotNow, Reason = "no_room" };

    private static async Task<TestGroup> GroupAsync(EngineKind engine) => await (await TestSite.OnAsync(engine)).NewGroupAsync();

    private static Task<DecideOutcome> DecideAsync(TestGroup group, Referred referred, DecisionDetails decision, Guid? seen = null) =>
        new ReferralService(group.Store).DecideAsync(referred.Id, seen, decision, new Actor(null, "Wendy"));

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TakenOn_SaysWhoTalkedWithWhom(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var referred = await group.ReferAsync();

        Assert.Equal(DecideOutcome.Decided, await DecideAsync(group, referred, Refer.TakenOn));

        var row = await group.ReferralAsync(referred.Id);
        Assert.Equal((ReferralOutcome.TakenOn, "Wendy", "Nurse Joy"), (row.Outcome, row.DecidedByName, row.TalkedWith));
        Assert.NotNull(row.TalkedAt);
        Assert.Equal(CaseState.Open, (await group.CaseAsync(referred.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TakenOn_WithNobodyTalkedWith_IsRefused_AndNothingIsSaved(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var referred = await group.ReferAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => DecideAsync(group, referred, new DecisionDetails { Outcome = ReferralOutcome.TakenOn }));

        Assert.Equal(ReferralOutcome.Waiting, (await group.ReferralAsync(referred.Id)).Outcome);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANo_ClosesTheSpellItBegan_AndIsCounted(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var referred = await group.ReferAsync();

        await DecideAsync(group, referred, Elsewhere);

        var spell = Assert.Single(await group.SpellsAsync(referred.Person));
        Assert.Equal((group.Store.Clock.Today, "pointed_elsewhere"), (spell.ClosedOn, spell.CloseReason));
        Assert.Equal(CaseState.Closed, (await group.CaseAsync(referred.Person))!.State);
        var row = await group.ReferralAsync(referred.Id);
        Assert.Equal(("out_of_area", "The next town has one."), (row.OutcomeReason, group.Store.Vault.Open(ReferralWords.OutcomeWords, row.RowId, row.OutcomeWords)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANo_ToASecondRingInOneCrisis_LeavesTheCaseOpen(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var first = await group.ReferAsync(decision: Refer.TakenOn);
        var second = await group.ReferAsync(known: first.Person);

        await DecideAsync(group, second, NotNow);

        Assert.Equal(CaseState.Open, (await group.CaseAsync(first.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANo_ToTheReferralThatMadeTheSpellGoOn_ClosesItAgain_AndAYesOpensItAgain(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var today = group.Store.Clock.Today;
        var first = await group.ReferAsync(day: today.AddDays(-30));
        await DecideAsync(group, first, Refer.TakenOn);
        await group.Store.Write("CaseClosed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, first.Person, today.AddDays(-2), "better", null));
        var again = await group.ReferAsync(known: first.Person, said: CrisisWord.SameCrisis);

        await DecideAsync(group, again, NotNow);

        var spell = Assert.Single(await group.SpellsAsync(first.Person));
        Assert.Equal((today, "not_now", CaseState.Closed), (spell.ClosedOn, spell.CloseReason, (await group.CaseAsync(first.Person))!.State));
        await DecideAsync(group, again, Refer.TakenOn with { Because = "a bed came free" });
        Assert.Equal(CaseState.Open, (await group.CaseAsync(first.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANo_WhileAnotherReferralOfTheSpellWaits_LeavesTheCaseOpen(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var first = await group.ReferAsync();
        await group.ReferAsync(known: first.Person);

        await DecideAsync(group, first, NotNow);

        Assert.Equal(CaseState.Open, (await group.CaseAsync(first.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AfterANo_TheDecisionIsChanged_OnlyWithAReason_AndTheSpellGoesOn(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var referred = await group.ReferAsync(decision: NotNow);

        Assert.Equal(DecideOutcome.DecidedAlready, await DecideAsync(group, referred, Refer.TakenOn));
        Assert.Equal(ReferralOutcome.NotNow, (await group.ReferralAsync(referred.Id)).Outcome);
        Assert.Equal(DecideOutcome.Decided, await DecideAsync(group, referred, Refer.TakenOn with { Because = "A peer came in after all" }));

        var spell = Assert.Single(await group.SpellsAsync(referred.Person));
        Assert.Equal((null, null), (spell.ClosedOn, spell.CloseReason));
        Assert.Equal(CaseState.Open, (await group.CaseAsync(referred.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoDecideAtOnce_OneWins(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var referred = await group.ReferAsync();
        var seen = (await group.ReferralAsync(referred.Id)).Version;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                return await DecideAsync(group, referred, i % 2 == 0 ? Refer.TakenOn : NotNow, seen);
            }
            catch (StaleVersionException)
            {
                return DecideOutcome.DecidedAlready;
            }
        }));

        Assert.Single(outcomes, DecideOutcome.Decided);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task DecidedOnAnOlderVersion_IsRefused(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var referred = await group.ReferAsync();

        await Assert.ThrowsAsync<StaleVersionException>(() => DecideAsync(group, referred, Refer.TakenOn, Ids.New()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task SteppedDown_RangAgain_TakenOn_IsOpenAgain(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var first = await group.ReferAsync(decision: Refer.TakenOn);
        await group.Store.Write("CaseSteppedDown", Actor.CommandLine, unit => CaseWriter.StepDownAsync(unit, first.Person, group.Store.Clock.Today));
        var second = await group.ReferAsync(known: first.Person);
        Assert.Equal(CaseState.SteppedDown, (await group.CaseAsync(first.Person))!.State);

        await DecideAsync(group, second, Refer.TakenOn);

        Assert.Equal(CaseState.Open, (await group.CaseAsync(first.Person))!.State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EverythingDecided_LeavesTheChainAndTheKeptFiguresSound(EngineKind engine)
    {
        var group = await GroupAsync(engine);
        var first = await group.ReferAsync(decision: NotNow);
        await DecideAsync(group, first, Refer.TakenOn with { Because = "there is room" });
        await group.ReferAsync(known: first.Person);

        Assert.Empty((await new Verifier(group.Store).RunAsync([])).Problems);
    }
}

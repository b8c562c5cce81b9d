using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Referrals.ReferredByMe;

public sealed class IndexTests
{
    private static Task<Referred?> FromAsync(TestGroup group, Visitor referrer, string name) => group.ReferAsync(new ReferralDetails
    {
        Channel = Channel.Form,
        ReferrerId = referrer.Account!.UserId,
        Person = new PersonDetails { GivenName = name },
    });

    private static Task<DecideOutcome> DecideAsync(TestGroup group, Referred referred, DecisionDetails decision) =>
        new ReferralService(group.Store).DecideAsync(referred.Id, null, decision, Actor.CommandLine);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ShowsOnlyOnesOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Referrer), await group.SignInAsync(Role.Referrer));
        await FromAsync(group, one, "Sam");
        await FromAsync(group, other, "Ana");
        await group.ReferAsync("Joe", "Miller");

        var mine = (await one.GetAsync("/refer/mine")).Words();

        Assert.Contains("Sam", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", mine, StringComparison.Ordinal);
        Assert.DoesNotContain("Joe", mine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_SaysWhetherItWasTaken_NeverDeclined(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        await DecideAsync(group, (await FromAsync(group, referrer, "Sam"))!, SafeSpace.Testing.Build.Refer.TakenOn);
        await DecideAsync(group, (await FromAsync(group, referrer, "Ana"))!, new() { Outcome = ReferralOutcome.PointedElsewhere, Reason = "out_of_area", Words = "Try the next town." });
        await DecideAsync(group, (await FromAsync(group, referrer, "Joe"))!, new() { Outcome = ReferralOutcome.NotNow, Reason = "no_room" });
        await FromAsync(group, referrer, "Lin");

        var page = await referrer.GetAsync("/refer/mine");

        var rows = page.Page.QuerySelectorAll(".people .who").Select(w => w.Children[0].TextContent + ": " + w.Children[1].TextContent).Order(StringComparer.Ordinal);
        var day = group.Store.Clock.Today.ToString("ddd d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
        Assert.Equal(
            [$"Ana: pointed elsewhere, {day}: Lives outside our area. Try the next town.", $"Joe: not now, {day}: We have no room tonight", "Lin: waiting", $"Sam: taken on, {day}"], rows);
        Assert.DoesNotContain("eclined", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ShowsThePersonAsTheReferrerNamedThem_WhateverIsKnownSince(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        var referred = (await FromAsync(group, referrer, "Sam"))!;
        await group.Store.Write("PersonChanged", Actor.CommandLine, async unit =>
            await PersonWriter.ChangeAsync(unit, (await unit.Db.PeopleWithMerged.FindAsync(referred.Person))!, new PersonDetails { GivenName = "Secretname", Surname = "Elsewhere" }));

        var page = await referrer.GetAsync("/refer/mine");

        Assert.Contains("Sam", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secretname", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SS0001", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_OneReferral_IsNotOpenToAReferrer(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var referrer = await group.SignInAsync(Role.Referrer);
        var referred = (await FromAsync(group, referrer, "Sam"))!;

        Assert.Equal(HttpStatusCode.NotFound, (await referrer.GetAsync($"/referrals/{referred.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await referrer.GetAsync($"/people/{referred.Reference}")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Many_ComeInPages_AndAnotherReferrersPlaceIsNoWayIn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Referrer), await group.SignInAsync(Role.Referrer));
        var theirs = (await FromAsync(group, other, "Ana"))!;
        for (var i = 0; i < 53; i++)
        {
            await FromAsync(group, one, $"Sam {i}");
            group.Site.Folder.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        var first = await one.GetAsync("/refer/mine");
        var second = await first.FollowAsync("Earlier ones");

        Assert.Equal((50, 3), (first.Page.QuerySelectorAll(".people > li").Length, second.Page.QuerySelectorAll(".people > li").Length));
        Assert.Contains("Sam 0 ", second.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Ana", (await one.GetAsync($"/refer/mine?after={theirs.Id.Value}")).Words(), StringComparison.Ordinal);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.FollowUp;

namespace SafeSpace.Web.Tests.Connections;

public sealed class AsksAndCausesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnAsk_IsMatchedByAPerson_AndNeverWithWhomTheyMustNotMeet(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (asker, giver, apart) = (await group.AddPersonAsync("Mina", "Vale"), await group.AddPersonAsync("Otto", "Berg"), await group.AddPersonAsync("Iris", "Thorn"));
        var peer = await group.SignInAsync(Role.Peer);
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(asker.Id), Party.Of(apart.Id), null, Actor.CommandLine);
        foreach (var (who, what) in new[] { (giver, "I drive, on weekdays"), (apart, "I come along anywhere") })
            await (await peer.GetAsync($"/people/{who.Reference}/offer")).SubmitAsync(("What", what));
        await (await peer.GetAsync("/offers/new")).SubmitAsync(("What", "I can read letters"));
        var form = await peer.GetAsync($"/people/{asker.Reference}/ask");
        Assert.Equal(HttpStatusCode.BadRequest, (await form.SubmitAsync(("NextOn", "tomorrow"))).Status);
        var page = await form.SubmitAsync(("What", "somebody to come with me"), ("WantedOn", "tomorrow"), ("NextOn", "tomorrow"));
        Assert.Contains("I drive, on weekdays", page.Words("#match"), StringComparison.Ordinal);
        Assert.Contains("I can read letters", page.Words("#match"), StringComparison.Ordinal);
        Assert.DoesNotContain("I come along anywhere", page.Words("#match"), StringComparison.Ordinal);
        var (offer, forbidden) = (await group.ReadAsync(db => db.HelpOffers.SingleAsync(o => o.PersonId == giver.Id)), await group.ReadAsync(db => db.HelpOffers.SingleAsync(o => o.PersonId == apart.Id)));
        var ask = await group.ReadAsync(db => db.Asks.SingleAsync());
        Assert.Equal(DoorChange.KeptApart, await new AskService(group.Store).MatchAsync(ask.Id, ask.Version, forbidden.Id, Actor.CommandLine));

        page = await page.PressAsync("These two", ("Offer", offer.Id.ToString()));
        Assert.Contains("Otto Berg", page.Words(), StringComparison.Ordinal);
        Assert.Equal(group.Store.Clock.Today.AddDays(1), Assert.Single(await group.StepsAsync(ask.Id)).DueOn);
        // Whoever offered cannot after all: the asker is thought of today.
        await (await peer.GetAsync("/asks")).SubmitFormAsync($"#end-{offer.Id}");
        Assert.Equal(AskState.Open, (await group.ReadAsync(db => db.Asks.SingleAsync())).State);
        Assert.Equal(group.Store.Clock.Today, Assert.Single(await group.StepsAsync(ask.Id)).DueOn);
        await (await peer.GetAsync($"/asks/{ask.Id}")).PressAsync("Nobody could");
        Assert.Empty(await group.StepsAsync(ask.Id));
        Assert.Equal(UnmetNeed.Company, (await group.ReadAsync(db => db.UnmetNeeds.SingleAsync())).Need);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Advocacy_ItsDeadlineComesFirst_PapersAreThingsToDo_AndItsWorthIsToThePenny(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Mina", "Vale");
        var peer = await group.SignInAsync(Role.Peer);
        var page = await (await peer.GetAsync($"/people/{person.Reference}/advocacy")).SubmitAsync(("What", "plantedcause her appeal"), ("Kind", "appeal"), ("NextOn", "in 9 days"));
        if (page.Status == HttpStatusCode.BadRequest)
            page = await page.SubmitAsync(("NextOn", group.Store.Clock.Today.AddDays(9).ToString("d M yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        var cause = await group.ReadAsync(db => db.Causes.SingleAsync());
        page = await (await page.FollowAsync("Add a deadline")).SubmitAsync(("What", "the form"), ("By", "tomorrow"));
        Assert.Equal(group.Store.Clock.Today.AddDays(1), Assert.Single(await group.StepsAsync(cause.Id)).DueOn);
        page = await (await page.FollowAsync("A paper is missing")).SubmitAsync(("What", "bank statement"));
        Assert.Contains("1 paper missing", (await peer.GetAsync("/advocacy")).Words(), StringComparison.Ordinal);
        Assert.Contains("bank statement", (await peer.GetAsync("/mine")).Words() + (await peer.GetAsync($"/people/{person.Reference}")).Words(), StringComparison.Ordinal);
        // Put off, it still comes before its deadline.
        await (await page.FollowAsync("Think of it on another day")).SubmitAsync(("NextOn", group.Store.Clock.Today.AddDays(5).ToString("d M yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(group.Store.Clock.Today.AddDays(1), Assert.Single(await group.StepsAsync(cause.Id)).DueOn);
        page = await (await peer.GetAsync($"/advocacy/{cause.Id}")).SubmitFormAsync("form[id^=met]");
        Assert.Contains("met on", page.Words(), StringComparison.Ordinal);
        var end = await page.FollowAsync("It has ended");
        var mistaken = await end.SubmitAsync(("Outcome", "won"), ("Worth", "1,240.5"), ("WorthWords", "I sleep again."));
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.Status);
        Assert.Contains("I sleep again.", mistaken.Page.QuerySelector("#WorthWords")!.TextContent, StringComparison.Ordinal);
        page = await mistaken.SubmitAsync(("Worth", "1240.50"));
        Assert.Contains("£1,240.50", page.Words(), StringComparison.Ordinal);
        Assert.Equal(124050, (await group.ReadAsync(db => db.Causes.SingleAsync())).WorthPence);
        Assert.Empty(await group.StepsAsync(cause.Id));
        Assert.DoesNotContain(group.Site.Log.Lines, l => l.Contains("plantedcause", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheMonthsTable_HoldsRefusalsOursToo_AndNeedsNotMet_AndShowsPartnersNoSmallNumber(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));
        var partner = await group.AddPartnerAsync();
        for (var number = 0; number < 6; number++)
        {
            var connection = await group.ConnectAsync(await group.AddPersonAsync("Mina", $"Vale{number}"), partner);
            await (await peer.GetAsync($"/connections/{connection.Id}/refused")).SubmitAsync(("Why", number < 5 ? "drink_drugs" : "full"));
        }

        var referral = await group.ReferAsync();
        await group.Store.Write("ReferralDecided", Actor.CommandLine, async unit =>
        {
            var row = await unit.Db.Set<Core.Referrals.Referral>().SingleAsync(r => r.Id == referral.Id);
            (row.Outcome, row.OutcomeReason, row.DecidedAt) = (Core.Referrals.ReferralOutcome.NotNow, "no_room", unit.Now);
        });
        await (await peer.GetAsync($"/people/{(await group.AddPersonAsync("Otto", "Berg")).Reference}/unmet")).SubmitAsync(("What", "bed"), ("Beyond", "yes"), ("Words", "plantedbed for tonight"));
        Assert.Equal(HttpStatusCode.BadRequest, (await (await peer.GetAsync("/unmet/new")).SubmitAsync()).Status);
        await (await peer.GetAsync("/unmet/new")).SubmitAsync(("What", "bed"));

        var table = await desk.GetAsync("/unmet");
        Assert.Contains("Because of drink or drugs5", table.Words(), StringComparison.Ordinal);
        Assert.Contains("No room1", table.Words(), StringComparison.Ordinal);
        Assert.Contains("We have no room tonight1", table.Words(), StringComparison.Ordinal);
        Assert.Contains("A bed for the night2", table.Words(), StringComparison.Ordinal);
        Assert.Contains("More than our contract asks: 1", table.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Mina", table.Text, StringComparison.Ordinal);
        var theirs = await (await group.SignInAsync(Role.Steering)).GetAsync("/unmet?for=partners");
        Assert.Contains("Others, together6", theirs.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("No room", theirs.Words("[aria-labelledby=excluded]"), StringComparison.Ordinal);
        Assert.Contains("Others, togetherfewer than five", theirs.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("More than our contract asks", theirs.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Who it was", theirs.Words(), StringComparison.Ordinal);
        var rows = await table.FollowAsync("Who it was");
        Assert.Equal(6, rows.Page.QuerySelectorAll("a[href*='/connections/']").Length);
        Assert.Contains("somebody we do not know", rows.Words(), StringComparison.Ordinal);
        Assert.Contains("plantedbed", rows.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync("/unmet/rows")).Status);
    }
}

using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Connections;

public sealed class DirectoryTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Add_Change_Find_AndBadInputLosesNothing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var mistaken = await (await desk.GetAsync("/partners/new")).SubmitAsync(("Name", " "), ("WhatFor", "Debt, plainly"), ("Website", "harbour"), ("Email", "not one"));
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.Status);
        Assert.Contains("A web address begins with https://.", mistaken.Words("#error-summary"), StringComparison.Ordinal);
        Assert.Contains("This is no e-mail address.", mistaken.Words("#error-summary"), StringComparison.Ordinal);
        Assert.Contains("Debt, plainly", mistaken.Page.QuerySelector("#WhatFor")!.TextContent, StringComparison.Ordinal);
        var added = await mistaken.SubmitAsync(("Name", "Harbour Advice"), ("Website", "https://harbour.example"), ("Email", "ann@harbour.example"), ("Kind", "advice"), ("WhoKnowsUs", "Ann, on Tuesdays"));
        Assert.Contains("Ann, on Tuesdays", added.Words(), StringComparison.Ordinal);
        Assert.Contains("Checked by", added.Words(), StringComparison.Ordinal);

        var peer = await group.SignInAsync(Role.Peer);
        Assert.Contains("Harbour Advice", (await peer.GetAsync("/partners?Q=debt")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Advice", (await peer.GetAsync("/partners?Q=refuge")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour Advice", (await peer.GetAsync("/partners?Kind=food")).Words("ul.people"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync(added.Path + "/edit")).Status);

        var edit = await desk.GetAsync(added.Path + "/edit");
        await edit.SubmitAsync(("ForWhom", "anybody in town"));
        var stale = await edit.SubmitAsync(("ForWhom", "typed by the other"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("typed by the other", stale.Page.QuerySelector("#ForWhom")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnOldEntry_AsksForACheck_UntilSomebodyLooked(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(900), 1000));
        var group = await site.NewGroupAsync();
        var partner = await group.AddPartnerAsync();
        var desk = await group.SignInAsync(Role.Supervisor);
        Assert.DoesNotContain("asks for a check", (await desk.GetAsync("/partners")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("of the directory", (await desk.GetAsync("/")).Words(".notes"), StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromDays(Partner.DaysUntilCheck + 1));
        Assert.Contains("asks for a check", (await desk.GetAsync("/partners")).Words(), StringComparison.Ordinal);
        Assert.Contains("1 entry of the directory asks for a check", (await desk.GetAsync("/")).Words(), StringComparison.Ordinal);
        var page = await desk.GetAsync($"/partners/{partner.Id}");
        Assert.Contains("Nobody has checked this for a while", page.Words(), StringComparison.Ordinal);
        await page.SubmitFormAsync("#checked");
        Assert.DoesNotContain("asks for a check", (await desk.GetAsync("/partners")).Words(), StringComparison.Ordinal);
        Assert.Contains(desk.Account!.DisplayName, (await desk.GetAsync($"/partners/{partner.Id}")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task APartnerThatCloses_WhilePeopleWait_PutsEachOfThemBeforeSomebodyToday(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (partner, other) = (await group.AddPartnerAsync(), await group.AddPartnerAsync("Quay Housing", "housing"));
        var (one, two, elsewhere) = (await group.AddPersonAsync("Mina", "Vale"), await group.AddPersonAsync("Otto", "Berg"), await group.AddPersonAsync("Iris", "Thorn"));
        var desk = await group.SignInAsync(Role.Facilitator);
        var connections = new[] { await group.ConnectAsync(one, partner, keeper: desk.Account!.UserId), await group.ConnectAsync(two, partner), await group.ConnectAsync(elsewhere, other) };
        var page = await desk.GetAsync($"/partners/{partner.Id}");
        Assert.Contains("2 people are on the way there", page.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitFormAsync("#shut")).Status);

        await page.SubmitFormAsync("#shut", ("Why", "The funding ended."));

        var today = group.Store.Clock.Today;
        foreach (var (connection, due) in connections.Zip([today, today, today.AddDays(1)]))
            Assert.Equal(due, Assert.Single(await group.StepsAsync(connection.Id)).DueOn);
        Assert.Equal(desk.Account.UserId, (await group.StepsAsync(connections[0].Id))[0].PeerId);
        Assert.Contains("see to a connection today", (await desk.GetAsync("/promises")).Words(), StringComparison.Ordinal);
        var waiting = await desk.GetAsync($"/connections/{connections[0].Id}");
        Assert.Contains("This service takes nobody any more.", waiting.Words(), StringComparison.Ordinal);
        // Nothing has to be told again.
        var again = await waiting.FollowAsync("Ask at another door");
        Assert.Equal("plantedneed", again.Page.QuerySelector("#What")!.TextContent.Trim());
        Assert.DoesNotContain("Harbour Advice", again.Words("#Partner"), StringComparison.Ordinal);
        // A form that was open before it closed is told so, and keeps its words.
        var late = await again.SubmitAsync(("What", "plantedneed"));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        var posted = await desk.PostAsync($"/people/{one.Reference}/connect", again.FormFields(("Partner", partner.Id.ToString()), ("NextOn", "tomorrow")));
        Assert.Contains("This service takes nobody any more. Please choose another.", posted.Words("#error-summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Partner_ShowsOnlyPeopleWhomTheViewerMaySee_AndSaysWhoLooked(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (partner, person) = (await group.AddPartnerAsync(), await group.AddPersonAsync("Mina", "Vale"));
        await group.ConnectAsync(person, partner);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        Assert.Contains("Mina V.", (await coordinator.GetAsync($"/partners/{partner.Id}")).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Contains(db.Set<Core.Audit.View>().ToList(), v => v.Surface == "partner" && v.ById == coordinator.Account!.UserId);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Steering)).GetAsync($"/partners/{partner.Id}")).Status);
    }
}

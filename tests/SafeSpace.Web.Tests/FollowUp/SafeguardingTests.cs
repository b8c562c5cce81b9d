using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.FollowUp;

/// <summary>What to do now, and safeguarding concerns until they are closed.</summary>
public sealed class SafeguardingTests
{
    private const string Worry = "plantedworry: her card is taken";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Raise_IsSeenBySupervisorsAndWhoRaisedIt_AndByNobodyElse(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var form = await peer.GetAsync($"/people/{person.Reference}/concern");
        var mistaken = await form.SubmitAsync(("What", " "), ("PersonWants", "her card back"));
        Assert.Equal(HttpStatusCode.BadRequest, mistaken.Status);
        Assert.Contains("her card back", mistaken.Page.QuerySelector("#PersonWants")!.TextContent, StringComparison.Ordinal);
        var raised = await form.SubmitAsync(("What", Worry), ("PersonWants", "her card back"), ("Whom", "duty desk, Ann"), ("DueOn", "tomorrow"));
        await form.SubmitAsync(("What", Worry));
        Assert.Contains(Worry, raised.Words(), StringComparison.Ordinal);
        Assert.Contains("her card back", raised.Words(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await (await group.SignInAsync(Role.Supervisor)).GetAsync(raised.Path)).Status);
        foreach (var role in new[] { Role.Peer, Role.Facilitator, Role.Coordinator, Role.Steering, Role.Referrer })
            Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(role)).GetAsync(raised.Path)).Status);
        await using var db = await group.Store.ReadAsync();
        var concern = await db.Concerns.AsNoTracking().SingleAsync();
        Assert.DoesNotContain("plantedworry", Encoding.UTF8.GetString(concern.What!.Value.Bytes.Span), StringComparison.Ordinal);
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("plantedworry", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Changes_OfAPerson_ShowAConcernToSupervisorsAlone(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await (await peer.GetAsync($"/people/{person.Reference}/concern")).SubmitAsync(("What", Worry));
        Assert.DoesNotContain("plantedworry", (await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/people/{person.Reference}/changes")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("plantedworry", (await (await group.SignInAsync(Role.Coordinator)).GetAsync($"/people/{person.Reference}/changes")).Text, StringComparison.Ordinal);
        Assert.Contains("plantedworry", (await (await group.SignInAsync(Role.Supervisor)).GetAsync($"/people/{person.Reference}/changes")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnAnswerThatIsDue_StandsBeforeTheSupervisor_UntilItCameOrTheConcernIsClosed(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);
        await (await supervisor.GetAsync($"/people/{person.Reference}/concern")).SubmitAsync(("What", Worry), ("Whom", "duty desk"), ("DueOn", "tomorrow"));
        Assert.Contains("Safeguarding: 1 answer is due", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("Safeguarding: 1 answer is late", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("late", (await supervisor.GetAsync("/concerns")).Words(".who.now"), StringComparison.Ordinal);

        await using var db = await group.Store.ReadAsync();
        var concern = await db.Concerns.AsNoTracking().SingleAsync();
        var page = await supervisor.GetAsync($"/concerns/{concern.Id}");
        var answered = await page.SubmitFormAsync("form[id^=answered]", ("answer", "They visit her on Monday."));
        Assert.Contains("They visit her on Monday.", answered.Words(), StringComparison.Ordinal);
        Assert.Contains("Safeguarding: 1 concern is open", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await answered.SubmitFormAsync("#close")).Status);
        var closed = await answered.SubmitFormAsync("#close", ("HowItEnded", "She has her card."));
        Assert.Contains("She has her card.", closed.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Safeguarding:", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("#close", closed.Text, StringComparison.Ordinal);
        await closed.SubmitFormAsync("#open");
        Assert.Contains("Safeguarding: 1 concern is open", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Emergency_IsOneTapFromEveryPageOfAPerson_AndFromTheStart(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await AddStepAsync(group);
        Assert.NotNull((await peer.GetAsync("/")).Page.QuerySelector("a[href$='/emergency']"));
        foreach (var page in new[] { "", "/log", "/concern", "/diary", "/factors" })
        {
            var link = (await peer.GetAsync($"/people/{person.Reference}{page}")).Page.QuerySelector("header a.emergency")!.GetAttribute("href")!;
            var opened = await peer.GetAsync(link);
            Assert.NotNull(opened.Page.QuerySelector("a[href='tel:999']"));
            Assert.NotNull(opened.Page.QuerySelector($"a[href$='/people/{person.Reference}/concern' i]"));
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Emergency_AnOldEntryAsksForACheck_AndIsFreshWhenItsOwnerLookedAtIt(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(400), 1000));
        var group = await site.NewGroupAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);
        await AddStepAsync(group, supervisor.Account!.UserId);
        Assert.DoesNotContain("asks for a check", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
        site.Folder.Clock.Advance(TimeSpan.FromDays(EmergencyStep.DaysUntilCheck + 1));
        Assert.Contains("asks for a check", (await supervisor.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("Nobody has checked this for a while", (await supervisor.GetAsync("/emergency")).Words(), StringComparison.Ordinal);
        await (await supervisor.GetAsync("/emergency/edit")).SubmitAsync();
        Assert.DoesNotContain("Nobody has checked this for a while", (await supervisor.GetAsync("/emergency")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Emergency_IsWrittenByTheGroup_AndAStaleEditLosesNoWord(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var empty = await (await coordinator.GetAsync("/emergency/steps/new")).SubmitAsync(("When", "Fire"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        var list = await empty.SubmitAsync(("WhatToDo", "Out, then ring."), ("RingName", "Fire brigade"), ("RingPhone", "999"));
        var edit = await coordinator.GetAsync(list.Page.QuerySelector("a[href*='/emergency/steps/']:not([href$=new])")!.GetAttribute("href")!);
        await edit.SubmitAsync(("WhatToDo", "Out. Ring. Wait at the gate."));
        var stale = await edit.SubmitAsync(("WhatToDo", "typed by the other"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("typed by the other", stale.Words(), StringComparison.Ordinal);
        Assert.Contains("Wait at the gate", (await coordinator.GetAsync("/emergency")).Words(), StringComparison.Ordinal);
        await (await coordinator.GetAsync(edit.Path)).SubmitFormAsync("#end");
        Assert.DoesNotContain("Wait at the gate", (await coordinator.GetAsync("/emergency")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Peer)).GetAsync("/emergency/edit")).Status);
    }

    private static Task AddStepAsync(TestGroup group, UserId? owner = null) => new EmergencySteps(group.Store)
        .AddAsync(Ids.New(), new EmergencyDetails("Danger now", "Ring and stay.", "Emergency services", "999", owner ?? UserId.New()), Actor.CommandLine);
}

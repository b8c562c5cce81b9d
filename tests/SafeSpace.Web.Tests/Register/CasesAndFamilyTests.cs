using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

public sealed class CasesAndFamilyTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Case_StepsDownClosesAndOpensAgain(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var path = $"/people/{person.Reference}";
        Assert.Contains("stepped down", (await (await facilitator.GetAsync(path + "/step-down")).SubmitAsync()).Words("#case ~ p"), StringComparison.Ordinal);
        var twice = await (await facilitator.GetAsync(path + "/step-down")).SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
        Assert.Contains("stepped down already", twice.Words(), StringComparison.Ordinal);
        var noReason = await (await facilitator.GetAsync(path + "/close")).SubmitAsync(("HowThingsAre", "Sleeps again."));
        Assert.Equal(HttpStatusCode.BadRequest, noReason.Status);
        Assert.Contains("Sleeps again.", noReason.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var early = await noReason.SubmitAsync(("Reason", "better"), ("On", "1 1 2020"));
        Assert.Contains("was not open on that day yet", early.Words(), StringComparison.Ordinal);
        var closed = await early.SubmitAsync(("Reason", "better"), ("On", ""));
        Assert.Contains("case closed: Things are better", closed.Words(), StringComparison.Ordinal);
        Assert.Contains("Sleeps again.", closed.Words(), StringComparison.Ordinal);
        var mistake = await (await facilitator.GetAsync(path + "/reopen")).SubmitAsync(("What", "mistake"), ("Why", "Wrong Sam"));
        Assert.Contains("stepped down", mistake.Words("#case ~ p"), StringComparison.Ordinal);
        await (await facilitator.GetAsync(path + "/close")).SubmitAsync(("Reason", "better"));
        await new SafeSpace.Core.Referrals.ComingBack.ComingBackService(group.Store).AgreeAsync(true, null, "Crisis team", null, SafeSpace.Core.Shared.Actor.CommandLine);
        var back = await (await facilitator.GetAsync(path + "/back")).SubmitAsync(("Tell", "no"));
        Assert.Equal(HttpStatusCode.OK, back.Status);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(2, await db.Set<Spell>().CountAsync());
        Assert.Equal(CaseState.Open, (await db.Set<Case>().AsNoTracking().SingleAsync()).State);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Family_IsAddedOnceChangedAndEnded(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var form = await facilitator.GetAsync($"/people/{person.Reference}/family/new");
        var empty = await form.SubmitAsync(("Tie", "husband"));
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        var page = await form.SubmitAsync(("Name", "Jan"), ("Tie", "husband"), ("MayHear", "That I am safe."));
        Assert.Contains("May hear: That I am safe.", page.Words(), StringComparison.Ordinal);
        await form.SubmitAsync(("Name", "Jan"), ("Tie", "husband"));
        await using var db = await group.Store.ReadAsync();
        var member = await db.Set<FamilyMember>().AsNoTracking().SingleAsync();
        var stale = await facilitator.GetAsync($"/people/{person.Reference}/family/{member.Id}");
        await stale.SubmitAsync(("Phone", "07700 900222"));
        var lost = await stale.SubmitAsync(("MayHear", "Nothing any more."));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("07700 900222", lost.Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing any more.", lost.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var ended = await (await facilitator.GetAsync($"/people/{person.Reference}/family/{member.Id}")).SubmitFormAsync("#end");
        Assert.Equal($"/people/{person.Reference}", ended.Path);
        Assert.Contains("not any more", ended.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync($"/people/{person.Reference}/family/{Guid.CreateVersion7()}")).Status);
        var other = await group.AddPersonAsync("Ana", "Nowak");
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync($"/people/{other.Reference}/family/{member.Id}")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Factors_WhatPeersHear_IsNotedAndTakenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var peer = await group.SignInAsync(Role.Peer);
        var path = $"/people/{person.Reference}/factors";
        var noted = await (await peer.GetAsync(path)).SubmitAsync(("Heard", "housing"));
        Assert.Contains("Housing problems", noted.Words(), StringComparison.Ordinal);
        var wrong = await peer.PostAsync(path, [.. Hidden(await peer.GetAsync(path)), new("Heard", "no_such_thing")]);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        var back = await peer.PostAsync(path, Hidden(await peer.GetAsync(path)));
        Assert.DoesNotContain("Housing problems", back.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.NotNull((await db.Set<PersonFactor>().AsNoTracking().SingleAsync()).TakenBackAt);
    }

    /// <summary>Two peers have the page open: what one noted is not taken back by the other, who never saw it.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Factors_NotedMeanwhileByAnother_Stand(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var path = $"/people/{person.Reference}/factors";
        var (one, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        await (await one.GetAsync(path)).SubmitAsync(("Heard", "housing"));
        var (first, second) = (await one.GetAsync(path), await other.GetAsync(path));

        await one.PostAsync(path, [.. Hidden(first), new("Heard", "housing"), new("Heard", "isolation")]);
        await other.PostAsync(path, [.. Hidden(second), new("Heard", "bereavement")]); // housing is over

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(["bereavement", "isolation"], await db.Set<PersonFactor>().Where(f => f.TakenBackAt == null).Select(f => f.Factor).Order().ToListAsync());
    }

    /// <summary>As above, where the form was kept while nobody was signed in, and is put back.</summary>
    [Fact]
    public async Task Factors_PutBack_TakeBackNothingThatWasNotedMeanwhile()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var path = $"/people/{person.Reference}/factors";
        var (one, other) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        await (await one.GetAsync(path)).SubmitAsync(("Heard", "housing"));
        var first = await one.GetAsync(path);
        await new Sessions(group.Store).EndAllAsync(one.Account!.UserId, null, alsoDevices: false);
        await other.PostAsync(path, [.. Hidden(await other.GetAsync(path)), new("Heard", "housing"), new("Heard", "isolation")]);
        await one.PostAsync(path, [.. Hidden(first), new("Heard", "bereavement")]);
        await one.SignInAsync(one.Account);

        await (await (await one.GetAsync(path)).FollowAsync("Put it back")).SubmitFormAsync("main > form");

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(["bereavement", "isolation"], await db.Set<PersonFactor>().Where(f => f.TakenBackAt == null).Select(f => f.Factor).Order().ToListAsync());
    }

    private static List<KeyValuePair<string, string>> Hidden(Answer page) =>
        [.. page.Page.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))];
}

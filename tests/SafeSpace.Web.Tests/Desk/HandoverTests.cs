using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

/// <summary>From the one who leaves to the one who comes: written from the log, edited, signed, read.</summary>
public sealed class HandoverTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Write_BeginsWithWhatTheLogSays(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator, Role.Peer);
        var (rang, tried, promised) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Kit", "Moore"), await group.AddPersonAsync("Lou", "Baxter"));
        await group.LogContactAsync(rang, facilitator.Account!, ContactKind.CallIn, minutes: 25, words: "plantednote");
        await group.LogContactAsync(tried, facilitator.Account!, ContactKind.NoAnswer, minutes: null);
        await group.LogContactAsync(null, facilitator.Account!, ContactKind.CallIn);
        await group.PromiseAsync(promised, facilitator.Account, at: new TimeOnly(23, 45));
        await group.ReferAsync("Terry", "Ogden");

        var page = await facilitator.GetAsync("/handover/write");
        var typed = page.Page.QuerySelectorAll("textarea").Select(a => $"{a.ParentElement!.QuerySelector("label")?.TextContent.Trim()}: {a.TextContent.Trim()}").ToList();

        Assert.Contains(typed, l => l.StartsWith("Sam H.", StringComparison.Ordinal) && l.Contains("Rang us, 25 min", StringComparison.Ordinal));
        Assert.Contains(typed, l => l.StartsWith("Kit M.", StringComparison.Ordinal) && l.Contains("tried and not reached", StringComparison.Ordinal));
        Assert.Contains(typed, l => l.StartsWith("Lou B.", StringComparison.Ordinal) && l.Contains("call promised: today, 23:45", StringComparison.Ordinal));
        Assert.Contains(typed, l => l.StartsWith("Terry O.", StringComparison.Ordinal) && l.Contains("the referral waits for an answer", StringComparison.Ordinal));
        Assert.Contains(typed, l => l.Contains("1 caller we do not know", StringComparison.Ordinal));
        Assert.Equal(2, typed.Count(l => l.StartsWith("Kit M.", StringComparison.Ordinal) && l.Length < 12) + typed.Count(l => l.StartsWith("Lou B.", StringComparison.Ordinal) && l.Length < 12));
        Assert.DoesNotContain("plantednote", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Write_OfMoreThanFits_SaysSo(EngineKind engine)
    {
        const string more = "There was more than fits here.";
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator);
        Assert.DoesNotContain(more, (await facilitator.GetAsync("/handover/write")).Text, StringComparison.Ordinal);
        await group.Store.Write("ManyPromised", Actor.CommandLine, async unit =>
        {
            for (var i = 0; i < HandoverFacts.MostPeople; i++)
                await PromiseWriter.MakeAsync(unit, (await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Olga", Surname = "Old" })).Id, null, new PromiseDetails(unit.Clock.Today));
        });
        Assert.Contains(more, (await facilitator.GetAsync("/handover/write")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Sign_IsRead_AndEachReaderIsNotedOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var (leaves, comes) = (await group.SignInAsync(Role.Facilitator, Role.Peer), await group.SignInAsync(Role.Peer));
        await group.LogContactAsync(person, leaves.Account!, ContactKind.CallIn);
        var form = await leaves.GetAsync("/handover/write");
        var kept = await form.SubmitAsync(("Lines[0].Words", "Rang us, calmer at the end."), ("Do", "keep"));
        Assert.Contains("Rang us, calmer at the end.", kept.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handover to read", (await comes.GetAsync("/")).Words(), StringComparison.Ordinal);
        var signed = await kept.SubmitAsync(("Do", "sign"));
        Assert.Contains("good night", signed.Words(), StringComparison.Ordinal);

        Assert.Contains("1 handover to read", (await comes.GetAsync("/")).Words(), StringComparison.Ordinal);
        Assert.Contains("1 handover to read", (await comes.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        var read = await comes.GetAsync(signed.Path);
        Assert.Contains("Rang us, calmer at the end.", read.Words(), StringComparison.Ordinal);
        var after = await read.SubmitAsync();
        await read.SubmitAsync();
        Assert.Contains(comes.Account!.DisplayName, after.Words("section[aria-labelledby=read]"), StringComparison.Ordinal);
        Assert.DoesNotContain("handover to read", (await comes.GetAsync("/")).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Single(await db.HandoverReads.ToListAsync());
        Assert.Contains(comes.Account.DisplayName, (await leaves.GetAsync("/handover")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Signed_CannotBeChanged_NorWrittenBySomebodyElse(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Facilitator), await group.SignInAsync(Role.Facilitator));
        var kept = await (await one.GetAsync("/handover/write")).SubmitAsync(("Lines[0].Words", "first"), ("Do", "keep"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(kept.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(kept.Path.Replace("write/", "", StringComparison.Ordinal))).Status);
        await kept.SubmitAsync(("Do", "sign"));
        await kept.SubmitAsync(("Lines[0].Words", "second thoughts"), ("Do", "sign"));
        await using var db = await group.Store.ReadAsync();
        var line = await db.HandoverLines.AsNoTracking().SingleAsync();
        Assert.Equal("first", group.Store.Vault.Open(HandoverSets.Words, line.Id, line.Words));
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync(kept.Path)).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Keep_InTwoWindows_TheSecondIsToldAndLosesNoWord(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var kept = await (await facilitator.GetAsync("/handover/write")).SubmitAsync(("Lines[0].Words", "first"), ("Do", "keep"));
        await kept.SubmitAsync(("Lines[0].Words", "from the one window"), ("Do", "keep"));
        var stale = await kept.SubmitAsync(("Lines[0].Words", "from the other window"), ("Do", "keep"));
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("from the other window", stale.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Read_LeavesOutPeopleOutsideOnesView_AndRecordsWhoLooked(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (seen, hidden) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Zofia", "Hiddenly", open: false));
        var leaves = await group.SignInAsync(Role.Facilitator);
        var id = Core.Shared.Ids.New();
        await new HandoverService(group.Store).WriteAsync(
            id, null, group.Store.Clock.Now.AddHours(-5), [new(HandoverPart.Tonight, seen.Id, "think of Sam"), new(HandoverPart.Tonight, hidden.Id, "think of Zofia")], sign: true,
            leaves.Account!.UserId, new Core.Shared.Actor(leaves.Account.UserId, "F"));
        var peer = await group.SignInAsync(Role.Peer);
        var read = await peer.GetAsync($"/handover/{id}");
        Assert.Contains("think of Sam", read.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zofia", read.Text, StringComparison.Ordinal);
        Assert.Contains("1 line about somebody outside your view is left out", read.Words(), StringComparison.Ordinal);
        Assert.Contains("think of Zofia", (await leaves.GetAsync($"/handover/{id}")).Words(), StringComparison.Ordinal);
        Assert.Contains("Peer", (await (await group.SignInAsync(Role.Supervisor)).GetAsync($"/people/{seen.Reference}/looked")).Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Steering)).GetAsync("/handover")).Status);
    }
}

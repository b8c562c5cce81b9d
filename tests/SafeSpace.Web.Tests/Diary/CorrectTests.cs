using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

public sealed class CorrectTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_RightEntry_StandsInFrontOfTheWrongOne(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var wrong = await group.LogContactAsync(person, peer.Account!, minutes: 5, words: "five minutes");
        var page = await peer.GetAsync($"/diary/{wrong.Id.Value}/correct");
        Assert.Equal("five minutes", page.Page.QuerySelector("textarea[name=Words]")!.TextContent);
        // What the field says in short is the entry's own moment: not "now".
        Assert.Contains(group.Store.Clock.ToLocal(wrong.At).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture), page.Words(".moment summary"), StringComparison.Ordinal);
        Assert.DoesNotContain("Now", page.Words(".moment summary"), StringComparison.Ordinal);
        var saved = await page.SubmitAsync(("Minutes", "50"), ("Words", "fifty minutes"), ("Why", "a nought was missing"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("fifty minutes", saved.Words(), StringComparison.Ordinal);
        Assert.Contains("five minutes", saved.Words(), StringComparison.Ordinal);
        var contacts = await group.ContactsAsync();
        var right = Assert.Single(contacts, c => c.CorrectsId == wrong.Id);
        Assert.Equal((50, wrong.At, wrong.PeerId), (right.Minutes, right.At, right.PeerId));
        Assert.Equal(right.Id, contacts.Single(c => c.Id == wrong.Id).CorrectedById);
        var diary = await peer.GetAsync($"/people/{person.Reference}/diary");
        Assert.Single(diary.Page.QuerySelectorAll(".timeline > li"));
        Assert.Contains("1 call, 50 min", diary.Words(), StringComparison.Ordinal);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SomebodyWasFaster_ShowsBothAndLosesNothing(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var wrong = await group.LogContactAsync(person, peer.Account!, minutes: 5);
        var mine = await peer.GetAsync($"/diary/{wrong.Id.Value}/correct");
        var theirs = await (await group.SignInAsync(Role.Supervisor)).GetAsync($"/diary/{wrong.Id.Value}/correct");
        await theirs.SubmitAsync(("Words", "theirs"));
        var lost = await mine.SubmitAsync(("Words", "mine, still here"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("theirs", lost.Words(".know"), StringComparison.Ordinal);
        Assert.Equal("mine, still here", lost.Page.QuerySelector("textarea[name=Words]")!.TextContent);
        Assert.Equal(2, (await group.ContactsAsync()).Count);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SentTwice_CorrectsOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var wrong = await group.LogContactAsync(person, peer.Account!);
        var page = await peer.GetAsync($"/diary/{wrong.Id.Value}/correct");
        var (first, second) = (await page.SubmitAsync(("Minutes", "7")), await page.SubmitAsync(("Minutes", "7")));
        Assert.Equal(first.Path, second.Path);
        Assert.Equal(2, (await group.ContactsAsync()).Count);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ItWasSomebodyElse_MovesTheEntryAndWhoWaits(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (sam, ana) = (await group.AddPersonAsync(), await group.AddPersonAsync("Ana", "Kowalska"));
        var peer = await group.SignInAsync(Role.Peer);
        var wrong = await group.LogContactAsync(sam, peer.Account!, words: "about tea");
        Assert.NotNull((await CaseAsync(sam)).FirstAnsweredAt);
        var page = await peer.GetAsync($"/diary/{wrong.Id.Value}/correct");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Reference", "SS9999"))).Status);
        await page.SubmitAsync(("Reference", ana.Reference));
        Assert.Null((await CaseAsync(sam)).FirstAnsweredAt);
        Assert.NotNull((await CaseAsync(ana)).FirstAnsweredAt);
        var right = (await group.ContactsAsync()).Single(c => c.CorrectsId == wrong.Id);
        Assert.Equal((ana.Id, ana.Id.Value, "about tea"), (right.PersonId!.Value, right.Words!.Value.KeyId, group.WordsOf(right)));
        await group.AssertSoundAsync();

        async Task<Case> CaseAsync(Person person)
        {
            await using var db = await group.Store.ReadAsync();
            return await db.Cases.SingleAsync(c => c.PersonId == person.Id);
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AnotherPeersEntryOrAnotherGroups_IsNotThere(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var (group, elsewhere) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        var person = await group.AddPersonAsync();
        var theirs = await group.LogContactAsync(person, await group.AddAccountAsync(Role.Peer));
        var far = await elsewhere.LogContactAsync(await elsewhere.AddPersonAsync(), await elsewhere.AddAccountAsync(Role.Peer));
        var peer = await group.SignInAsync(Role.Peer);
        foreach (var id in new[] { theirs.Id.Value, far.Id.Value, Ids.New() })
            Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/diary/{id}/correct")).Status);
        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync($"/diary/{theirs.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/diary/{theirs.Id.Value}/correct")).Status);
    }
}

using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

/// <summary>Somebody nobody knows: logged, and joined to a person later.</summary>
public sealed class UnknownTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Unknown_IsLogged_AndJoinedLater_WithTheWordsSealedAsTheirs(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Ana", "Kowalska", phone: "07700 900123");
        var peer = await group.SignInAsync(Role.Peer);
        var log = await peer.GetAsync("/log");
        var saved = await (await log.FollowAsync("Somebody we do not know")).SubmitAsync(("Words", "would not say her name"), ("Minutes", "12"));
        Assert.Equal("/mine", saved.Path);
        var contact = await group.OnlyContactAsync();
        Assert.Equal((null, ContactKind.CallIn, Guid.Empty), (contact.PersonId, contact.Kind, contact.Words!.Value.KeyId));
        var found = await (await peer.GetAsync($"/diary/{contact.Id.Value}/join")).SubmitFormAsync("main form[method=get]", ("Q", "Kowalsky"));
        Assert.Contains("Ana Kowalska", found.Words("#found"), StringComparison.Ordinal);
        var joined = await found.SubmitFormAsync("#found form");
        Assert.Equal($"/people/{person.Reference}/diary", joined.Path);
        Assert.Contains("would not say her name", joined.Words(), StringComparison.Ordinal);
        var now = await group.OnlyContactAsync();
        Assert.Equal((person.Id, person.Id.Value, "would not say her name"), (now.PersonId!.Value, now.Words!.Value.KeyId, group.WordsOf(now)));
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_JoinedByTwo_HasOneWinner(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (ana, sam) = (await group.AddPersonAsync("Ana", "Kowalska"), await group.AddPersonAsync());
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var contact = await group.LogContactAsync(null, facilitator.Account!);
        var toAna = await facilitator.GetAsync($"/diary/{contact.Id.Value}/join?Q=Kowalska");
        var toSam = await facilitator.GetAsync($"/diary/{contact.Id.Value}/join?Q=Harley");
        Assert.Equal(HttpStatusCode.OK, (await toAna.SubmitFormAsync("#found form")).Status);
        var second = await toSam.SubmitFormAsync("#found form");
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(ana.Id, (await group.OnlyContactAsync()).PersonId);
        Assert.NotEqual(sam.Id, (await group.OnlyContactAsync()).PersonId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_AnotherPeersUnknownCaller_IsNotThere(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var contact = await group.LogContactAsync(null, await group.AddAccountAsync(Role.Peer), words: "secret");
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/diary/{contact.Id.Value}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/diary/{contact.Id.Value}/join")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_LogSearch_FindsOnlyWhomOneMaySee_AndSaysWhoLooked(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.AddPersonAsync("Ana", "Kowalska");
        await group.AddPersonAsync("Anna", "Kowalski", open: false);
        var peer = await group.SignInAsync(Role.Peer);
        var found = await peer.GetAsync("/log?Q=kowalsk");
        Assert.Equal(["Ana Kowalska"], found.Page.QuerySelectorAll("#found strong").Select(e => e.TextContent));
        var nobody = await peer.GetAsync("/log?Q=zzzzzz");
        Assert.Contains("Nobody is found.", nobody.Words(), StringComparison.Ordinal);
    }
}

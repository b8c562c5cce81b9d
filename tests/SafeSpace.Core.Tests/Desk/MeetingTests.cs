using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Desk;

public sealed class MeetingTests
{
    private static readonly Actor By = Actor.CommandLine;

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoKeptApart_MayNotMeet_EitherWay_UntilItIsOver(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (ana, joe, sam) = (await AddAsync(store, "Ana"), await AddAsync(store, "Joe"), await AddAsync(store, "Sam"));
        var service = new KeepApartService(store);
        var id = Ids.New();
        await service.SetAsync(id, Party.Of(ana), Party.Of(joe), "he knows where she lives", By);
        await service.SetAsync(id, Party.Of(ana), Party.Of(sam), null, By); // the form came twice

        Assert.False(await service.MayMeetAsync(Party.Of(ana), Party.Of(joe)));
        Assert.False(await service.MayMeetAsync(Party.Of(joe), Party.Of(ana)));
        Assert.True(await service.MayMeetAsync(Party.Of(ana), Party.Of(sam)));
        await using (var db = await store.ReadAsync())
        {
            var meeting = await Meeting.ReadAsync(db);
            Assert.False(meeting.MayAll([Party.Of(sam), Party.Of(joe), Party.Of(ana)]));
            Assert.True(meeting.MayAll([Party.Of(sam), Party.Of(joe)]));
        }

        await service.EndAsync(id, By);
        Assert.True(await service.MayMeetAsync(Party.Of(ana), Party.Of(joe)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task KeptApart_HoldsForTheAccountOfThePerson_AndAfterRecordsAreJoined(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (ana, joe, joeAgain) = (await AddAsync(store, "Ana"), await AddAsync(store, "Joe"), await AddAsync(store, "Joey"));
        var peer = (await new AccountService(store).AddAsync("joe@test.example", "Joe", [Role.Peer], null, By))!.UserId;
        await new WallService(store).LinkAsync(joe, peer, By);
        var service = new KeepApartService(store);
        await service.SetAsync(Ids.New(), Party.Of(ana), Party.Of(joe), null, By);

        Assert.False(await service.MayMeetAsync(Party.Of(ana), Party.Of(peer)));
        await new DuplicateService(store, House.MergeSteps).SameAsync(joeAgain, joe, null, By);
        Assert.False(await service.MayMeetAsync(Party.Of(ana), Party.Of(joeAgain)));
        Assert.False(await service.MayMeetAsync(Party.Of(ana), Party.Of(peer)));
    }

    /// <summary>One of us who was referred again has two records, both linked: they are one human being.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task KeptApart_HoldsForBothRecordsOfOneOfUs(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (ana, joe, joeAgain, sam) = (await AddAsync(store, "Ana"), await AddAsync(store, "Joe"), await AddAsync(store, "Joey"), await AddAsync(store, "Sam"));
        var peer = (await new AccountService(store).AddAsync("joe@test.example", "Joe", [Role.Peer], null, By))!.UserId;
        await new WallService(store).LinkAsync(joe, peer, By);
        await new WallService(store).LinkAsync(joeAgain, peer, By);
        var keyholder = (await new AccountService(store).AddAsync("kim@test.example", "Kim", [Role.Peer], null, By))!.UserId;
        await store.Write("Planted", By, unit =>
        {
            unit.Db.PeerTies.Add(new PeerTie { Id = Ids.New(), PersonId = joeAgain, PeerId = keyholder, Kind = TieKind.Claimed, From = unit.Now });
            return Task.CompletedTask;
        });
        var service = new KeepApartService(store);
        await service.SetAsync(Ids.New(), Party.Of(ana), Party.Of(joe), null, By);
        await service.SetAsync(Ids.New(), Party.Of(keyholder), Party.Of(joe), null, By);
        await using (var db = await store.ReadAsync())
            Assert.NotNull((await db.PeerTies.SingleAsync()).Until); // on the record that was not named

        foreach (var party in new[] { Party.Of(joe), Party.Of(joeAgain), Party.Of(peer) })
        {
            Assert.False(await service.MayMeetAsync(Party.Of(ana), party));
            Assert.True(await service.MayMeetAsync(Party.Of(sam), party));
        }
    }

    [Theory]
    [InlineData("a woman", "Woman", true)]
    [InlineData("a woman", "man", false)]
    [InlineData("Polish", "English, Polish", true)]
    [InlineData("Polish", "English", false)]
    [InlineData("Polish", null, null)]
    [InlineData("", "English", null)]
    [InlineData("Łódzki", "łódzki", true)]
    public void WhatWasAskedFor_StandsBesideWhatAPeerSays(string? asked, string? said, bool? fits) => Assert.Equal(fits, WhoCouldRing.Says(asked, said));

    private static async Task<PersonId> AddAsync(GroupStore store, string name) =>
        (await store.Write("PersonAdded", By, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = name, Surname = "Reed" }))).Id;
}

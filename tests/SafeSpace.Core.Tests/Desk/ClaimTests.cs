using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Desk;

/// <summary>The same instant, many hands: one has the person, and everybody else is told who.</summary>
public sealed class ClaimTests
{
    private static readonly Actor By = Actor.CommandLine;

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwentyClaims_AtTheSameInstant_HaveOneWinner(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (person, peers) = await FillAsync(store, 20);
        var ties = new TieService(store);

        var came = await Task.WhenAll(peers.Select(p => Task.Run(() => ties.TieAsync(person, p, TieKind.Claimed, By))));

        Assert.Equal(1, came.Count(c => c == TieChange.Done));
        Assert.Equal(19, came.Count(c => c == TieChange.SomebodyElses));
    }

    [Fact]
    public async Task ClaimsOnTwoNodes_AtTheSameInstant_HaveOneWinner()
    {
        await using var one = await TestStores.OpenAsync(EngineKind.Postgres);
        var here = await one.NewGroupAsync();
        await using var other = House.Open(one.Folder, one.Database, one.Clock);
        var there = await other.GetAsync(here.Slug);
        for (var round = 0; round < 10; round++)
        {
            var (person, peers) = await FillAsync(here, 2, round);
            TieService[] ties = [new(here), new(there)];
            var came = await Task.WhenAll(peers.Select((p, i) => Task.Run(() => ties[i].TieAsync(person, p, TieKind.Claimed, By))));
            Assert.Equal([TieChange.Done, TieChange.SomebodyElses], came.Order());
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheSamePersonRingsTwiceAtOnce_AndTwoFacilitatorsGiveThem_TheSecondSeesWhoHasThem(EngineKind engine)
    {
        await using var one = await TestStores.OpenAsync(engine);
        var here = await one.NewGroupAsync();
        await using var other = engine == EngineKind.Postgres ? House.Open(one.Folder, one.Database, one.Clock) : null;
        var there = other is null ? here : await other.GetAsync(here.Slug);
        var (person, peers) = await FillAsync(here, 2);
        DirectingService[] desks = [new(here), new(there)];

        var came = await Task.WhenAll(peers.Select((p, i) => Task.Run(() => desks[i].GiveAsync(new Giving(Ids.New(), person, p), By))));

        Assert.Equal([GiveResult.Given, GiveResult.WithSomebody], came.Select(c => c.Result).Order());
        await using var db = await here.ReadAsync();
        var stands = await db.Directions.SingleAsync(d => d.EndedAt == null);
        Assert.Equal(stands.PeerId, came.Single(c => c.Result == GiveResult.WithSomebody).With);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TakenOn_ThePersonIsTheirs_AndThePromiseGoesOver(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        var (person, peers) = await FillAsync(store, 3);
        await new TieService(store).TieAsync(person, peers[0], TieKind.Claimed, By);
        var promised = Ids.New();
        await new PromiseService(store).MakeAsync(person, peers[0], new PromiseDetails(store.Clock.Today), By, promised);
        var desk = new DirectingService(store);
        var id = Ids.New();

        Assert.Equal(GiveResult.Given, (await desk.GiveAsync(new Giving(id, person, peers[1], "rings at six", Promise: promised), By)).Result);
        Assert.Equal(AnswerResult.NotYours, await desk.AcceptAsync(id, peers[2], By));
        Assert.Equal(AnswerResult.Done, await desk.AcceptAsync(id, peers[1], By));

        await using (var db = await store.ReadAsync())
        {
            Assert.Equal(peers[1], (await db.PeerTies.SingleAsync(t => t.Until == null)).PeerId);
            Assert.Equal(peers[1], (await db.Promises.SingleAsync()).PeerId);
        }

        Assert.Equal(AnswerResult.Done, await desk.HandBackAsync(id, peers[1], "I know her sister", By));
        Assert.Equal(AnswerResult.Over, await desk.AcceptAsync(id, peers[1], By));
        await using (var db = await store.ReadAsync())
        {
            Assert.False(await db.PeerTies.AnyAsync(t => t.Until == null));
            var back = await db.Directions.SingleAsync();
            Assert.Equal("I know her sister", store.Vault.Open(DirectingService.BackWords, back.Id, back.BackWords));
        }
    }

    private static async Task<(PersonId Person, UserId[] Peers)> FillAsync(GroupStore store, int peers, int round = 0)
    {
        var person = await store.Write("PersonAdded", By, async unit =>
        {
            var made = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam", Surname = "Harley" });
            await CaseWriter.OpenAsync(unit, made.Id, unit.Clock.Today, null);
            return made.Id;
        });
        var accounts = new AccountService(store);
        var ids = new List<UserId>();
        for (var i = 0; i < peers; i++)
            ids.Add((await accounts.AddAsync($"peer{round}-{i}@test.example", $"Peer {i}", [Role.Peer], null, By))!.UserId);
        return (person, [.. ids]);
    }
}

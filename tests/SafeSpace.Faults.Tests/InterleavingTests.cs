using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Faults.Tests;

/// <summary>Many at once in any order, on one node and on two: a claim and a decision have one winner, and no edit writes over one it did not see.</summary>
public sealed class InterleavingTests
{
    public static TheoryData<EngineKind, bool> Houses => new() { { EngineKind.Sqlite, false }, { EngineKind.Postgres, false }, { EngineKind.Postgres, true } };

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task A_claim_has_one_winner(EngineKind engine, bool twoNodes)
    {
        await using var nodes = await Nodes.OpenAsync(engine, twoNodes);
        await nodes.ForAllAsync(Gen.Choose(0, 1).ListOf(6), async turns =>
        {
            var person = await nodes.PersonAsync();
            var peers = await nodes.PeersAsync(turns.Count);
            var answers = await Task.WhenAll(turns.Select((node, i) => Task.Run(async () =>
            {
                var answer = await new TieService(nodes[node]).TieAsync(person, peers[i], TieKind.Claimed, Actor.System);
                return answer;
            })));
            await using var db = await nodes[0].ReadAsync();
            var holder = (await db.PeerTies.Where(t => t.PersonId == person && t.Until == null).ToListAsync()).Select(t => t.PeerId).ToList();
            return answers.Count(a => a == TieChange.Done) == 1 && answers.Count(a => a == TieChange.SomebodyElses) == turns.Count - 1
                && holder.Count == 1 && holder[0] == peers[answers.ToList().IndexOf(TieChange.Done)];
        });
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task A_referral_is_decided_once(EngineKind engine, bool twoNodes)
    {
        await using var nodes = await Nodes.OpenAsync(engine, twoNodes);
        await nodes.ForAllAsync(Gen.Choose(0, 3).ListOf(5), async turns =>
        {
            var referral = await nodes.ReferAsync();
            var answers = await Task.WhenAll(turns.Select((turn, i) => Task.Run(() => DecideAsync(nodes[turn % 2], referral, turn < 2, $"Nurse {i}"))));
            await using var db = await nodes[0].ReadAsync();
            var kept = await db.Referrals.AsNoTracking().SingleAsync(r => r.Id == referral);
            return answers.Count(a => a == DecideOutcome.Decided) == 1 && kept.DecidedByName == $"Nurse {answers.ToList().IndexOf(DecideOutcome.Decided)}";
        });
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task An_edit_is_taken_only_on_what_it_saw(EngineKind engine, bool twoNodes)
    {
        await using var nodes = await Nodes.OpenAsync(engine, twoNodes);
        await nodes.ForAllAsync(Gen.Choose(0, 5).ListOf(8), async turns =>
        {
            var person = await nodes.PersonAsync();
            // Each reads now or a little later, then saves what it made of it: as long as all are taken, every word of all is there.
            var taken = await Task.WhenAll(turns.Select((turn, i) => Task.Run(() => AddAWordAsync(nodes[turn % 2], person, turn, i))));
            await using var db = await nodes[0].ReadAsync();
            var words = (await db.People.AsNoTracking().SingleAsync(p => p.Id == person)).KnownAs!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return taken.Any(t => t) && words.Order().SequenceEqual(taken.Index().Where(t => t.Item).Select(t => $"w{t.Index}").Order());
        });
    }

    private static async Task<DecideOutcome?> DecideAsync(GroupStore store, ReferralId referral, bool takeOn, string by)
    {
        var decision = new DecisionDetails { Outcome = takeOn ? ReferralOutcome.TakenOn : ReferralOutcome.NotNow, TalkedWith = "Joy", Words = "said so" };
        try
        {
            return await new ReferralService(store).DecideAsync(referral, null, decision, new Actor(null, by));
        }
        catch (StaleVersionException)
        {
            return null; // the other node was first
        }
    }

    private static async Task<bool> AddAWordAsync(GroupStore store, PersonId person, int wait, int number)
    {
        Person seen;
        await using (var db = await store.ReadAsync())
            seen = await db.People.AsNoTracking().SingleAsync(p => p.Id == person);
        await Task.Delay(wait);
        try
        {
            await store.Write("PersonChanged", Actor.System, async unit =>
            {
                var row = await unit.Db.People.SingleAsync(p => p.Id == person);
                Unit.Expect(row, seen.Version);
                row.KnownAs = $"{seen.KnownAs} w{number}".Trim();
            });
            return true;
        }
        catch (StaleVersionException)
        {
            return false;
        }
    }

    /// <summary>One store, opened once or by two nodes; every example takes a person of its own.</summary>
    private sealed class Nodes(TestStores stores, Stores? other, IReadOnlyList<GroupStore> both) : IAsyncDisposable
    {
        private const int Examples = 12;
        private readonly List<UserId> peers = [];

        public GroupStore this[int node] => both[node % both.Count];

        public static async Task<Nodes> OpenAsync(EngineKind engine, bool two)
        {
            var stores = await TestStores.OpenAsync(engine);
            var store = await stores.NewGroupAsync();
            var other = two ? Core.House.Open(stores.Folder, stores.Database, stores.Clock) : null;
            return new Nodes(stores, other, other is null ? [store] : [store, await other.GetAsync(store.Slug)]);
        }

        /// <summary>Runs random examples until one does not hold, and says which.</summary>
        public async Task ForAllAsync<T>(Gen<T> examples, Func<T, Task<bool>> holds)
        {
            foreach (var example in examples.Sample(Examples, Examples))
                Assert.True(await holds(example), $"It does not hold for {System.Text.Json.JsonSerializer.Serialize(example)}.");
            Assert.Empty((await new StoreCheck(stores.Stores, Core.House.Recounts).RunAsync(both[0].Slug)).Problems);
        }

        public async Task<PersonId> PersonAsync()
        {
            var id = PersonId.New();
            await both[0].Write("PersonAdded", Actor.System, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam", Surname = "Harley" }, id: id));
            return id;
        }

        /// <summary>Accounts that may ring, the same for all examples: a claim of anybody else is nobody's.</summary>
        public async Task<IReadOnlyList<UserId>> PeersAsync(int count)
        {
            while (peers.Count < count)
                peers.Add((await new AccountService(both[0], TestGroup.Hasher).AddAsync($"peer{peers.Count}@test.example", "Pat", [Role.Peer], TestSite.Password, Actor.System))!.UserId);
            return peers;
        }

        public async Task<ReferralId> ReferAsync() =>
            (await new ReferralService(both[0]).ReferAsync(ReferralId.New(), new ReferralDetails { Channel = Channel.Phone, Person = new PersonDetails { GivenName = "Sam", Surname = "Harley" } }, Actor.System))!.Id;

        public async ValueTask DisposeAsync()
        {
            if (other is not null)
                await other.DisposeAsync();
            await stores.DisposeAsync();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Network;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Duplicates;

/// <summary>One node joins two records while another writes of the one that goes: the diary line stands on the record that is kept.</summary>
public sealed class MergedMeanwhileTests
{
    /// <param name="others">Units that wait behind the one under way, and are saved with it or after it.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_line_written_while_another_node_merges_is_on_the_kept_record(int others)
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        var (kept, gone) = await PlantAsync(store);
        var (read, merged) = (new TaskCompletionSource(), new TaskCompletionSource());

        var writing = store.Write("Written", Actor.CommandLine, async unit =>
        {
            var person = await ContactWriter.StandingAsync(unit, gone);
            read.TrySetResult();
            await merged.Task;
            await ContactWriter.AddAsync(unit, new ContactDetails { Id = ContactId.New(), PersonId = person, Kind = ContactKind.CallIn, Minutes = 5 });
        });
        await read.Task;
        var waiting = Enumerable.Range(0, others).Select(_ => WriteAsync(store, gone)).ToList();
        Assert.Equal(PairOutcome.Done, await new DuplicateService(beside, House.MergeSteps).SameAsync(kept, gone, null, Actor.CommandLine));
        merged.SetResult();
        await Task.WhenAll(waiting.Append(writing));

        await using var db = await store.ReadAsync();
        Assert.Equal(Enumerable.Repeat<PersonId?>(kept, 1 + others), await db.Contacts.Select(c => c.PersonId).ToListAsync());
        Assert.Equal(1 + others, (await db.Operations.Where(o => o.Kind == "Written").ToListAsync()).Count);
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    /// <summary>As above, of a line that is saved while the merge is under way.</summary>
    [Fact]
    public async Task Lines_written_beside_many_merges_are_all_on_kept_records()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        const int rounds = 12;
        for (var round = 0; round < rounds; round++)
        {
            var (kept, gone) = await PlantAsync(store);
            var merging = new DuplicateService(beside, House.MergeSteps).SameAsync(kept, gone, null, Actor.CommandLine);
            for (var line = 0; !merging.IsCompleted || line < 3; line++)
                await WriteAsync(store, gone);
            Assert.Equal(PairOutcome.Done, await merging);
        }

        await using var db = await store.ReadAsync();
        Assert.Equal(0, await db.Contacts.CountAsync(c => db.Set<Person>().Any(p => p.Id == c.PersonId && p.MergedIntoId != null)));
        Assert.True(await db.Contacts.CountAsync() >= 3 * rounds);
        Assert.Empty((await new Verifier(store).RunAsync([])).Problems);
    }

    /// <summary>What a merge or an erasure takes away of the record that goes is no row that is made for it: neither is in its own way, whatever others save.</summary>
    [Fact]
    public async Task Merging_and_erasing_are_not_in_their_own_way()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        var (kept, gone) = await PlantAsync(store);
        var busy = new CancellationTokenSource();
        var others = Task.Run(async () =>
        {
            for (var n = 0; !busy.IsCancellationRequested; n++)
                await beside.Write("Other", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Other", Surname = $"Of{n}" }));
        }, TestContext.Current.CancellationToken);

        Assert.Equal(PairOutcome.Done, await new DuplicateService(store, House.MergeSteps).SameAsync(kept, gone, null, Actor.CommandLine));
        await store.Write("Closed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, kept, unit.Clock.Today, null, null));
        Assert.True((await new ErasureService(here.Stores, store).EraseAsync(kept, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine)).IsDone);
        await busy.CancelAsync();
        await others;

        await using var db = await store.ReadAsync();
        Assert.Equal(2, await db.PeopleWithMerged.CountAsync(p => p.ErasedAt != null));
    }

    /// <summary>It was said on one node that somebody died while another promises them something: it is not promised.</summary>
    [Fact]
    public async Task Nothing_is_promised_to_somebody_of_whom_it_was_said_meanwhile_that_they_died()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        var (person, _) = await PlantAsync(store);
        var (read, said) = (new TaskCompletionSource(), new TaskCompletionSource());
        var promising = store.Write("Promised", Actor.CommandLine, async unit =>
        {
            var living = await ContactWriter.LivingAsync(unit, person);
            read.TrySetResult();
            await said.Task;
            if (living is { } who)
                await PromiseWriter.MakeAsync(unit, who, null, new PromiseDetails(unit.Clock.Today, null));
        });
        await read.Task;
        await new DeathService(beside, House.DeathSteps).SayAsync(person, new DeathDetails(null, null), Actor.CommandLine);
        said.SetResult();
        await promising;

        await using var db = await store.ReadAsync();
        Assert.Equal(0, await db.Promises.CountAsync());
    }

    /// <summary>Who asks for a record by its own id, and does not look where it went, is told: nothing is put where nobody looks.</summary>
    [Fact]
    public async Task What_would_be_put_on_a_record_that_is_gone_is_refused()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await here.NewGroupAsync();
        await using var there = House.Open(here.Folder, here.Database, here.Clock);
        var beside = await there.GetAsync(store.Slug);
        var (kept, gone) = await PlantAsync(store);
        var (begun, merged) = (new TaskCompletionSource(), new TaskCompletionSource());
        var adding = store.Write("FamilyAdded", Actor.CommandLine, async unit =>
        {
            begun.TrySetResult();
            await merged.Task;
            unit.Db.FamilyMembers.Add(new FamilyMember { Id = Ids.New(), PersonId = gone, Name = "Nan" });
        });
        await begun.Task;
        await new DuplicateService(beside, House.MergeSteps).SameAsync(kept, gone, null, Actor.CommandLine);
        merged.SetResult();

        await Assert.ThrowsAsync<StaleVersionException>(() => adding);

        await using var db = await store.ReadAsync();
        Assert.Equal(0, await db.FamilyMembers.CountAsync());
    }

    // As the diary does: the case may be another one the second time.
    private static Task<Contact> WriteAsync(GroupStore store, PersonId person) => Attempts.TwiceAsync(() => store.Write("Written", Actor.CommandLine, async unit =>
        await ContactWriter.AddAsync(unit, new ContactDetails { Id = ContactId.New(), PersonId = await ContactWriter.StandingAsync(unit, person), Kind = ContactKind.CallIn, Minutes = 5 })));

    private static Task<(PersonId Kept, PersonId Gone)> PlantAsync(GroupStore store) => store.Write("Planted", Actor.CommandLine, async unit =>
        (await AddAsync(unit, "Quibble"), await AddAsync(unit, "Quible")));

    private static async Task<PersonId> AddAsync(Unit unit, string surname)
    {
        var person = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Wilma", Surname = surname, Phones = [new PhoneDetails("01302 000001", null)] });
        await CaseWriter.OpenAsync(unit, person.Id, unit.Clock.Today, null);
        return person.Id;
    }
}

using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

/// <summary>A group's key is changed while it serves, stopped anywhere, and what was under the old one is under it no more.</summary>
public sealed partial class KeyRotationTests
{
    private const string Secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    /// <summary>How many are written meanwhile depends on the machine; so many of them, spread over the whole time, are opened again.</summary>
    private const int MostLookedAt = 300;

    private const string Words = "The kettle in the waiting room is broken.";

    /// <summary>The tool is stopped after its first step, then after its second, and so on, until it gets through; meanwhile the group serves.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Stopped_after_any_step_the_group_reads_writes_and_verifies_and_the_next_run_does_the_rest(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewFilledGroupAsync(450, 600);
        var account = await AccountAsync(store);
        var said = await SayAsync(store, Words);
        await new ChainAnchors(folder.Stores).KeepAsync(store);
        var before = await WordsAsync(store);
        var old = new GroupKeys(folder.Folder).Read(store.Slug);
        var steps = new List<string>();

        for (var stop = 1; stop < 100; stop++)
        {
            await using var tool = House.Open(folder.Folder, folder.Database, folder.Clock); // as another process has it
            var count = 0;
            try
            {
                await new KeyRotation(tool)
                {
                    Done = step =>
                    {
                        steps.Add(step);
                        if (++count == stop)
                            throw new StoppedException();
                    },
                }.RunAsync(store.Slug);
                break;
            }
            catch (StoppedException)
            {
                Assert.Equal(before, await WordsAsync(store));
                Assert.Equal(Words, await SaidAsync(store, said));
                Assert.Equal($"Said at {stop}", await SaidAsync(store, await SayAsync(store, $"Said at {stop}")));
                var person = await NewPersonAsync(store, $"Written at {stop}");
                Assert.Equal($"Written at {stop}", await WordsOfAsync(store, person));
                before = await WordsAsync(store);
                Assert.Empty((await new StoreCheck(folder.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
            }
        }

        Assert.All(
            ["the new key is on the disk", "the new key is in use", "what is kept outside is signed anew", "some keys are wrapped anew", "some words are under the new key", "the new key is in its place"],
            s => Assert.Contains(s, steps));
        Assert.NotEqual(old, new GroupKeys(folder.Folder).Read(store.Slug));
        Assert.Null(new GroupKeys(folder.Folder).ReadNext(store.Slug));
        Assert.Contains(new GroupKeys(folder.Folder).ReadAll(store.Slug), k => k.AsSpan().SequenceEqual(old));
        await OpensNothingAsync(store, old);
        Assert.Equal(before, await WordsAsync(store));
        Assert.True(await new SecondFactors(store).TakeCodeAsync(account, OneTimeCode.At(Secret, OneTimeCode.StepAt(store.Clock.Now))));
        Assert.Empty((await new StoreCheck(folder.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
        await using var fresh = House.Open(folder.Folder, folder.Database, folder.Clock);
        Assert.Equal(before, await WordsAsync(await fresh.GetAsync(store.Slug)));
        Assert.Empty((await new StoreCheck(fresh, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Many_write_while_the_key_is_changed_twice_and_every_word_opens(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewFilledGroupAsync(300, 300);
        using var enough = new CancellationTokenSource();
        var people = new System.Collections.Concurrent.ConcurrentBag<(PersonId Person, Guid Said, string Words)>();
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested || i < 5; i++)
            {
                people.Add((await NewPersonAsync(store, $"{w}/{i}"), await SayAsync(store, $"{w}/{i}"), $"{w}/{i}"));
                await Task.Delay(5 * (w + 1), TestContext.Current.CancellationToken); // as people do: hardly a pause, but one
            }
        })).ToList();

        for (var turn = 0; turn < 2; turn++)
        {
            await using var tool = House.Open(folder.Folder, folder.Database, folder.Clock);
            await new KeyRotation(tool).RunAsync(store.Slug);
        }

        await enough.CancelAsync();
        await Task.WhenAll(writers);
        await using var fresh = House.Open(folder.Folder, folder.Database, folder.Clock);
        foreach (var open in new[] { store, await fresh.GetAsync(store.Slug) })
            foreach (var (person, said, words) in people.Where((_, i) => i % Math.Max(1, people.Count / MostLookedAt) == 0))
                Assert.Equal((words, words), (await WordsOfAsync(open, person), await SaidAsync(open, said)));
        Assert.Equal(3, new GroupKeys(folder.Folder).ReadAll(store.Slug).Count);
        foreach (var old in new GroupKeys(folder.Folder).ReadAll(store.Slug).Skip(1))
            await OpensNothingAsync(store, old);
        Assert.Empty((await new StoreCheck(fresh, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    /// <summary>A copy of before opens with the key kept aside, goes back, verifies, and is put under the new key in its turn.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_copy_of_before_goes_back_with_the_old_key_and_not_without(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewFilledGroupAsync();
        var said = await SayAsync(store, Words);
        var before = await WordsAsync(store);
        var copies = new NightlyCopies(folder.Stores, new CopyPlan());
        await copies.RunAsync(store);
        var copy = Assert.Single(Directory.GetFiles(copies.Folder, "*.copy", SearchOption.AllDirectories));
        await new KeyRotation(folder.Stores).RunAsync(store.Slug);
        await SayAsync(store, "Said later");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        await copies.RunAsync(store);
        await new RestoreDrills(folder.Stores, new CopyPlan()).RunAsync(store);
        var aside = Path.Combine(folder.Folder, "keys", store.Slug + ".old.keys");
        var kept = await File.ReadAllTextAsync(aside, TestContext.Current.CancellationToken);

        File.Delete(aside);
        await Assert.ThrowsAsync<SafeSpaceException>(() => new Backups(folder.Stores).RestoreAsync(store.Slug, copy));
        await File.WriteAllTextAsync(aside, kept, TestContext.Current.CancellationToken);
        await new Backups(folder.Stores).RestoreAsync(store.Slug, copy);

        var back = await folder.Stores.GetAsync(store.Slug);
        Assert.Equal(before, await WordsAsync(back));
        Assert.Equal(Words, await SaidAsync(back, said));
        Assert.Empty((await new StoreCheck(folder.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
        var again = await new KeyRotation(folder.Stores).RunAsync(store.Slug);
        Assert.Equal(new GroupKeys(folder.Folder).Read(store.Slug), again.Key);
        Assert.Equal(before, await WordsAsync(back));
        Assert.Equal(Words, await SaidAsync(back, said));
        await OpensNothingAsync(back, Convert.FromHexString(kept.Trim()));
        Assert.Empty((await new StoreCheck(folder.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    /// <summary>What was erased stays erased, and one byte changed in a layer shows.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_destroyed_key_stays_destroyed_and_a_changed_byte_shows(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewGroupAsync();
        var person = await NewPersonAsync(store, "to be forgotten");
        await store.Write("KeyDestroyed", Actor.System, unit => unit.Db.SealingKeys.Where(k => k.OwnerId == person.Value).ExecuteDeleteAsync());
        store.Vault.Forget(person.Value);

        await new KeyRotation(folder.Stores).RunAsync(store.Slug);

        Assert.Null(await WordsOfAsync(store, person));
        await using (var db = await store.ReadAsync())
        {
            Assert.False(await db.SealingKeys.AnyAsync(k => k.OwnerId == person.Value));
            var part = await db.OperationParts.FirstAsync(p => p.PersonId == null);
            var bytes = part.Changes.Bytes.ToArray();
            bytes[^1] ^= 1;
            part.Changes = new Sealed(bytes);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains((await new StoreCheck(folder.Stores).RunAsync(store.Slug)).Problems, p => p.Contains("was changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_head_that_was_forged_gets_no_new_signature()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewGroupAsync();
        await using (var db = await store.ReadAsync())
        {
            (await db.Set<ChainHead>().SingleAsync()).Mac = new byte[32];
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var refused = await Assert.ThrowsAsync<SafeSpaceException>(() => new KeyRotation(folder.Stores).RunAsync(store.Slug));

        Assert.Contains("safespace verify", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_paper_a_key_is_seventeen_fours_and_a_slip_is_seen()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var paper = KeyPaper.Of(key);

        Assert.Equal(17, paper.Split(' ').Length);
        Assert.Equal(key, KeyPaper.Read(paper.ToUpperInvariant().Replace(' ', '-')));
        var slip = (paper[0] == '0' ? '1' : '0') + paper[1..];
        Assert.Contains("slip", Assert.Throws<SafeSpaceException>(() => KeyPaper.Read(slip)).Message, StringComparison.Ordinal);
        Assert.Throws<SafeSpaceException>(() => KeyPaper.Read("no key at all"));
    }

    /// <summary>Somebody has the old key and the store as it is now: no wrapped key, no words about nobody and no signature are of any use to them.</summary>
    private static async Task OpensNothingAsync(GroupStore store, byte[] old)
    {
        byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, old, 32, info: System.Text.Encoding.UTF8.GetBytes(purpose));
        using var wrapping = new AesGcm(Derive("safe space: wrapping keys"), 16);
        await using var db = await store.ReadAsync();
        foreach (var row in await db.SealingKeys.AsNoTracking().ToListAsync())
        {
            Assert.ThrowsAny<CryptographicException>(() => wrapping.Decrypt(
                row.Wrapped.AsSpan(0, 12), row.Wrapped.AsSpan(28), row.Wrapped.AsSpan(12, 16), new byte[row.Wrapped.Length - 28], row.OwnerId.ToByteArray(true)));
        }

        var sealedNow = (await db.OperationParts.AsNoTracking().Where(p => p.PersonId == null).ToListAsync()).Select(p => p.Changes)
            .Concat((await db.SecondFactors.AsNoTracking().ToListAsync()).Select(f => f.Key))
            .Concat((await db.Set<WordToUs>().AsNoTracking().ToListAsync()).Select(w => w.Words).OfType<Sealed>()).ToList();
        Assert.NotEmpty(sealedNow);
        Assert.DoesNotContain(sealedNow, s => s.KeyId == Guid.Empty);
        Assert.Single(sealedNow.Select(s => s.KeyId).Distinct());
        var head = await db.Set<ChainHead>().AsNoTracking().SingleAsync();
        Assert.NotEqual(head.Mac, Chain.MacOf(Derive("safe space: head of the chain"), head.Sequence, head.Hash));
    }

    private static async Task<UserId> AccountAsync(GroupStore store)
    {
        var user = (await new AccountService(store, PasswordHashing.With(1)).AddAsync("ann@example.org", "Ann", [Role.Peer], "kettle-river-lamp-42", Actor.System))!;
        await new SecondFactors(store).EnrolAuthenticatorAsync(user.UserId, Secret, Actor.System);
        return user.UserId;
    }

    /// <summary>Words about nobody.</summary>
    private static async Task<Guid> SayAsync(GroupStore store, string words)
    {
        var id = Ids.New();
        await store.Write("WordSaid", Actor.System, unit =>
        {
            unit.Db.Set<WordToUs>().Add(new WordToUs { Id = id, Kind = default, ReceivedOn = store.Clock.Today, Words = unit.Seal(null, "word_to_us.words", id, words) });
            return Task.CompletedTask;
        });
        return id;
    }

    private static async Task<string?> SaidAsync(GroupStore store, Guid id)
    {
        await using var db = await store.ReadAsync();
        return store.Vault.Open("word_to_us.words", id, (await db.Set<WordToUs>().AsNoTracking().SingleAsync(w => w.Id == id)).Words);
    }

    /// <summary>Somebody new, with a key of their own and words under it.</summary>
    private static Task<PersonId> NewPersonAsync(GroupStore store, string words) => store.Write("PersonAdded", Actor.System, async unit =>
    {
        var person = await PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam", Surname = "Harley" });
        person.WhoMayAnswer = unit.Seal(person.Id, PersonWords.WhoMayAnswer, person.Id.Value, words);
        return person.Id;
    });

    private static async Task<string?> WordsOfAsync(GroupStore store, PersonId person)
    {
        await using var db = await store.ReadAsync();
        var row = await db.People.AsNoTracking().SingleAsync(p => p.Id == person);
        return store.Vault.Open(PersonWords.WhoMayAnswer, row.Id.Value, row.WhoMayAnswer);
    }

    private static async Task<List<string?>> WordsAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return [.. (await db.Contacts.AsNoTracking().OrderBy(c => c.Id).ToListAsync()).Select(c => store.Vault.Open(ContactWriter.Words, c.Id.Value, c.Words))];
    }

    private sealed class StoppedException : Exception;
}

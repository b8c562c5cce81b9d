using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network;

/// <summary>What a new group is told about itself.</summary>
public sealed record NewGroup(string Slug, string Name, string TimeZone = "Europe/London", string Currency = "GBP", string Language = "en", string ReferencePrefix = "SS")
{
    public string Region { get; init; } = "GB";

    /// <summary>Minutes without a touch until a shared desk asks for the PIN again.</summary>
    public int IdleMinutes { get; init; } = 15;

    /// <summary>Hours after which everybody signs in anew; null for the usual ones.</summary>
    public int? SessionHours { get; init; }

    /// <summary>Only for invented people: no second step is asked at sign-in.</summary>
    public bool IsDemonstration { get; init; }
}

/// <summary>All stores of this installation: opens a group's when it is used, closes all at the end.</summary>
public sealed class Stores(Engine engine, GroupKeys keys, TimeProvider time, IEnumerable<IKeptFigure> kept) : IAsyncDisposable
{
    private const string Network = SqliteEngine.NetworkStoreName;
    private readonly ConcurrentDictionary<string, Task<GroupStore>> open = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<IKeptFigure> kept = [.. kept];

    public Engine Engine => engine;

    internal GroupKeys Keys => keys;

    internal TimeProvider Time => time;

    /// <summary>Keys and files; on SQLite also the stores.</summary>
    public string DataFolder => keys.DataFolder;

    /// <summary>The stores that are open at this moment.</summary>
    public IReadOnlyList<GroupStore> OpenNow => [.. open.Values.Where(o => o.IsCompletedSuccessfully).Select(o => o.Result)];

    /// <summary>
    /// Makes the shared store on first use and checks that it is of this version. A newer one will do: its steps only add to it, and the version
    /// before has to put stores back after a step that failed.
    /// </summary>
    /// <param name="olderToo">An older one will do: it is about to be brought up to date.</param>
    public async Task PrepareAsync(bool olderToo = false)
    {
        var isThere = await engine.ExistsAsync(Network);
        if (!isThere)
            await engine.CreateAsync(Network);
        await using var db = await NetworkAsync();
        if (!isThere)
            await db.Database.MigrateAsync();
        else if (!olderToo && (await db.Database.GetPendingMigrationsAsync()).Any())
            throw new StoreShutException("The list of groups is of an older version. Run: safespace migrate");
    }

    /// <summary>Why this program cannot open a group's store, in a sentence for whoever runs the machine; null when nothing is in the way. Opens nothing.</summary>
    public async Task<string?> WhyShutAsync(string slug)
    {
        if (open.ContainsKey(slug))
            return null;
        if (!await engine.ExistsAsync(slug))
            return $"The store of \"{slug}\" is not there.";
        if (!keys.Has(slug))
            return $"The key of \"{slug}\" is missing.";
        string? problem;
        await using (var db = await GroupStore.ContextAsync(engine, slug))
            problem = await OtherVersionAsync(db, slug);
        engine.Rest(slug); // of a thousand that are asked, none stays open
        return problem;
    }

    /// <summary>A newer one is left alone as well: this program would not keep what the newer one keeps.</summary>
    private static async Task<string?> OtherVersionAsync(GroupDb db, string slug)
    {
        var (known, made) = (db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal), (await db.Database.GetAppliedMigrationsAsync()).ToHashSet(StringComparer.Ordinal));
        if (!made.IsSubsetOf(known))
            return $"The store of \"{slug}\" is of a newer version than this program. Use that version again, or put back the copy that was made before it was brought forward.";
        return made.Count < known.Count ? $"The store of \"{slug}\" is of an older version. Run: safespace migrate --group {slug}" : null;
    }

    public async Task<NetworkDb> NetworkAsync()
    {
        var connection = engine.Connect(Network, Lane.Beside);
        await engine.OpenAsync(connection, Network);
        var options = new DbContextOptionsBuilder<NetworkDb>();
        engine.Use(options, Network);
        var db = new NetworkDb(options.Options);
        db.Database.SetDbConnection(connection, contextOwnsConnection: true);
        return db;
    }

    /// <summary>The open store of a group, or null when there is no such group.</summary>
    public async Task<GroupStore?> FindAsync(string slug)
    {
        if (!Slug.IsValid(slug))
            return null;
        if (open.TryGetValue(slug, out var store))
            return await store;
        if (!await engine.ExistsAsync(slug))
            return null;
        var opening = open.GetOrAdd(slug, OpenAsync);
        try
        {
            return await opening;
        }
        catch
        {
            open.TryRemove(new KeyValuePair<string, Task<GroupStore>>(slug, opening));
            throw;
        }
    }

    public async Task<GroupStore> GetAsync(string slug) =>
        await FindAsync(slug) ?? throw new SafeSpaceException($"There is no group \"{slug}\".");

    public async Task<IReadOnlyList<Group>> ListAsync()
    {
        await using var db = await NetworkAsync();
        return await db.Groups.AsNoTracking().OrderBy(g => g.Slug).ToListAsync();
    }

    /// <summary>Bytes a group's store takes on the disk.</summary>
    public Task<long> SizeAsync(string slug) => engine.SizeAsync(slug);

    /// <summary>A group's name as the page of all groups shows it.</summary>
    public async Task RenameAsync(string slug, string name)
    {
        await using var db = await NetworkAsync();
        if (await db.Groups.SingleOrDefaultAsync(g => g.Slug == slug) is { } group)
            group.Name = name;
        await db.SaveChangesAsync();
    }

    /// <summary>Makes a group: its key, its store, its first rows.</summary>
    public async Task<GroupStore> AddAsync(NewGroup group)
    {
        if (!Slug.IsValid(group.Slug))
            throw new SafeSpaceException($"\"{group.Slug}\" cannot be a group's short name: use 2 to 39 small letters, digits and hyphens, a letter first.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(group.TimeZone, out _))
            throw new SafeSpaceException($"There is no time zone \"{group.TimeZone}\". Write it like Europe/London.");
        if (group.Currency is not { Length: 3 } || !group.Currency.All(char.IsAsciiLetterUpper))
            throw new SafeSpaceException($"\"{group.Currency}\" is no currency. Write three capital letters, like GBP.");
        await PrepareAsync();
        if (await engine.ExistsAsync(group.Slug))
            throw new SafeSpaceException($"There is a group \"{group.Slug}\" already.");
        keys.Make(group.Slug);
        await engine.CreateAsync(group.Slug);
        await BeginAsync(group);
        await using (var db = await NetworkAsync())
        {
            db.Groups.Add(new Group { Slug = group.Slug, Name = group.Name, AddedAt = time.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync();
        }

        var store = await GetAsync(group.Slug);
        await StartAsync(store);
        return store;
    }

    /// <summary>Puts in what modules start a group with, where it is not there yet.</summary>
    internal async Task StartAsync(GroupStore store)
    {
        foreach (var starter in Starters)
            await starter(store);
    }

    /// <summary>What modules put into every new group, such as its lists. Set once, when the application is put together.</summary>
    public IReadOnlyList<Func<GroupStore, Task>> Starters { get; init; } = [];

    /// <summary>Erases again, in a store that was put back, who of these still stands in it; answers how many. Set once, when the application is put together.</summary>
    public Func<Stores, GroupStore, IReadOnlyList<ErasedPerson>, Task<int>>? EraseAgain { get; init; }

    /// <summary>
    /// Whether each of these people still has a record of their own, and of none it was said since a moment (UTC) that they died: asked before
    /// something about them is saved. Set once, when the application is put together.
    /// </summary>
    public Func<GroupDb, IReadOnlyCollection<PersonId>, DateTime?, Task<bool>>? AllStand { get; init; }

    /// <summary>Closes a store, so that its file can be moved. The next use opens it again.</summary>
    public async Task CloseAsync(string slug)
    {
        if (open.TryRemove(slug, out var store))
            await (await store).CloseAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var slug in open.Keys)
            await CloseAsync(slug);
        await engine.DisposeAsync();
    }

    /// <summary>The rows without which a store cannot be opened: the beginning of its chain, and what the group says of itself.</summary>
    private async Task BeginAsync(NewGroup group)
    {
        var profile = new GroupProfile
        {
            Name = group.Name,
            TimeZone = group.TimeZone,
            Currency = group.Currency,
            Language = group.Language,
            ReferencePrefix = group.ReferencePrefix,
            Region = group.Region,
            IdleMinutes = group.IdleMinutes,
            SessionHours = group.SessionHours,
            IsDemonstration = group.IsDemonstration,
        };
        var store = new GroupStore(group.Slug, engine, profile, () => keys.ReadAll(group.Slug), time, kept);
        await using (var db = await store.ReadAsync())
        {
            await NewStoreTables.CreateAsync(engine, group.Slug, db);
            db.Set<ChainHead>().Add(new ChainHead { Id = 1, Sequence = 0, Hash = Chain.Origin, Mac = Chain.MacOf(store.Vault.ChainKey, 0, Chain.Origin) });
            await db.SaveChangesAsync();
        }

        await store.Write("GroupAdded", Actor.System, unit =>
        {
            unit.Db.Profile.Add(profile);
            return Task.CompletedTask;
        });
        await store.CloseAsync();
    }

    private async Task<GroupStore> OpenAsync(string slug)
    {
        keys.Read(slug); // before anything else is asked: without it nothing opens
        GroupProfile profile;
        ChainHead head;
        await using (var db = await GroupStore.ContextAsync(engine, slug))
        {
            if (await OtherVersionAsync(db, slug) is { } problem)
                throw new StoreShutException(problem);
            profile = await db.Profile.AsNoTracking().SingleAsync();
            head = await db.Set<ChainHead>().AsNoTracking().SingleAsync();
        }

        var store = new GroupStore(slug, engine, profile, () => keys.ReadAll(slug), time, kept) { AllStand = AllStand };
        try
        {
            store.Vault.Choose(head);
            store.ErasedAgain = await EraseAgainAsync(store);
            return store;
        }
        catch
        {
            await store.CloseAsync();
            throw;
        }
    }

    /// <summary>A copy that was put back may hold people who were erased since it was made, also when putting it back was cut off: nobody is answered before.</summary>
    private async Task<int> EraseAgainAsync(GroupStore store) =>
        EraseAgain is { } again && await new ErasedPeople(this).ReadAsync(store.Slug) is { Count: > 0 } people ? await again(this, store, people) : 0;
}

using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data.Signals;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>One group's store while it is open: contexts for reading, the one writer, its vault and its clock.</summary>
[SuppressMessage("Design", "CA1001", Justification = "Closed by Stores, see CloseAsync.")]
public sealed class GroupStore
{
    private readonly StoreWriter writer;

    internal GroupStore(string slug, Engine engine, GroupProfile profile, Func<IReadOnlyList<byte[]>> keys, TimeProvider time, IReadOnlyList<IKeptFigure> kept)
    {
        Slug = slug;
        Engine = engine;
        Profile = profile;
        Kept = kept;
        Clock = new GroupClock(time, TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZone));
        if (engine is PostgresEngine postgres)
            Signals.Tell = version => postgres.Signals.TellAsync(slug, version);
        writer = new StoreWriter(this);
        Vault = new Vault(keys, Read);
    }

    public string Slug { get; }

    public Engine Engine { get; }

    /// <summary>What the group says of itself, as when the store was opened or last changed.</summary>
    public GroupProfile Profile { get; private set; }

    public GroupClock Clock { get; private set; }

    public Vault Vault { get; }

    /// <summary>Tells open boards that something changed.</summary>
    public StoreSignals Signals { get; } = new();

    internal IReadOnlyList<IKeptFigure> Kept { get; }

    /// <inheritdoc cref="Network.Stores.AllStand"/>
    internal Func<GroupDb, IReadOnlyCollection<PersonId>, DateTime?, Task<bool>>? AllStand { get; init; }

    /// <summary>Where the chain ended when this node last saved: another number means that another node has saved since. The writer's.</summary>
    internal long HeadSeen { get; set; }

    /// <summary>Records that were erased again when this store was opened: it was put back from a copy of before.</summary>
    internal int ErasedAgain { get; set; }

    /// <summary>So long after somebody last asked for something it is looked after minute by minute.</summary>
    public static readonly TimeSpan StaysAwake = TimeSpan.FromMinutes(30);

    private long usedAt;

    /// <summary>Somebody asks for something: a page, the interface.</summary>
    public void Used() => Volatile.Write(ref usedAt, Clock.Now.Ticks);

    /// <summary>Somebody used it a while ago at most, or has a board open.</summary>
    public bool IsAwake => Signals.IsHeard || Clock.Now.Ticks - Volatile.Read(ref usedAt) < StaysAwake.Ticks;

    /// <summary>Lets go of what it can have again: contexts, keys, connections, files. It can be used as before.</summary>
    public void Rest()
    {
        spare.Clear();
        Vault.Rest();
        writer.Rest();
        Engine.Rest(Slug);
    }

    /// <summary>Makes one change: what <paramref name="kind"/> of thing happened (past tense), by whom, and why. Answers once it is durable.</summary>
    /// <exception cref="StoreBusyException">The queue or the disk is full; nothing was saved.</exception>
    /// <exception cref="StaleVersionException">Somebody else changed the row first.</exception>
    public Task<T> Write<T>(string kind, Actor by, Func<Unit, Task<T>> work, string? why = null)
    {
        LentContext.LetGo(this);
        return writer.WriteAsync(kind, by, why, KeyedPost.Current is { } post ? post.Answering(work) : work);
    }

    public Task Write(string kind, Actor by, Func<Unit, Task> work, string? why = null)
    {
        LentContext.LetGo(this);
        return writer.WriteAsync(kind, by, why, async unit =>
        {
            await work(unit);
            return true;
        });
    }

    /// <summary>A context for reading, on a connection of its own that is open and sees this store alone.</summary>
    public async Task<GroupDb> ReadAsync(CancellationToken cancel = default)
    {
        var db = await ContextAsync(Engine, Slug, cancel);
        db.AccountGate = writer.Gate;
        return db;
    }

    /// <summary>Until what it answers is disposed, the context reads one moment of the store. Others may go on, however long it takes.</summary>
    public async Task<IAsyncDisposable> OneMomentAsync(GroupDb db)
    {
        var moment = Engine.BeginReading(db.Database.GetDbConnection());
        await db.Database.UseTransactionAsync(moment);
        return moment;
    }

    public async Task ReloadProfileAsync()
    {
        await using var db = await ReadAsync();
        Profile = await db.Profile.AsNoTracking().SingleAsync();
        Clock = new GroupClock(Clock.Time, TimeZoneInfo.FindSystemTimeZoneById(Profile.TimeZone));
    }

    internal async Task<GroupDb> JoinAsync(DbConnection connection, DbTransaction transaction)
    {
        var db = new GroupDb(Engine.OptionsOf(Slug, writing: true));
        db.Database.SetDbConnection(connection);
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.UseTransactionAsync(transaction);
        return db;
    }

    internal static async Task<GroupDb> ContextAsync(Engine engine, string slug, CancellationToken cancel = default)
    {
        var connection = engine.Connect(slug, LentContext.LaneHere);
        try
        {
            await engine.OpenAsync(connection, slug, cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return Context(engine, connection, slug);
    }

    /// <summary>As <see cref="ReadAsync"/>, for one small question where nothing can be awaited: nothing else is waited for while it is held.</summary>
    public GroupDb Read()
    {
        var connection = Engine.Connect(Slug, Lane.Keys);
        Engine.Open(connection, Slug);
        var db = Context(Engine, connection, Slug);
        db.AccountGate = writer.Gate;
        return db;
    }

    /// <summary>As <see cref="Read"/>, for one request: a context that was used before and knows nothing of it. To be given back.</summary>
    internal GroupDb Lend()
    {
        var connection = Engine.Connect(Slug, Lane.Reading);
        Engine.Open(connection, Slug);
        return spare.Lend(Engine.OptionsOf(Slug), connection, writer.Gate);
    }

    /// <inheritdoc cref="Lend"/>
    internal async Task<GroupDb> LendAsync(CancellationToken cancel)
    {
        var connection = Engine.Connect(Slug, Lane.Reading);
        try
        {
            await Engine.OpenAsync(connection, Slug, cancel);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        return spare.Lend(Engine.OptionsOf(Slug), connection, writer.Gate);
    }

    internal void TakeBack(GroupDb lent) => spare.TakeBack(lent);

    /// <summary>
    /// Waits without the connection that was read with, and takes it again. Of many who wait for one another each would hold one: there are few
    /// of PostgreSQL's, and each of a file of SQLite takes half a megabyte.
    /// </summary>
    /// <param name="reading">Reads nothing meanwhile.</param>
    internal async Task WaitWithoutConnectionAsync(GroupDb reading, Task waited)
    {
        var lets = !waited.IsCompleted && await LetGoAsync(reading);
        await waited;
        if (lets)
            await TakeAgainAsync(reading);
    }

    /// <returns>Whether there was something to let go of: then it is taken again afterwards.</returns>
    internal static async Task<bool> LetGoAsync(GroupDb reading)
    {
        var connection = reading.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open || reading.Database.CurrentTransaction is not null)
            return false;
        await connection.CloseAsync();
        return true;
    }

    internal Task TakeAgainAsync(GroupDb reading) => Engine.OpenAsync(reading.Database.GetDbConnection(), Slug);

    private readonly SpareContexts spare = new();

    /// <summary>As <paramref name="whole"/>, on its connection, but nothing about these people is there: no row of any table that names one of them.</summary>
    public GroupDb Behind(GroupDb whole, List<PersonId> walled)
    {
        var db = new GroupDb(Engine.OptionsOf(Slug)) { Walled = walled, AccountGate = writer.Gate };
        db.Database.SetDbConnection(whole.Database.GetDbConnection());
        return db;
    }

    private static GroupDb Context(Engine engine, DbConnection connection, string slug)
    {
        var db = new GroupDb(engine.OptionsOf(slug)) { OwnConnection = connection };
        db.Database.SetDbConnection(connection, contextOwnsConnection: true);
        return db;
    }

    /// <summary>
    /// Says in one transaction that another key is in use: the head is signed with it, and what words about nobody were under so far is kept,
    /// wrapped by it. Every writer looks at the head before it commits, so nothing comes to lie under the old one any more.
    /// </summary>
    internal async Task SwitchKeyAsync(GroupKey next)
    {
        await using var connection = Engine.Connect(Slug, Lane.Writing);
        await Engine.OpenAsync(connection, Slug);
        await using var transaction = Engine.BeginWriting(connection);
        await using var db = await JoinAsync(connection, transaction);
        var head = await OperationWriter.LockHeadAsync(db, this);
        Vault.Choose(head);
        if (head.KeyMark is { } mark && mark.AsSpan().SequenceEqual(next.Mark))
            return;
        if (!Chain.MacOf(Vault.ChainKey, head.Sequence, head.Hash).AsSpan().SequenceEqual(head.Mac))
            throw new SafeSpaceException($"The chain does not end as it was signed. Look at it first: safespace verify --group {Slug}");
        var owner = head.KeyMark is null ? Guid.Empty : Vault.Key.Id;
        await db.SealingKeys.Where(k => k.OwnerId == owner).ExecuteDeleteAsync();
        db.SealingKeys.Add(new SealingKey { OwnerId = owner, Wrapped = Vault.Wrap(next, owner, Vault.Key.Common), MadeAt = Clock.Now });
        db.Set<ChainHead>().Update(new ChainHead { Id = 1, Sequence = head.Sequence, Hash = head.Hash, Mac = Chain.MacOf(next.ChainKey, head.Sequence, head.Hash), KeyMark = next.Mark });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        Vault.Choose(new ChainHead { Sequence = head.Sequence, Hash = head.Hash, Mac = [], KeyMark = next.Mark });
    }

    /// <summary>
    /// Ends the writer. Not <c>DisposeAsync</c> on purpose: a container disposes what a request asked it for, and the store outlives requests.
    /// </summary>
    internal ValueTask CloseAsync() => writer.DisposeAsync();
}

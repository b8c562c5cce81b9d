using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Data;

/// <summary>
/// One group's store. Nothing in here filters by group, so nothing can forget to. Modules add their own sets
/// (<c>db.People</c>, <c>db.Contacts</c>, …) beside their types. Pages read with it; changes go through <c>GroupStore.Write</c>.
/// </summary>
public sealed class GroupDb(DbContextOptions<GroupDb> options) : IdentityUserContext<User, Guid>(options)
{
    internal UnitLog? Log { get; set; }

    internal SemaphoreSlim? AccountGate { get; set; }

    /// <summary>Closed with the context. The framework does so too, but only for a context that was used: one that was asked for and not needed would keep it for ever.</summary>
    internal DbConnection? OwnConnection { get; set; }

    /// <summary>One of the store's own, lent for a request: who is done with it gives it back, and disposing does nothing. See <see cref="SpareContexts"/>.</summary>
    internal bool IsLent { get; init; }

    /// <summary>
    /// Whose rows are not there for who reads with this context: a peer's own record is behind the wall. Empty for the whole store.
    /// It is set when the context is made; see <c>Desk.Wall</c>.
    /// </summary>
    public List<PersonId> Walled { get; internal init; } = [];

    [SuppressMessage("Usage", "CA2215", Justification = "One that is lent is ended by who lends it.")]
    public override void Dispose()
    {
        if (!IsLent)
            End();
    }

    [SuppressMessage("Usage", "CA2215", Justification = "As above.")]
    public override async ValueTask DisposeAsync()
    {
        if (IsLent)
            return;
        await base.DisposeAsync();
        if (OwnConnection is not null)
            await OwnConnection.DisposeAsync();
    }

    internal void End()
    {
        base.Dispose();
        OwnConnection?.Dispose();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GroupDb).Assembly, type => !typeof(INetworkMapping).IsAssignableFrom(type));
        Conventions.NameTables(builder);
        if (Walled.Count > 0)
            WallModel.HideRows(builder, this);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.ConvertValues(configurationBuilder, Database.IsSqlite());

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (Log is not null)
            return await Log.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken));
        return await SaveAccountAsync(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken));
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save asynchronously, through GroupStore.Write.");

    /// <summary>The identity library saves accounts by itself (tries, stamps, passkeys): between the writer's batches, and nothing else.</summary>
    private async Task<int> SaveAccountAsync(Func<Task<int>> save)
    {
        if (ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && e.Entity is IRecorded))
            throw new InvalidOperationException("Recorded rows are changed through GroupStore.Write, so that there is an operation for them.");
        if (AccountGate is null)
            return await save();
        await AccountGate.WaitAsync();
        try
        {
            return await save();
        }
        finally
        {
            AccountGate.Release();
        }
    }
}

/// <summary>Marks a mapping that belongs to the store all groups share.</summary>
public interface INetworkMapping;

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Core.Network;

/// <summary>What groups share: their names, the anchors of their chains, the keys of cookies, how copies went. Never anything about a person.</summary>
public sealed class NetworkDb(DbContextOptions<NetworkDb> options) : DbContext(options)
{
    public DbSet<Group> Groups => Set<Group>();

    public DbSet<ChainAnchor> ChainAnchors => Set<ChainAnchor>();

    public DbSet<CookieKey> CookieKeys => Set<CookieKey>();

    public DbSet<CareRun> CareRuns => Set<CareRun>();

    public DbSet<ErasedPerson> ErasedPeople => Set<ErasedPerson>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NetworkDb).Assembly, type => typeof(INetworkMapping).IsAssignableFrom(type));
        modelBuilder.Entity<CookieKey>();
        Conventions.NameTables(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        Conventions.ConvertValues(configurationBuilder, Database.IsSqlite());
}

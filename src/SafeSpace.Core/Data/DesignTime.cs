using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Data;

/// <summary>Contexts for the migration tools: they need the model of an engine, not a store.</summary>
public static class DesignTime
{
    public static TContext Sqlite<TContext>(Func<DbContextOptions<TContext>, TContext> make) where TContext : DbContext =>
        make(new DbContextOptionsBuilder<TContext>()
            .UseSqlite("Data Source=:memory:", o => o.MigrationsAssembly("SafeSpace.Migrations.Sqlite")).Options);

    public static TContext Postgres<TContext>(Func<DbContextOptions<TContext>, TContext> make) where TContext : DbContext =>
        make(new DbContextOptionsBuilder<TContext>()
            .UseNpgsql("Host=localhost;Database=design", o => o.MigrationsAssembly("SafeSpace.Migrations.Postgres")).Options);
}

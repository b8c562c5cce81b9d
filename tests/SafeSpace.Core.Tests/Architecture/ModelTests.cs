using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Architecture;

public sealed class ModelTests
{
    public static TheoryData<string> Contexts => ["Sqlite group", "Postgres group", "Sqlite network", "Postgres network"];

    /// <summary>A change of the model without its migration: ./migrations.sh NameOfTheChange adds it for both engines.</summary>
    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_change_of_the_model_has_its_migration(string which)
    {
        using var db = Make(which);
        Assert.False(db.Database.HasPendingModelChanges(), $"{which}: run ./migrations.sh NameOfTheChange");
        Assert.NotEmpty(db.Database.GetMigrations());
    }

    [Fact]
    public void A_change_without_a_migration_is_found()
    {
        var options = new DbContextOptionsBuilder<Grown>().UseSqlite("Data Source=:memory:", o => o.MigrationsAssembly("SafeSpace.Migrations.Sqlite"));
        using var grown = new Grown(options.Options);
        Assert.True(grown.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Both_engines_have_the_same_steps()
    {
        foreach (var store in new[] { "group", "network" })
        {
            using var sqlite = Make("Sqlite " + store);
            using var postgres = Make("Postgres " + store);
            Assert.Equal(sqlite.Database.GetMigrations().Select(NameOf), postgres.Database.GetMigrations().Select(NameOf));
        }
    }

    /// <summary>The chain names tables by four bytes: two tables that shared them could stand for each other.</summary>
    [Fact]
    public void No_two_tables_share_their_code_in_the_chain()
    {
        using var db = Make("Sqlite group");
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().ToList();
        Assert.Empty(Shared(tables));
        Assert.True(tables.Count > 20);
    }

    [Fact]
    public void Two_tables_that_share_a_code_are_found() => Assert.Single(Shared(["contact", "contact"]));

    [Fact]
    public void Every_recorded_row_says_whom_it_is_about_and_which_version_it_is_where_it_must()
    {
        using var db = Make("Sqlite group");
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType)))
            Assert.True(type.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken, $"{type.ClrType.Name}.Version is not checked when two edit at once.");
        foreach (var type in db.Model.GetEntityTypes().Where(t => typeof(IRecorded).IsAssignableFrom(t.ClrType) && t.FindProperty("PersonId") is not null))
            Assert.True(typeof(IAboutPerson).IsAssignableFrom(type.ClrType), $"{type.ClrType.Name} is about a person, so what its operations keep must be sealed with that person's key.");
    }

    private static IEnumerable<string> Shared(IReadOnlyList<string> tables) =>
        tables.GroupBy(t => MemoryMarshal.Read<uint>(RowList.TableCode(t))).Where(g => g.Count() > 1).Select(g => string.Join(", ", g));

    private static string NameOf(string step) => step[(step.IndexOf('_', StringComparison.Ordinal) + 1)..];

    private static DbContext Make(string which) => which switch
    {
        "Sqlite group" => DesignTime.Sqlite<GroupDb>(o => new GroupDb(o)),
        "Postgres group" => DesignTime.Postgres<GroupDb>(o => new GroupDb(o)),
        "Sqlite network" => DesignTime.Sqlite<NetworkDb>(o => new NetworkDb(o)),
        _ => DesignTime.Postgres<NetworkDb>(o => new NetworkDb(o)),
    };

    /// <summary>A store that holds something no migration makes.</summary>
    private sealed class Grown(DbContextOptions<Grown> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Group>().HasKey(g => g.Slug);
    }
}

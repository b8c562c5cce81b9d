using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>
/// A row's recorded state has every column that is not empty. So a later version may add columns to recorded rows only where they begin empty:
/// with a value in it, every row there is would seem changed behind the application's back.
/// </summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Columns_AddedToRecordedRows_BeginEmpty(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        await using var db = await (await stores.NewGroupAsync()).ReadAsync();
        var migrations = db.GetService<IMigrationsAssembly>();
        var later = migrations.Migrations.Skip(1).SelectMany(m => migrations.CreateMigration(m.Value, db.Database.ProviderName!).UpOperations).ToList();

        Assert.NotEmpty(later.OfType<AddColumnOperation>());
        Assert.Empty(Filled(db, later));
    }

    [Fact]
    public async Task ColumnThatBeginsFilled_IsFound()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        await using var db = await (await stores.NewGroupAsync()).ReadAsync();

        Assert.Equal(["promise.planted"], Filled(db, [new AddColumnOperation { Table = "promise", Name = "planted", ClrType = typeof(string), IsNullable = false, DefaultValue = "" }]));
    }

    private static List<string> Filled(GroupDb db, IEnumerable<MigrationOperation> operations)
    {
        var recorded = db.Model.GetEntityTypes().Where(t => typeof(IRecorded).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()).ToHashSet();
        return [.. operations.OfType<AddColumnOperation>().Where(a => recorded.Contains(a.Table) && (!a.IsNullable || a.DefaultValue is not null || a.DefaultValueSql is not null)).Select(a => $"{a.Table}.{a.Name}")];
    }
}

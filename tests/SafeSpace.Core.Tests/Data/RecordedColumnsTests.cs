using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

/// <summary>
/// Rows are recorded by a hash over every column that is not empty. A step that takes a column away, or fills a new one, changes what was
/// recorded: <c>verify</c> would say of every row of an older store that somebody changed it behind the application's back.
/// </summary>
public sealed class RecordedColumnsTests
{
    /// <summary>The steps before, which no store with such rows has made.</summary>
    private const string Before = "20261127090000";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task No_step_takes_a_column_of_a_recorded_table_away_or_fills_a_new_one(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        await using var db = await (await stores.NewGroupAsync()).ReadAsync();
        var recorded = db.Model.GetEntityTypes().Where(e => typeof(IRecorded).IsAssignableFrom(e.ClrType)).Select(e => e.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var assembly = db.GetService<IMigrationsAssembly>();
        var steps = assembly.Migrations.Where(m => string.CompareOrdinal(m.Key, Before) > 0).SelectMany(m => assembly.CreateMigration(m.Value, db.Database.ProviderName!).UpOperations).ToList();
        Assert.NotEmpty(steps);
        var wrong = steps.OfType<DropColumnOperation>().Select(o => (o.Table, o.Name)).Concat(steps.OfType<AddColumnOperation>().Where(o => !o.IsNullable).Select(o => (o.Table, o.Name))).Where(o => recorded.Contains(o.Table));
        Assert.Empty(wrong);
    }
}

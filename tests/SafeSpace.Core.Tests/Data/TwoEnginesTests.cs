using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Data;

/// <summary>A copy is tried on SQLite by a program that serves PostgreSQL: each engine has its own model, however much else they share.</summary>
public sealed class TwoEnginesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite, EngineKind.Postgres)]
    [InlineData(EngineKind.Postgres, EngineKind.Sqlite)]
    public async Task InOneProcess_EachSavesAndReadsInItsOwnWay(EngineKind first, EngineKind second)
    {
        foreach (var engine in new[] { first, second, first })
        {
            await using var stores = await TestStores.OpenAsync(engine);
            var store = await stores.NewGroupAsync();
            await MadeYear.FillAsync(store);
            await using var db = await store.ReadAsync();
            Assert.NotNull(await db.People.OrderBy(p => p.ReferenceNumber).FirstOrDefaultAsync());
            Assert.Equal(engine == EngineKind.Postgres ? "uuid" : "BLOB", db.Model.FindEntityType(typeof(Person))!.FindProperty(nameof(Person.Id))!.GetColumnType());
        }
    }
}

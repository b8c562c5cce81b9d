using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Data;

public sealed class ReaderTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Reader_NeverUsed_StillGivesItsConnectionBack(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();

        // More than a pool holds: one that stayed open would make the rest wait in vain.
        for (var i = 0; i < 40; i++)
        {
            await using (await store.ReadAsync())
            {
            }

            store.Read().Dispose();
        }

        await using var last = await store.ReadAsync();
        Assert.NotNull(last);
    }
}

using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports;

/// <summary>The made year, once for each engine, for tests that only read.</summary>
internal static class MadeStore
{
    private static readonly Lazy<Task<(GroupStore, MadeYear)>>[] Made =
        [new(() => MakeAsync(EngineKind.Sqlite)), new(() => MakeAsync(EngineKind.Postgres))];

    public static Task<(GroupStore Store, MadeYear Year)> OnAsync(EngineKind engine) => Made[(int)engine].Value;

    private static async Task<(GroupStore, MadeYear)> MakeAsync(EngineKind engine)
    {
        var store = await (await TestStores.OpenAsync(engine)).NewGroupAsync();
        return (store, await MadeYear.FillAsync(store));
    }
}

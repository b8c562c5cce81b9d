using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Reports;

/// <summary>A group with the made year in it, once for each engine, for tests that only read.</summary>
internal static class MadeGroup
{
    private static readonly Lazy<Task<(TestGroup, MadeYear)>>[] Made =
        [new(() => MakeAsync(EngineKind.Sqlite)), new(() => MakeAsync(EngineKind.Postgres))];

    public static Task<(TestGroup Group, MadeYear Year)> OnAsync(EngineKind engine) => Made[(int)engine].Value;

    private static async Task<(TestGroup, MadeYear)> MakeAsync(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        return (group, await MadeYear.FillAsync(group.Store));
    }
}

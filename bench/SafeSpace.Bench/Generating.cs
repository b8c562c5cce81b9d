using System.Diagnostics;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;

namespace SafeSpace.Bench;

/// <summary>Inventing people and contacts, sealed, recorded and counted; beside it the same rows put in raw.</summary>
internal static class Generating
{
    private const int People = 5000;
    private const int Contacts = 50_000;

    /// <summary>What inventing writes; what is kept of them (figures, the chain) it must make, and the floor need not.</summary>
    private static readonly string[] Tables = ["person", "person_phone", "family_member", "person_case", "spell", "referral", "person_factor", "contact"];

    public static async Task RunAsync(string folder, Table table)
    {
        await using var stores = House.Open(folder, BenchSite.Database, TimeProvider.System);
        await stores.PrepareAsync();
        await (await NewAsync("warm")).InventAsync(200, 2000);
        var store = await NewAsync("generated");
        var clock = Stopwatch.StartNew();
        await store.InventAsync(People, Contacts);
        var seconds = clock.Elapsed.TotalSeconds;
        var (rows, least) = await BulkInsert.RunAsync(stores.Engine, store.Slug, (await NewAsync("raw")).Slug, Tables);
        table.Add($"generate {Contacts:#,0} contacts with their {People:#,0} people", Table.Text($"{rows / seconds:#,0} rows a second"), Table.Text($"the same {rows:#,0} rows in bulk, same indexes: {rows / least:#,0} a second"), Table.Text($"{least / seconds:0.00}"), "at least 1/3", least / seconds >= 1.0 / 3);

        async Task<GroupStore> NewAsync(string name) => await stores.AddAsync(new NewGroup(BenchSite.Fresh(name), name));
    }

    private static Task<InventionMade> InventAsync(this GroupStore store, int people, int contacts) => new Inventor(store, new InventionPlan(people, contacts)).RunAsync();
}

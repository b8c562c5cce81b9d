using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Invented;

namespace SafeSpace.Testing;

/// <summary>A group that holds something: a few invented people with referrals and contacts.</summary>
public static class Filled
{
    public static async Task<GroupStore> NewFilledGroupAsync(this TestStores stores, int people = 20, int contacts = 120)
    {
        var store = await stores.NewGroupAsync();
        await store.InventAsync(people, contacts);
        return store;
    }

    public static Task<InventionMade> InventAsync(this GroupStore store, int people, int contacts, int seed = 1) =>
        new Inventor(store, new InventionPlan(people, contacts) { Seed = seed, Years = 0.5 }).RunAsync();
}

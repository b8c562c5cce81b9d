using SafeSpace.Core.Data;
using SafeSpace.Core.Jobs.Invented;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register.Duplicates;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>A group to try things out in: a year and a half of an invented service up to yesterday, and an ordinary day begun.</summary>
public sealed class DemonstrationGroup(Stores stores)
{
    public const string Slug = "demo";
    public const string Name = "Riverside Safe Space";
    public const int Seed = 20200301;

    public static IReadOnlyList<DemonstrationSignIn> SignIns => DemonstrationAccounts.Roles;

    /// <summary>How much of it there is; the same on every machine, so that its figures can be published.</summary>
    public static InventionPlan Plan(bool small) =>
        small ? new InventionPlan(60, 600) { Seed = Seed, Years = 0.5 } : new InventionPlan(1000, 11000) { Seed = Seed, Years = 1.5 };

    public async Task<GroupStore> MakeAsync(string password, bool small, Action<long, long>? progress = null, CancellationToken cancel = default)
    {
        var store = await stores.AddAsync(new NewGroup(Slug, Name) { IsDemonstration = true });
        var (accounts, peers) = await DemonstrationAccounts.AddAsync(store, password);
        await new Inventor(store, Plan(small) with { Peers = peers }).RunAsync(progress, cancel);
        await new DemonstrationDay(store, accounts).BeginAsync();
        await new DemonstrationWorth(store, accounts).FillAsync();
        await new DemonstrationCare(store, accounts).BeginAsync();
        await new DemonstrationHelp(store, accounts).BeginAsync();
        await new DemonstrationNight(store, accounts).BeginAsync();
        await new DemonstrationRota(store, accounts, peers).PlanAsync();
        await new DemonstrationDesk(store, accounts).BeginAsync();
        await new DemonstrationDoors(store, accounts).BeginAsync();
        await new PairFinder(store).LookAsync(cancel);
        await new DemonstrationVoices(store, accounts).BeginAsync();
        await new ChainAnchors(stores).KeepAsync(store);
        return store;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Help;
using SafeSpace.Core.Network;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class MakeHelp
{
    public static async Task<Pot> PotAsync(this TestGroup group, long pence, string name = "Winter fund", string? item = null, DateOnly? until = null) =>
        await new PotService(group.Store).AddAsync(Ids.New(), new PotDetails(name, "the council", "heating", item, until), pence, Actor.CommandLine);

    public static async Task<Guid> StockAsync(this TestGroup group, int count, string name = "Food packs", string item = "food_pack", int? low = 2)
    {
        var id = Ids.New();
        await new StockService(group.Store).AddAsync(id, new StockDetails(name, item, low), count, Actor.CommandLine);
        return id;
    }

    /// <summary>Three a household in six months; until 15:30 on weekdays, noon on Saturdays, none on Sundays; £20 in summer, £30 from October to March.</summary>
    public static async Task<Guid> SchemeAsync(this TestGroup group, string item = "electricity_card", int most = 3, int? goodForDays = 14)
    {
        var id = Ids.New();
        var vouchers = new VoucherService(group.Store);
        await vouchers.AddAsync(id, "Fuel voucher", "Warm Homes", item, Actor.CommandLine);
        await vouchers.AddRuleAsync(Ids.New(), id, new RuleDetails(new DateOnly(2025, 1, 1), most, 6, "930,930,930,930,930,720,", 2000, 3000, 10, 3, goodForDays), Actor.CommandLine);
        return id;
    }

    public static Task<HelpOutcome> GiveAsync(this TestGroup group, Person person, string item = "electricity_card", string source = "usual", long? pence = null, bool promised = false, DateTime? at = null, string? beyond = null, Actor? by = null) =>
        new HelpService(group.Store).GiveAsync(
            new HelpDetails { Id = Ids.New(), Person = person.Id, Item = item, Source = HelpSource.Parse(source)!.Value, Pence = pence, Promised = promised, At = at, Beyond = beyond }, by ?? Actor.CommandLine, beyond is not null);

    /// <summary>Everything <c>safespace verify</c> finds.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(this TestGroup group) => (await new StoreCheck(group.Site.Stores, House.Recounts).RunAsync(group.Slug)).Problems;

    public static async Task<Pot> PotAsItIsAsync(this TestGroup group, Guid id)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Pots.AsNoTracking().SingleAsync(p => p.Id == id);
    }
}

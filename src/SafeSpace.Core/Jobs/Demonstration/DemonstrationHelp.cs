using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>Pots, shelves, a partner's vouchers, what was given in the last weeks, a claim that waits, and a food round for today.</summary>
internal sealed class DemonstrationHelp(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    private static readonly (string Item, int DaysAgo, long? Pence)[] Gave =
        [("electricity_card", 1, null), ("food_pack", 2, null), ("travel", 3, 460), ("food_pack", 9, null), ("gas_card", 12, null), ("bedding", 20, null), ("electricity_card", 33, null), ("clothing", 41, 2500)];

    private readonly HelpService help = new(store);

    private Actor Peer => new(accounts[Role.Peer].UserId, accounts[Role.Peer].DisplayName);

    private Actor Keeper => new(accounts[Role.Coordinator].UserId, accounts[Role.Coordinator].DisplayName);

    public async Task BeginAsync()
    {
        var today = store.Clock.Today;
        var pots = new PotService(store);
        await pots.AddAsync(Ids.New(), new PotDetails("Winter warmth", "The council", "Gas and electricity through the winter", null, today.AddDays(120)), 40_000, Keeper);
        await pots.AddAsync(Ids.New(), new PotDetails("Kettle tin", "What people put in", "Small things that cannot wait", null, null), 8_650, Keeper);
        var stock = new StockService(store);
        await stock.AddAsync(Ids.New(), new StockDetails("Food packs", "food_pack", 5), 18, Keeper);
        await stock.AddAsync(Ids.New(), new StockDetails("Blankets and sheets", "bedding", 3), 3, Keeper);
        await VouchersAsync(today);
        List<Person> people;
        await using (var db = await store.ReadAsync())
        {
            var peer = accounts[Role.Peer].UserId;
            var mine = db.PeerTies.Where(t => t.PeerId == peer && t.Until == null).Select(t => t.PersonId);
            people = await db.People.AsNoTracking().Where(p => mine.Contains(p.Id) && p.DiedAt == null).OrderBy(p => p.ReferenceNumber).ToListAsync();
        }

        if (people.Count == 0)
            return;
        foreach (var ((item, daysAgo, pence), i) in Gave.Select((g, i) => (g, i)))
            await help.GiveAsync(Of(people[i % people.Count], item) with { At = store.Clock.ToUtc(new LocalMoment(today.AddDays(-daysAgo), new TimeOnly(13, 20))), Pence = pence }, Peer);
        await help.GiveAsync(Of(people[0], "bed") with { Pence = 6_000, Promised = true, Words = "A single bed; the charity shop keeps it until Saturday." }, Peer);
        await help.GiveAsync(Of(people[^1], "travel") with { Pence = 380, Source = new HelpSource(SourceKind.Purse) }, Peer);
        await new ClaimService(store).AskAsync(Ids.New(), 215, today.AddDays(-1), "Milk and biscuits for the kitchen", "0417", Peer);
        await RoundAsync(people, today);
    }

    private static HelpDetails Of(Person person, string item) => new() { Id = Ids.New(), Person = person.Id, Item = item };

    private async Task VouchersAsync(DateOnly today)
    {
        var vouchers = new VoucherService(store);
        var scheme = Ids.New();
        await vouchers.AddAsync(scheme, "Fuel voucher", "Warm Homes Trust", "electricity_card", Keeper);
        await vouchers.AddRuleAsync(Ids.New(), scheme, new RuleDetails(today.AddYears(-1), 3, 6, "930,930,930,930,930,720,", 2_000, 3_000, 10, 3, 28), Keeper);
    }

    private async Task RoundAsync(List<Person> people, DateOnly today)
    {
        var rounds = new RoundService(store);
        var id = Ids.New();
        await rounds.AddAsync(id, "Food round", today, Keeper);
        foreach (var person in people.Take(4))
            await rounds.PutOnAsync(id, Ids.New(), Of(person, "food_pack"), mayExceed: false, Keeper);
        await new DoorstepService(store).NoteAsync(people[0].Id, "No pork, no nuts", "Side door. Plain bag, please.", "Nothing of us to the neighbour, who is kind and talks.", Peer);
        await using var db = await store.ReadAsync();
        var round = await db.DeliveryRounds.AsNoTracking().SingleAsync(r => r.Id == id);
        await rounds.ChangeAsync(id, round.Version, round.Name, round.Day, accounts[Role.Peer].UserId, Keeper);
    }
}

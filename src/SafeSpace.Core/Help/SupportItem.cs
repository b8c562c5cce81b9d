using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Where something usually comes from, so that nobody has to say it each time.</summary>
public enum UsualSource
{
    /// <summary>Bought with money of a pot.</summary>
    Pot,

    /// <summary>Counted in our stock.</summary>
    Stock,

    /// <summary>Given to us, and counted by nobody.</summary>
    Gift,
}

/// <summary>Something a group helps with: a food pack, an energy card. Each group keeps its own; one that is not offered any more is retired, never removed.</summary>
public sealed class SupportItem : IRecorded, IVersioned
{
    public Guid Id { get; set; }

    /// <summary>What rows and reports say; it stays when the wording changes.</summary>
    public required string Code { get; set; }

    public required string Label { get; set; }

    /// <summary>What one is usually worth, in pence; empty when it differs each time.</summary>
    public long? UsualPence { get; set; }

    public UsualSource Usually { get; set; }

    public int Position { get; set; }

    public DateTime? RetiredAt { get; set; }

    public Guid Version { get; set; }

    public Guid RowId => Id;
}

/// <param name="UsualPence">Null: asked for each time.</param>
public sealed record ItemDetails(string Label, long? UsualPence, UsualSource Usually);

/// <summary>The group's list of what it helps with.</summary>
public sealed class ItemService(GroupStore store)
{
    /// <summary>What every new group starts with. What one is worth is the group's to say, but for what most buy at a round price.</summary>
    private static readonly (string Code, string Label, long? Pence, UsualSource Usually)[] Starter =
    [
        ("food_pack", "Food pack", 1500, UsualSource.Stock),
        ("clothing", "Clothing", null, UsualSource.Gift),
        ("gas_card", "Gas card", 1000, UsualSource.Pot),
        ("electricity_card", "Electricity card", 1000, UsualSource.Pot),
        ("bed", "Bed", null, UsualSource.Pot),
        ("bedding", "Bedding", 2000, UsualSource.Stock),
        ("television", "Television", null, UsualSource.Gift),
        ("travel", "Travel", null, UsualSource.Pot),
        ("other", "Something else", null, UsualSource.Pot),
    ];

    public static Task StartAsync(GroupStore store) => new ItemService(store).StartAsync(Actor.System);

    /// <summary>Puts the usual list in, where there is none yet.</summary>
    public Task StartAsync(Actor by) => store.Write("SupportItemsStarted", by, async unit =>
    {
        if (await unit.Db.SupportItems.AnyAsync())
            return;
        var position = 0;
        foreach (var (code, label, pence, usually) in Starter)
            unit.Db.SupportItems.Add(new SupportItem { Id = Ids.New(), Code = code, Label = label, UsualPence = pence, Usually = usually, Position = ++position });
    });

    /// <returns>False when there is one of that name.</returns>
    public Task<bool> AddAsync(Guid id, ItemDetails details, Actor by) => store.Write("SupportItemAdded", by, async unit =>
    {
        if (await unit.Db.SupportItems.FindAsync(id) is not null)
            return true;
        var code = GroupLists.CodeOf(details.Label);
        var all = await unit.Db.SupportItems.ToListAsync();
        if (code.Length == 0 || all.Exists(i => i.Code == code))
            return false;
        unit.Db.SupportItems.Add(new SupportItem
        {
            Id = id,
            Code = code,
            Label = details.Label.Trim(),
            UsualPence = details.UsualPence,
            Usually = details.Usually,
            Position = all.Select(i => i.Position).DefaultIfEmpty().Max() + 1,
        });
        return true;
    });

    /// <summary>New words or a new usual value. What was given before keeps the value it was given at.</summary>
    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<bool> ChangeAsync(Guid id, Guid seen, ItemDetails details, bool offered, Actor by) => store.Write("SupportItemChanged", by, async unit =>
    {
        if (await unit.Db.SupportItems.FindAsync(id) is not { } item)
            return false;
        Unit.Expect(item, seen);
        (item.Label, item.UsualPence, item.Usually) = (details.Label.Trim(), details.UsualPence, details.Usually);
        item.RetiredAt = offered ? null : item.RetiredAt ?? unit.Now;
        return true;
    });
}

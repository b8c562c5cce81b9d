using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Connections.Partners;

/// <summary>The directory: added, changed, checked, closed. Nothing is removed.</summary>
public sealed class PartnerService(GroupStore store)
{
    /// <param name="id">From the form: the same one twice is one entry.</param>
    public Task AddAsync(Guid id, PartnerDetails details, Actor by) =>
        store.Write("PartnerAdded", by, async unit =>
        {
            if (await unit.Db.Partners.FindAsync(id) is not null)
                return;
            var partner = new Partner { Id = id, Name = details.Name, CheckedByName = by.Name };
            details.FillIn(partner);
            Look(unit, partner);
            unit.Db.Partners.Add(partner);
        });

    /// <summary>New words; whoever changes it has looked at it.</summary>
    /// <returns>False when there is no such entry.</returns>
    public Task<bool> ChangeAsync(Guid id, Guid seen, PartnerDetails details, Actor by) => OnAsync("PartnerChanged", id, by, (unit, partner) =>
    {
        Unit.Expect(partner, seen);
        details.FillIn(partner);
        Look(unit, partner);
        return Task.CompletedTask;
    });

    /// <summary>Looked at, and it is still true.</summary>
    public Task<bool> CheckedAsync(Guid id, Actor by) => OnAsync("PartnerChecked", id, by, (unit, partner) =>
    {
        Look(unit, partner);
        return Task.CompletedTask;
    });

    /// <summary>It takes nobody any more. Whoever waits there is thought of today: nobody waits for a door that is shut.</summary>
    public Task<bool> CloseAsync(Guid id, Guid seen, string why, Actor by) => OnAsync("PartnerClosed", id, by, async (unit, partner) =>
    {
        Unit.Expect(partner, seen);
        (partner.ClosedAt, partner.ClosedWhy) = (unit.Now, why.Trim());
        foreach (var connection in await unit.Db.Connections.Where(c => c.PartnerId == id && Connection.OpenStates.Contains(c.State)).ToListAsync())
            await NextSteps.SetAsync(unit, connection, new NextStep(unit.Clock.DayOf(unit.Now)), PromiseState.Moved);
    });

    public Task<bool> OpenAgainAsync(Guid id, Guid seen, Actor by) => OnAsync("PartnerOpenedAgain", id, by, (unit, partner) =>
    {
        Unit.Expect(partner, seen);
        (partner.ClosedAt, partner.ClosedWhy) = (null, null);
        Look(unit, partner);
        return Task.CompletedTask;
    });

    internal static void Look(Unit unit, Partner partner) =>
        (partner.CheckedOn, partner.CheckedById, partner.CheckedByName) = (unit.Clock.DayOf(unit.Now), unit.By.Id, unit.By.Name);

    private Task<bool> OnAsync(string kind, Guid id, Actor by, Func<Unit, Partner, Task> change) =>
        store.Write(kind, by, async unit =>
        {
            if (await unit.Db.Partners.FindAsync(id) is not { } partner)
                return false;
            await change(unit, partner);
            return true;
        });
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>
/// Who shares a household with somebody. Where it was written down, those who were; where not, everybody at the same address
/// of whom no other household was written down. In a hostel, "lives on their own" is written down.
/// </summary>
/// <param name="Id">Null: nothing was written down.</param>
public sealed record HouseholdSeen(Guid? Id, IReadOnlyList<PersonId> People)
{
    /// <param name="db">The whole store where rules are kept; for showing names, what the viewer may see.</param>
    public static async Task<HouseholdSeen> OfAsync(GroupDb db, PersonId person)
    {
        var membership = await db.HouseholdMembers.AsNoTracking().Where(m => m.PersonId == person && m.Until == null).Select(m => (Guid?)m.HouseholdId).FirstOrDefaultAsync();
        if (membership is { } id)
            return new HouseholdSeen(id, await db.HouseholdMembers.AsNoTracking().Where(m => m.HouseholdId == id && m.Until == null).Select(m => m.PersonId).Distinct().ToListAsync());
        var same = await SameAddressAsync(db, person);
        var elsewhere = await db.HouseholdMembers.AsNoTracking().Where(m => m.Until == null && same.Contains(m.PersonId)).Select(m => m.PersonId).ToListAsync();
        return new HouseholdSeen(null, [person, .. same.Except(elsewhere)]);
    }

    /// <summary>Others whose address is the same, however it was typed.</summary>
    public static async Task<IReadOnlyList<PersonId>> SameAddressAsync(GroupDb db, PersonId person)
    {
        var here = await db.People.AsNoTracking().Where(p => p.Id == person).Select(p => new { p.PostcodeKey, p.Address }).SingleOrDefaultAsync();
        if (here?.PostcodeKey is not { Length: > 0 } postcode || Folded(here.Address) is not { Length: > 0 } address)
            return [];
        var near = await db.People.AsNoTracking().Where(p => p.PostcodeKey == postcode && p.Id != person && p.DiedAt == null).Select(p => new { p.Id, p.Address }).ToListAsync();
        return [.. near.Where(p => Folded(p.Address) == address).Select(p => p.Id)];
    }

    /// <summary>The days on which this household was given a voucher: what was given to the household while it was one, and what each who is in it now was given themselves.</summary>
    public async Task<IReadOnlyList<DateOnly>> HadAsync(GroupDb db, Guid scheme, DateOnly today)
    {
        var (id, people) = (Id, People.ToList());
        var vouchers = await db.Vouchers.AsNoTracking()
            .Where(v => v.SchemeId == scheme && v.State != VoucherState.TakenBack && (people.Contains(v.PersonId) || (id != null && v.HouseholdId == id))).ToListAsync();
        return [.. vouchers.Where(v => !v.LapsedBy(today)).Select(v => v.Day)];
    }

    private static string Folded(string? address) => string.Concat((address ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>Writes down who lives together.</summary>
public sealed class HouseholdService(GroupStore store)
{
    /// <summary>These live together from now on; who is in another household leaves it. With one alone: they live on their own.</summary>
    /// <param name="keeps">Whose household it is that goes on, if there is one: what it had stays with it.</param>
    /// <param name="asked">Whom the page asked about. Members who do not stand on it (behind a wall, or not the viewer's to see) stay.</param>
    public Task SetAsync(PersonId keeps, IReadOnlyCollection<PersonId> together, IReadOnlyCollection<PersonId> asked, Actor by) => store.Write("HouseholdSet", by, async unit =>
    {
        await unit.AloneAsync();
        var mine = await unit.Db.HouseholdMembers.Where(m => m.PersonId == keeps && m.Until == null).FirstOrDefaultAsync();
        var now = await HouseholdSeen.OfAsync(unit.Db, keeps);
        var wanted = together.Append(keeps).Concat(now.People.Except(asked)).Distinct().ToList();
        var id = mine?.HouseholdId ?? Ids.New();
        if (mine is null)
            unit.Db.Households.Add(new Household { Id = id, MadeAt = unit.Now, MadeById = by.Id });
        var standing = await unit.Db.HouseholdMembers.Where(m => m.Until == null && (m.HouseholdId == id || wanted.Contains(m.PersonId))).ToListAsync();
        foreach (var member in standing.Where(m => m.HouseholdId != id || !wanted.Contains(m.PersonId)))
            member.Until = unit.Now;
        foreach (var person in wanted.Where(p => !standing.Exists(m => m.HouseholdId == id && m.PersonId == p)))
            unit.Db.HouseholdMembers.Add(new HouseholdMember { Id = Ids.New(), HouseholdId = id, PersonId = person, From = unit.Now });
    });

    /// <summary>Somebody moves out: what they were given themselves goes with them, what the household was given stays.</summary>
    public Task LeaveAsync(PersonId person, Actor by) => store.Write("HouseholdLeft", by, async unit =>
    {
        await unit.AloneAsync();
        foreach (var member in await unit.Db.HouseholdMembers.Where(m => m.PersonId == person && m.Until == null).ToListAsync())
            member.Until = unit.Now;
        var id = Ids.New();
        unit.Db.Households.Add(new Household { Id = id, MadeAt = unit.Now, MadeById = by.Id });
        unit.Db.HouseholdMembers.Add(new HouseholdMember { Id = Ids.New(), HouseholdId = id, PersonId = person, From = unit.Now });
    });
}

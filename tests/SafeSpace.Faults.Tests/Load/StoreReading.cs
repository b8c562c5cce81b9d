using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests.Load;

/// <summary>What the store really holds of what clients sent, read straight from its tables.</summary>
public static class StoreReading
{
    /// <summary>Everything that is not as it should be: against the ledger, half-done work, and what <c>verify</c> finds.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(this FaultHouse house, Ledger ledger)
    {
        await using var stores = house.Open();
        var store = await stores.GetAsync(FaultHouse.Slug);
        await using var db = await store.ReadAsync();
        return [.. ledger.Surprises, .. ledger.Compare(await FindAsync(db)), .. await HalvesAsync(db, house), .. await house.VerifyAsync()];
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Guid>>> FindAsync(GroupDb db)
    {
        var found = new Dictionary<Guid, List<Guid>>();
        void Add(Guid mark, Guid row)
        {
            if (!found.TryGetValue(mark, out var rows))
                found[mark] = rows = [];
            rows.Add(row);
        }

        foreach (var contact in await db.Contacts.AsNoTracking().Select(c => new { c.Id, c.PeerName }).ToListAsync())
            Add(MarkOf(contact.PeerName) ?? contact.Id.Value, contact.Id.Value);
        foreach (var referral in await db.Referrals.AsNoTracking().Where(r => r.ReferrerName != null).Select(r => new { r.Id, r.ReferrerName }).ToListAsync())
            Add(MarkOf(referral.ReferrerName) ?? referral.Id.Value, referral.Id.Value);
        return found.ToDictionary(f => f.Key, f => (IReadOnlyList<Guid>)f.Value);
    }

    /// <summary>A referral of somebody new is a person, a case, a spell and a referral: all of them or none.</summary>
    private static async Task<IReadOnlyList<string>> HalvesAsync(GroupDb db, FaultHouse house)
    {
        var referrals = await db.Referrals.CountAsync();
        var others = new (string What, int Count)[]
        {
            ("people", await db.PeopleWithMerged.CountAsync()),
            ("cases", await db.Cases.CountAsync()),
            ("spells", await db.Spells.CountAsync()),
            ("numbers of people", await db.Phones.CountAsync() + house.People.Count),
        };
        return [.. others.Where(o => o.Count != referrals).Select(o => $"There are {referrals} referrals of people nobody knew, but {o.Count} {o.What}: half-done.")];
    }

    private static Guid? MarkOf(string? name) => Guid.TryParse(name, out var mark) ? mark : null;
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Referrals.Decide;

/// <summary>A record that may be the referred person's, and why.</summary>
public sealed record MaybeKnown(Person Other, PairOffer Offer)
{
    /// <summary>The likeliest first.</summary>
    public static async Task<IReadOnlyList<MaybeKnown>> ReadAsync(GroupDb db, PairFinder pairs, PersonId person)
    {
        var offers = await pairs.LikesOfAsync(person);
        var others = offers.Select(o => o.FirstId == person ? o.SecondId : o.FirstId).ToList();
        var people = await db.People.AsNoTracking().Where(p => others.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        return [.. others.Zip(offers).Where(o => people.ContainsKey(o.First)).Select(o => new MaybeKnown(people[o.First], o.Second))];
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register;

/// <summary>Changes what is known of a person: details, factors, family.</summary>
public sealed class PersonService(GroupStore store)
{
    /// <exception cref="StaleVersionException">Somebody changed the record since <paramref name="seen"/>.</exception>
    public Task ChangeAsync(PersonId id, Guid seen, PersonDetails details, Actor by) =>
        store.Write("PersonChanged", by, async unit =>
        {
            var person = await unit.Db.People.SingleAsync(p => p.Id == id);
            Unit.Expect(person, seen);
            await PersonWriter.ChangeAsync(unit, person, details);
        });

    /// <summary>Sets which factors peers heard of: new ones are noted, ones left out are taken back; what others noted meanwhile stands. Ticked is noted, also where it was taken back meanwhile.</summary>
    /// <param name="shown">What was noted when it was looked at.</param>
    public Task SetHeardFactorsAsync(PersonId id, IReadOnlyCollection<string> heard, IReadOnlyCollection<string> shown, Actor by) =>
        store.Write("FactorsNoted", by, async unit =>
        {
            await unit.AloneAsync();
            var noted = await unit.Db.Factors.Where(f => f.PersonId == id && f.SeenBy == SeenBy.Peers && f.TakenBackAt == null).ToListAsync();
            foreach (var factor in noted.Where(f => shown.Contains(f.Factor) && !heard.Contains(f.Factor)))
                factor.TakenBackAt = unit.Now;
            foreach (var code in heard.Except(noted.Select(f => f.Factor)))
                unit.Db.Factors.Add(new PersonFactor { Id = Ids.New(), PersonId = id, Factor = code, SeenBy = SeenBy.Peers, Day = unit.Clock.DayOf(unit.Now), NotedById = by.Id });
        });

    /// <summary>Adds somebody of the family. The same id twice is the same one.</summary>
    public Task AddFamilyAsync(Guid id, PersonId person, FamilyDetails details, Actor by) =>
        store.Write("FamilyAdded", by, async unit =>
        {
            if (await unit.Db.FamilyMembers.AnyAsync(f => f.Id == id))
                return;
            var member = new FamilyMember { Id = id, PersonId = person, Name = details.Name };
            Fill(unit, member, details);
            unit.Db.FamilyMembers.Add(member);
        });

    /// <exception cref="StaleVersionException">Somebody changed it since <paramref name="seen"/>.</exception>
    public Task ChangeFamilyAsync(Guid id, Guid seen, FamilyDetails details, Actor by) =>
        store.Write("FamilyChanged", by, async unit =>
        {
            var member = await unit.Db.FamilyMembers.SingleAsync(f => f.Id == id);
            Unit.Expect(member, seen);
            Fill(unit, member, details);
        });

    /// <summary>They are not to be rung or told anything any more; what was said with them stays.</summary>
    public Task EndFamilyAsync(Guid id, Actor by) =>
        store.Write("FamilyEnded", by, async unit =>
        {
            var member = await unit.Db.FamilyMembers.SingleAsync(f => f.Id == id);
            member.EndedAt ??= unit.Now;
        });

    private static void Fill(Unit unit, FamilyMember member, FamilyDetails details)
    {
        member.Name = details.Name.Trim();
        member.Tie = Clean(details.Tie);
        member.Phone = Clean(details.Phone);
        if (unit.Open(PersonWords.MayHear, member.Id, member.MayHear) != Clean(details.MayHear))
            member.MayHear = unit.Seal(member.PersonId, PersonWords.MayHear, member.Id, Clean(details.MayHear));
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

/// <summary>What is known of somebody in the family. MayHear: what the person lets them hear; empty, so nothing is told.</summary>
public sealed record FamilyDetails(string Name, string? Tie, string? Phone, string? MayHear);

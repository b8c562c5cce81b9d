using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

public static class Refer
{
    /// <summary>A referral by phone, of somebody new or of somebody known, waiting for a decision unless one is given.</summary>
    public static async Task<Referred> ReferAsync(
        this TestGroup group, string given = "Sam", string surname = "Harley", PersonId? known = null, DateOnly? day = null, CrisisWord? said = null, DecisionDetails? decision = null, string? team = "crisis_team") =>
        (await group.ReferAsync(new ReferralDetails
        {
            Channel = Channel.Phone,
            Known = known,
            Person = known is null ? new PersonDetails { GivenName = given, Surname = surname } : new PersonDetails(),
            Day = day,
            Said = said,
            Decision = decision,
            Team = team,
        }))!;

    public static Task<Referred?> ReferAsync(this TestGroup group, ReferralDetails details, ReferralId? id = null) =>
        new ReferralService(group.Store).ReferAsync(id ?? ReferralId.New(), details, Actor.CommandLine);

    public static readonly DecisionDetails TakenOn = new() { Outcome = ReferralOutcome.TakenOn, TalkedWith = "Nurse Joy" };

    public static async Task<Referral> ReferralAsync(this TestGroup group, ReferralId id)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Referrals.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    public static async Task<IReadOnlyList<Referral>> ReferralsAsync(this TestGroup group)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Referrals.AsNoTracking().OrderBy(r => r.Day).ThenBy(r => r.Order).ThenBy(r => r.Id).ToListAsync();
    }

    public static async Task<IReadOnlyList<Spell>> SpellsAsync(this TestGroup group, PersonId person)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Spells.AsNoTracking().Where(s => s.PersonId == person).OrderBy(s => s.OpenedOn).ThenBy(s => s.Id).ToListAsync();
    }

    public static async Task<Case?> CaseAsync(this TestGroup group, PersonId person)
    {
        await using var db = await group.Store.ReadAsync();
        return await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == person);
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Register.SeePerson;

/// <summary>What the head of a person's page says, its words opened.</summary>
public sealed record PersonSheet(
    PersonDetails Details, Case? Case, IReadOnlyList<Promise> Promises, IReadOnlyList<string> FromReferrer, IReadOnlyList<string> FromPeers,
    IReadOnlyList<FamilyShown> Family, IReadOnlyList<string> MergedReferences, IReadOnlyList<string> Missing)
{
    public static async Task<PersonSheet> LoadAsync(GroupDb db, Vault vault, Person person)
    {
        var id = person.Id;
        var phones = await db.Phones.AsNoTracking().Where(p => p.PersonId == id).OrderBy(p => p.Id).ToListAsync();
        var details = PersonDetails.Of(person, phones, vault);
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == id);
        var promises = await db.Promises.AsNoTracking().Where(p => p.PersonId == id && p.State == PromiseState.Open && p.For == null).OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).Take(5).ToListAsync();
        var factors = await db.Factors.AsNoTracking().Where(f => f.PersonId == id && f.TakenBackAt == null).ToListAsync();
        var family = await db.FamilyMembers.AsNoTracking().Where(f => f.PersonId == id).OrderBy(f => f.EndedAt != null).ThenBy(f => f.Name).ToListAsync();
        var merged = await db.PeopleWithMerged.Where(p => p.MergedIntoId == id).OrderBy(p => p.ReferenceNumber).Select(p => p.Reference).ToListAsync();
        return new PersonSheet(
            details, @case, promises,
            [.. factors.Where(f => f.SeenBy == SeenBy.Referrer).Select(f => f.Factor).Distinct()],
            [.. factors.Where(f => f.SeenBy == SeenBy.Peers).Select(f => f.Factor).Distinct()],
            [.. family.Select(f => new FamilyShown(f.Id, f.Name, f.Tie, f.Phone, vault.Open(PersonWords.MayHear, f.Id, f.MayHear), f.EndedAt is not null))],
            merged, MissingOf(person, details, @case));
    }

    /// <summary>A record begins with almost nothing; what is missing is said here and never demanded.</summary>
    private static List<string> MissingOf(Person person, PersonDetails details, Case? @case)
    {
        var missing = new List<string>();
        if (@case is { State: not CaseState.Closed, FirstAnsweredAt: null })
            missing.Add("Nobody has talked with them yet.");
        if (details.Phones.Count == 0)
            missing.Add("No phone number yet.");
        if (details.SafeTimes is null)
            missing.Add("When is it safe to ring? Nobody asked yet.");
        if (details.Voicemail == Voicemail.NotAsked)
            missing.Add("May we leave a voicemail? Nobody asked yet.");
        if (person.DateOfBirth is null)
            missing.Add("No date of birth yet.");
        return missing;
    }
}

public sealed record FamilyShown(Guid Id, string Name, string? Tie, string? Phone, string? MayHear, bool Ended);

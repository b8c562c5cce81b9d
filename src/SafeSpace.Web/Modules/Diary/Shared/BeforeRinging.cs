using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Web.Modules.FollowUp.Shared;

namespace SafeSpace.Web.Modules.Diary.Shared;

/// <summary>A family member as the next of us needs to know them.</summary>
/// <param name="MayHear">What the person lets them hear; null: nothing was agreed, so nothing is told.</param>
public sealed record FamilyToKnow(string Name, string? Tie, string? Phone, string? MayHear);

/// <summary>What the next of us needs to know before ringing somebody, with every sealed word opened.</summary>
public sealed record BeforeRinging(
    IReadOnlyList<PersonPhone> Phones, string? Words, string? SafeTimes, Voicemail Voicemail, string? WhoMayAnswer, string? Needs, IReadOnlyList<FamilyToKnow> Family,
    IReadOnlyList<AgreedLine> Agreed, PlanSheet Plan)
{
    /// <param name="today">Null leaves out what was agreed and the plan: in an emergency only what rings safely is reached for.</param>
    public static async Task<BeforeRinging> ReadAsync(GroupDb db, Vault vault, Person person, DateOnly? today = null)
    {
        var phones = await db.Phones.AsNoTracking().Where(p => p.PersonId == person.Id).OrderBy(p => p.Id).ToListAsync();
        var family = await db.FamilyMembers.AsNoTracking().Where(f => f.PersonId == person.Id && f.EndedAt == null).OrderBy(f => f.Name).ToListAsync();
        return new BeforeRinging(
            phones,
            Open(vault, PersonWords.BeforeRinging, person, person.BeforeRinging),
            Open(vault, PersonWords.SafeTimes, person, person.SafeTimes),
            person.Voicemail,
            Open(vault, PersonWords.WhoMayAnswer, person, person.WhoMayAnswer),
            Open(vault, PersonWords.CommunicationNeeds, person, person.CommunicationNeeds),
            [.. family.Select(f => new FamilyToKnow(f.Name, f.Tie, f.Phone, vault.Open(PersonWords.MayHear, f.Id, f.MayHear)))],
            today is { } day ? [.. (await db.AgreedWithAsync(person.Id, day)).Select(a => AgreedLine.Open(vault, a, day))] : [],
            today is null ? new PlanSheet(null, []) : await PlanSheet.NewestAsync(db, vault, person.Id));
    }

    /// <summary>One short line for a list: what they like, when it is safe, what to know.</summary>
    public static IEnumerable<string> Lines(Vault vault, Person person) =>
        new[]
        {
            Open(vault, PersonWords.BeforeRinging, person, person.BeforeRinging),
            Open(vault, PersonWords.SafeTimes, person, person.SafeTimes),
            Open(vault, PersonWords.CommunicationNeeds, person, person.CommunicationNeeds),
        }.OfType<string>();

    private static string? Open(Vault vault, string column, Person person, Sealed? words) => vault.Open(column, person.Id.Value, words);
}

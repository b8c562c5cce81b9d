using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Referrals.Refer;

/// <summary>Somebody in the register, as the page of a referral shows them: enough to know them by and to ring safely.</summary>
public sealed record KnownPerson(PersonId Id, string Reference, string Name, string? KnownAs, string GivenName, DateOnly? Born, CaseState? State, DateOnly? OpenedOn, DateOnly? ClosedOn)
{
    public IReadOnlyList<string> Phones { get; init; } = [];

    public string? SafeTimes { get; init; }

    public Voicemail Voicemail { get; init; }

    public string? WhoMayAnswer { get; init; }

    public string? CommunicationNeeds { get; init; }

    public string? BeforeRinging { get; init; }

    public bool IsOpen => State is CaseState.Open or CaseState.SteppedDown;

    /// <summary>What the counting rule suggests for a referral that comes in now.</summary>
    public ReferralKind Suggested => CountingRule.Suggest(IsOpen, everKnown: State is not null);

    /// <summary>By reference, also of a record that was merged into another; null when there is nobody.</summary>
    public static async Task<KnownPerson?> FindAsync(GroupDb db, Vault vault, string? reference, bool living = false)
    {
        var key = reference?.Trim().ToUpperInvariant();
        if (string.IsNullOrEmpty(key))
            return null;
        var person = await db.PeopleWithMerged.AsNoTracking().SingleOrDefaultAsync(p => p.Reference == key);
        for (var hops = 0; person?.MergedIntoId is { } kept && hops < 10; hops++)
            person = await db.PeopleWithMerged.AsNoTracking().SingleOrDefaultAsync(p => p.Id == kept);
        return person is null || (living && person.DiedAt is not null) ? null : await OfAsync(db, vault, person);
    }

    private static async Task<KnownPerson> OfAsync(GroupDb db, Vault vault, Person person)
    {
        var @case = await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.PersonId == person.Id);
        var closed = @case?.State != CaseState.Closed ? null
            : await db.Spells.Where(s => s.PersonId == person.Id).MaxAsync(s => s.ClosedOn);
        var details = PersonDetails.Of(person, await db.Phones.AsNoTracking().Where(p => p.PersonId == person.Id).ToListAsync(), vault);
        return new KnownPerson(person.Id, person.Reference, person.FullName, person.KnownAs, person.GivenName, person.DateOfBirth, @case?.State, @case?.OpenedOn, closed)
        {
            Phones = [.. details.Phones.Select(p => p.Number)],
            SafeTimes = details.SafeTimes,
            Voicemail = details.Voicemail,
            WhoMayAnswer = details.WhoMayAnswer,
            CommunicationNeeds = details.CommunicationNeeds,
            BeforeRinging = details.BeforeRinging,
        };
    }
}

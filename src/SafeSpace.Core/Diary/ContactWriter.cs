using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>Writes contacts inside a unit of work, and keeps "first answered" of the person's case right.</summary>
public static class ContactWriter
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string Words = "contact.words";

    public const string Agreed = "contact.agreed";

    private static readonly ContactKind[] Answered = [.. Enum.GetValues<ContactKind>().Where(k => k.IsAnswered())];

    public static async Task<Contact> AddAsync(Unit unit, ContactDetails details, ContactId? corrects = null)
    {
        var at = details.At ?? unit.Now;
        var contact = new Contact
        {
            Id = details.Id,
            PersonId = details.PersonId,
            Kind = details.Kind,
            At = at,
            Day = unit.Clock.DayOf(at),
            Minutes = details.Minutes,
            PeerId = details.PeerId,
            PeerName = details.PeerId is null ? details.PeerName?.Trim() : null,
            FamilyMemberId = details.FamilyMemberId,
            Words = unit.Seal(details.PersonId, Words, details.Id.Value, details.Words),
            Agreed = unit.Seal(details.PersonId, Agreed, details.Id.Value, string.IsNullOrWhiteSpace(details.Agreed) ? null : details.Agreed.Trim()),
            MoodBefore = details.MoodBefore,
            MoodAfter = details.MoodAfter,
            LoggedAt = unit.Now,
            LoggedById = unit.By.Id,
            CorrectsId = corrects,
        };
        unit.Db.Contacts.Add(contact);
        if (contact.PersonId is { } person && contact.Kind.IsAnswered())
            await NoteAnsweredAsync(unit, person, contact);
        return contact;
    }

    /// <summary>The kept record of a person: the one it was merged into, as often as it was. Null when there is nobody.</summary>
    public static async Task<PersonId?> StandingAsync(Unit unit, PersonId person)
    {
        for (var steps = 0; steps < 20; steps++)
        {
            var row = await MergedInto.AskAsync(unit.Db, person);
            if (row?.Id is not { } into)
                return row is null ? null : person;
            person = into;
        }

        return null;
    }

    private sealed record Into(PersonId? Id);

    private static readonly Question<PersonId, Into?> MergedInto =
        new((db, person) => db.Set<Person>().Where(p => p.Id == person).Select(p => new Into(p.MergedIntoId)).SingleOrDefault());

    /// <summary>As <see cref="StandingAsync"/>; null too for somebody who has died: nothing is promised to them any more.</summary>
    public static async Task<PersonId?> LivingAsync(Unit unit, PersonId person) =>
        await StandingAsync(unit, person) is { } standing && await unit.Db.PeopleWithMerged.AnyAsync(p => p.Id == standing && p.DiedAt == null) ? standing : null;

    /// <summary>Works "first answered" out anew from the diary: after a correction, a joining, a merge.</summary>
    public static async Task RefreshFirstAnsweredAsync(Unit unit, PersonId person)
    {
        await unit.Db.SaveChangesAsync();
        if (await CaseWriter.FindAsync(unit, person) is not { } @case)
            return;
        var since = unit.Clock.StartOf(@case.OpenedOn);
        var first = await unit.Db.Contacts
            .Where(c => c.PersonId == person && c.At >= since && c.CorrectedById == null && Answered.Contains(c.Kind))
            .OrderBy(c => c.At).Select(c => (DateTime?)c.At).FirstOrDefaultAsync();
        if (@case.FirstAnsweredAt != first)
            @case.FirstAnsweredAt = first;
    }

    private static async Task NoteAnsweredAsync(Unit unit, PersonId person, Contact contact)
    {
        if (await CaseWriter.FindAsync(unit, person) is { } @case && contact.Day >= @case.OpenedOn && (@case.FirstAnsweredAt is null || contact.At < @case.FirstAnsweredAt))
            @case.FirstAnsweredAt = contact.At;
    }
}

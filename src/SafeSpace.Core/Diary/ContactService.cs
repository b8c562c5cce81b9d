using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Diary;

/// <summary>What became of a change to the diary.</summary>
public enum ContactChange
{
    Done,

    /// <summary>The same form came before; its entry stands.</summary>
    DoneBefore,
    NoSuchContact,
    NoSuchPerson,

    /// <summary>Somebody corrected the entry already: the newest is the one to correct.</summary>
    CorrectedAlready,

    /// <summary>The caller is known already.</summary>
    HasAPerson,
}

/// <summary>Sets entries of the diary right. New entries: <c>FollowUp.LogService</c>, which keeps promises with them.</summary>
public sealed class ContactService(GroupStore store)
{
    /// <summary>Puts a new entry in place of a wrong one. The old one stays readable behind it and is no longer counted.</summary>
    /// <param name="right">The whole entry as it should have been; it may be about somebody else.</param>
    public Task<ContactChange> CorrectAsync(ContactId wrong, ContactDetails right, Actor by, string? why = null) => OnceMoreAsync(() =>
        store.Write("ContactCorrected", by, async unit =>
        {
            if (await unit.Db.Contacts.FindAsync(right.Id) is { } before)
                return before.CorrectsId == wrong && before.LoggedById == by.Id ? ContactChange.DoneBefore : ContactChange.NoSuchContact;
            if (await unit.Db.Contacts.FindAsync(wrong) is not { } old)
                return ContactChange.NoSuchContact;
            if (old.CorrectedById is not null)
                return ContactChange.CorrectedAlready;
            var about = await AboutAsync(unit, right);
            if (about.Gone)
                return ContactChange.NoSuchPerson;
            // How the person felt is not asked again: it goes over as it was.
            var made = await ContactWriter.AddAsync(unit, right with { PersonId = about.Person, FamilyMemberId = about.Family, MoodBefore = old.MoodBefore, MoodAfter = old.MoodAfter }, wrong);
            old.CorrectedById = made.Id;
            foreach (var person in new[] { old.PersonId, made.PersonId }.OfType<PersonId>().Distinct())
                await ContactWriter.RefreshFirstAnsweredAsync(unit, person);
            return ContactChange.Done;
        }, why));

    /// <summary>Somebody nobody knew turns out to be this person. The words are sealed anew, as theirs.</summary>
    public Task<ContactChange> JoinAsync(ContactId anonymous, PersonId person, Actor by) => OnceMoreAsync(() =>
        store.Write("ContactJoined", by, async unit =>
        {
            if (await unit.Db.Contacts.FindAsync(anonymous) is not { } contact)
                return ContactChange.NoSuchContact;
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return ContactChange.NoSuchPerson;
            if (contact.PersonId is { } known)
                return known == standing ? ContactChange.DoneBefore : ContactChange.HasAPerson;
            if (contact.CorrectedById is not null)
                return ContactChange.CorrectedAlready;
            contact.PersonId = standing;
            contact.Words = unit.Seal(standing, ContactWriter.Words, contact.Id.Value, unit.Open(ContactWriter.Words, contact.Id.Value, contact.Words));
            contact.Agreed = unit.Seal(standing, ContactWriter.Agreed, contact.Id.Value, unit.Open(ContactWriter.Agreed, contact.Id.Value, contact.Agreed));
            await ContactWriter.RefreshFirstAnsweredAsync(unit, standing);
            return ContactChange.Done;
        }));

    /// <summary>Another node changed the entry, or its person's case, in the same moment: asked again, it is plain who was first.</summary>
    private static async Task<ContactChange> OnceMoreAsync(Func<Task<ContactChange>> change)
    {
        try
        {
            return await change();
        }
        catch (StaleVersionException)
        {
            return await change();
        }
    }

    private static async Task<(PersonId? Person, Guid? Family, bool Gone)> AboutAsync(Unit unit, ContactDetails contact)
    {
        if (contact.PersonId is not { } named)
            return (null, null, false);
        if (await ContactWriter.StandingAsync(unit, named) is not { } person)
            return (null, null, true);
        var family = contact.FamilyMemberId is { } id && await unit.Db.FamilyMembers.AnyAsync(f => f.Id == id && f.PersonId == person) ? id : (Guid?)null;
        return (person, family, false);
    }
}

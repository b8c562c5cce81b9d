using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum LogResult
{
    Logged,

    /// <summary>The same form came before: its contact stands, and no second one was made.</summary>
    LoggedBefore,
    NoSuchPerson,
    NoSuchFamilyMember,

    /// <summary>The id stands for something else already.</summary>
    IdInUse,
}

/// <param name="Contact">Null when it was refused.</param>
/// <param name="PromisesKept">How many open promises this contact kept.</param>
public sealed record LogOutcome(LogResult Result, Contact? Contact = null, int PromisesKept = 0);

/// <summary>Logs a contact: the diary entry, the promise it keeps and the next one, in one unit of work.</summary>
public sealed class LogService(GroupStore store)
{
    /// <param name="contact">Checked with <see cref="ContactRules"/> before; null for <c>At</c> is now.</param>
    /// <param name="keepsPromise">Only a contact in which the person was spoken with keeps what was promised.</param>
    /// <param name="next">The next call that the person is told to expect; needs a person.</param>
    public async Task<LogOutcome> LogAsync(ContactDetails contact, Actor by, bool keepsPromise = false, PromiseDetails? next = null)
    {
        try
        {
            return await WriteAsync(contact, by, keepsPromise, next);
        }
        catch (StaleVersionException)
        {
            // Another node moved the case in the same moment. A contact is new and conflicts with nothing: it is written on the case as it is now.
            return await WriteAsync(contact, by, keepsPromise, next);
        }
    }

    private Task<LogOutcome> WriteAsync(ContactDetails contact, Actor by, bool keepsPromise, PromiseDetails? next) =>
        store.Write("ContactLogged", by, async unit =>
        {
            if (await unit.Db.Contacts.FindAsync(contact.Id) is { } before)
                return before.LoggedById == by.Id && before.CorrectsId is null ? new LogOutcome(LogResult.LoggedBefore, before) : new LogOutcome(LogResult.IdInUse);
            if (contact.PersonId is not { } named)
                return new LogOutcome(LogResult.Logged, await ContactWriter.AddAsync(unit, contact with { FamilyMemberId = null }));
            if (await ContactWriter.StandingAsync(unit, named) is not { } person)
                return new LogOutcome(LogResult.NoSuchPerson);
            if (contact.FamilyMemberId is { } family && !await unit.Db.FamilyMembers.AnyAsync(f => f.Id == family && f.PersonId == person))
                return new LogOutcome(LogResult.NoSuchFamilyMember);
            var made = await ContactWriter.AddAsync(unit, contact with { PersonId = person });
            var kept = keepsPromise && made.Kind.IsAnswered() ? await KeepAsync(unit, person, made) : 0;
            if (next is not null)
                await PromiseWriter.MakeAsync(unit, person, made.PeerId, next, made.Id.Value);
            return new LogOutcome(LogResult.Logged, made, kept);
        });

    private static async Task<int> KeepAsync(Unit unit, PersonId person, Contact contact)
    {
        var due = await PromiseWriter.DueBy(unit.Db, person, contact.PeerId, contact.Day).ToListAsync();
        foreach (var promise in due)
            PromiseWriter.End(unit, promise, PromiseState.Kept, contact: contact.Id.Value);
        return due.Count;
    }
}

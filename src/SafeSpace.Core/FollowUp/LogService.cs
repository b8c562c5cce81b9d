using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp;

public enum LogResult
{
    Logged,

    /// <summary>The same form came before: its contact stands, and no second one was made.</summary>
    LoggedBefore,

    /// <summary>The same form or call was saved before, not quite like this or by somebody else: what came now is not saved.</summary>
    LoggedOtherwise,
    NoSuchPerson,
    NoSuchFamilyMember,
}

/// <param name="Contact">Null when it was refused.</param>
/// <param name="PromisesKept">How many open promises this contact kept.</param>
public sealed record LogOutcome(LogResult Result, Contact? Contact = null, int PromisesKept = 0);

/// <summary>What is saved with a contact in the same unit of work.</summary>
public sealed record LogMore
{
    public static readonly LogMore Nothing = new();

    /// <summary>Promises of other peers that this contact keeps.</summary>
    public IReadOnlyList<Guid> AlsoKeeps { get; init; } = [];

    /// <summary>Whom the person is told to expect next; null is the contact's own peer.</summary>
    public PromiseKeeper? NextBy { get; init; }

    /// <summary>Support they need.</summary>
    public IReadOnlyList<TaskDetails> Tasks { get; init; } = [];

    /// <summary>The peer says that it was hard for them: a talk is offered in the same unit. The diary keeps nothing of it.</summary>
    public bool Hard { get; init; }
}

/// <summary>Logs a contact: the diary entry, the call it ends, the promises it keeps, the next one, and what is to be done, in one unit of work.</summary>
public sealed class LogService(GroupStore store)
{
    /// <param name="contact">Checked with <see cref="ContactRules"/> before; null for <c>At</c> is now.</param>
    /// <param name="keepsPromise">Only a contact in which the person was spoken with keeps what was promised.</param>
    /// <param name="next">The next call that the person is told to expect; needs a person.</param>
    public async Task<LogOutcome> LogAsync(ContactDetails contact, Actor by, bool keepsPromise = false, PromiseDetails? next = null, LogMore? more = null)
    {
        try
        {
            return await WriteAsync(contact, by, keepsPromise, next, more ?? LogMore.Nothing);
        }
        catch (StaleVersionException)
        {
            // Another node moved the case in the same moment. A contact is new and conflicts with nothing: it is written on the case as it is now.
            return await WriteAsync(contact, by, keepsPromise, next, more ?? LogMore.Nothing);
        }
    }

    private Task<LogOutcome> WriteAsync(ContactDetails asked, Actor by, bool keepsPromise, PromiseDetails? next, LogMore more) =>
        store.Write("ContactLogged", by, async unit =>
        {
            var known = await Beforehand.AskAsync(unit.Db, asked.Id, asked.Id.Value, asked.PersonId);
            if (known.Contact is { } before)
                return await IsThisAsync(unit, before, asked, next, by) ? new LogOutcome(LogResult.LoggedBefore, before) : new LogOutcome(LogResult.LoggedOtherwise);
            var (contact, call) = await CallWriter.FillAsync(unit, asked, known.Call);
            await Presence.HeardAsync(unit, by.Id);
            if (contact.PersonId is null)
                return new LogOutcome(LogResult.Logged, Ended(unit, call, await ContactWriter.AddAsync(unit, contact with { FamilyMemberId = null })));
            if ((known.MergedInto is { } into ? await ContactWriter.StandingAsync(unit, into) : known.Person) is not { } person)
                return new LogOutcome(LogResult.NoSuchPerson);
            if (contact.FamilyMemberId is { } family && !await unit.Db.FamilyMembers.AnyAsync(f => f.Id == family && f.PersonId == person))
                return new LogOutcome(LogResult.NoSuchFamilyMember);
            var made = Ended(unit, call, await ContactWriter.AddAsync(unit, contact with { PersonId = person }));
            var kept = made.Kind.IsAnswered() ? await KeepAsync(unit, person, made, keepsPromise, more.AlsoKeeps) : 0;
            if (next is not null && await ContactWriter.LivingAsync(unit, person) is not null)
                await PromiseWriter.MakeAsync(unit, person, more.NextBy is { } keeper ? keeper.Peer : made.PeerId, next, made.Id.Value);
            if (more.Hard && made.PeerId is { } peer && peer == by.Id)
                await DebriefService.OfferAsync(unit, made.Id.Value, peer);
            foreach (var task in more.Tasks)
                TaskWriter.Add(unit, person, task, made.Id.Value);
            return new LogOutcome(LogResult.Logged, made, kept);
        });

    /// <param name="Contact">With the contact's own id: it came before.</param>
    /// <param name="Call">With the same id: it ends with the contact.</param>
    /// <param name="Case">The person's; it stays with the context, which looks there first.</param>
    private sealed record Known(Contact? Contact, CallUnderWay? Call, PersonId? Person, PersonId? MergedInto, Case? Case);

    /// <summary>What has to be known of every contact, in one question rather than four: there is one profile, and the rest beside it or not.</summary>
    private static readonly Question<ContactId, Guid, PersonId?, Known> Beforehand = new((db, id, sameId, named) => (
        from profile in db.Set<GroupProfile>()
        from contact in db.Set<Contact>().Where(c => c.Id == id).DefaultIfEmpty()
        from call in db.Set<CallUnderWay>().Where(c => c.Id == sameId).DefaultIfEmpty()
        from person in db.Set<Person>().Where(p => p.Id == named).DefaultIfEmpty()
        from @case in db.Set<Case>().Where(c => c.PersonId == named).DefaultIfEmpty()
        select new Known(contact, call, person.Id, person.MergedIntoId, @case)).Single());

    /// <summary>Sent twice, word for word. A longer note of another window is not the same, nor one that promises another day. What was left open the first time was filled in then.</summary>
    private static async Task<bool> IsThisAsync(Unit unit, Contact before, ContactDetails asked, PromiseDetails? next, Actor by)
    {
        string Opened(string column, Sealed? words) => unit.Open(column, before.Id.Value, words) ?? "";
        var same = before.LoggedById == by.Id && before.CorrectsId is null && before.Kind == asked.Kind
            && (asked.Minutes ?? before.Minutes) == before.Minutes && (asked.At ?? before.At) == before.At
            && (asked.MoodBefore, asked.MoodAfter) == (before.MoodBefore, before.MoodAfter)
            && (before.PersonId is null || before.FamilyMemberId == asked.FamilyMemberId)
            && Opened(ContactWriter.Words, before.Words) == (asked.Words ?? "") && Opened(ContactWriter.Agreed, before.Agreed) == (asked.Agreed?.Trim() ?? "");
        if (!same || next is null || before.PersonId is not { } person)
            return same;
        return await unit.Db.Promises.AnyAsync(p => p.PersonId == person && p.DueOn == next.On && p.Visit == next.Visit && p.For == null)
            || await ContactWriter.LivingAsync(unit, person) is null;
    }

    private static Contact Ended(Unit unit, CallUnderWay? call, Contact contact)
    {
        if (call is not null)
            CallWriter.End(unit, call, contact);
        return contact;
    }

    private static async Task<int> KeepAsync(Unit unit, PersonId person, Contact contact, bool own, IReadOnlyList<Guid> others)
    {
        var due = own ? await PromiseWriter.DueBy(unit.Db, person, contact.PeerId, contact.Day).ToListAsync() : [];
        if (others.Count > 0)
            due.AddRange(await unit.Db.Promises.Where(p => p.PersonId == person && p.State == PromiseState.Open && p.For == null && others.Contains(p.Id)).ToListAsync());
        foreach (var promise in due.Distinct())
            PromiseWriter.End(unit, promise, PromiseState.Kept, contact: contact.Id.Value);
        return due.Distinct().Count();
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.FollowUp.Safeguarding;

/// <summary>Whom was told when, and until when they owe us an answer.</summary>
/// <param name="At">UTC; null is now.</param>
public sealed record ToldDetails(string Whom, DateTime? At, DateOnly? AnswerDueOn);

/// <summary>Concerns: raised by whoever hears of it, followed up by supervisors until closed. Nothing is removed.</summary>
public sealed class ConcernService(GroupStore store)
{
    /// <summary>Supervisors see every concern; anybody else only what they raised themselves. A concern may be about a colleague.</summary>
    public static IQueryable<Concern> SeenBy(GroupDb db, Viewer viewer) =>
        viewer.May(Permission.SeeConcerns) ? db.Concerns
        : viewer.Id is { } me && viewer.May(Permission.RaiseConcern) ? db.Concerns.Where(c => c.RaisedById == me)
        : db.Concerns.Where(_ => false);

    /// <param name="id">From the form: the same one twice is one concern.</param>
    /// <param name="told">Who was told already, if anybody.</param>
    /// <returns>False when there is no such person.</returns>
    public Task<bool> RaiseAsync(Guid id, PersonId person, string what, string? personWants, ToldDetails? told, UserId me, Actor by) =>
        store.Write("ConcernRaised", by, async unit =>
        {
            if (await unit.Db.Concerns.FindAsync(id) is { } before)
                return before.RaisedById == me;
            if (await ContactWriter.StandingAsync(unit, person) is not { } standing)
                return false;
            unit.Db.Concerns.Add(new Concern
            {
                Id = id,
                PersonId = standing,
                RaisedAt = unit.Now,
                RaisedById = me,
                RaisedByName = by.Name,
                What = unit.Seal(standing, ConcernWords.What, id, what),
                PersonWants = unit.Seal(standing, ConcernWords.PersonWants, id, Clean(personWants)),
            });
            if (told is not null)
                Tell(unit, Ids.New(), id, standing, told);
            return true;
        });

    /// <returns>False when there is no such concern, or it is closed.</returns>
    public Task<bool> ToldAsync(Guid id, Guid concern, ToldDetails told, Actor by) =>
        store.Write("ConcernTold", by, async unit =>
        {
            if (await unit.Db.ConcernsTold.FindAsync(id) is not null)
                return true;
            if (await unit.Db.Concerns.FindAsync(concern) is not { ClosedAt: null } row)
                return false;
            Tell(unit, id, concern, row.PersonId, told);
            return true;
        });

    /// <summary>What was due came.</summary>
    public Task<bool> AnsweredAsync(Guid told, Guid seen, string answer, Actor by) =>
        store.Write("ConcernAnswered", by, async unit =>
        {
            if (await unit.Db.ConcernsTold.FindAsync(told) is not { } row)
                return false;
            Unit.Expect(row, seen);
            row.AnsweredAt = unit.Now;
            row.Answer = unit.Seal(row.PersonId, ConcernWords.Answer, row.Id, answer);
            return true;
        });

    /// <summary>Closes a concern: how it ended. Answers that are still due are no longer asked for.</summary>
    public Task<bool> CloseAsync(Guid concern, Guid seen, string outcome, Actor by) =>
        store.Write("ConcernClosed", by, async unit =>
        {
            if (await unit.Db.Concerns.FindAsync(concern) is not { } row)
                return false;
            Unit.Expect(row, seen);
            (row.ClosedAt, row.ClosedById) = (unit.Now, by.Id);
            row.Outcome = unit.Seal(row.PersonId, ConcernWords.Outcome, row.Id, outcome);
            return true;
        });

    /// <summary>It goes on after all; how it had ended stays in its changes.</summary>
    public Task<bool> OpenAgainAsync(Guid concern, Guid seen, Actor by) =>
        store.Write("ConcernOpenedAgain", by, async unit =>
        {
            if (await unit.Db.Concerns.FindAsync(concern) is not { } row)
                return false;
            Unit.Expect(row, seen);
            (row.ClosedAt, row.ClosedById) = (null, null);
            return true;
        });

    private static void Tell(Unit unit, Guid id, Guid concern, PersonId person, ToldDetails told) => unit.Db.ConcernsTold.Add(new ConcernTold
    {
        Id = id,
        ConcernId = concern,
        PersonId = person,
        Whom = unit.Seal(person, ConcernWords.Whom, id, told.Whom.Trim()),
        ToldAt = told.At ?? unit.Now,
        ToldById = unit.By.Id,
        AnswerDueOn = told.AnswerDueOn,
    });

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

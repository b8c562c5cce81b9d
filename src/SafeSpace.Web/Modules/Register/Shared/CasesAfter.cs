using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Register.Shared;

/// <summary>Where a page of cases ended, the newest first: the next begins after it, found by an index and not counted to.</summary>
/// <param name="Person">Null when the last person of that page is not there any more: then their day is shown from its beginning.</param>
public sealed record CasesAfter(DateOnly OpenedOn, PersonId? Person)
{
    /// <param name="number">Of the last person's reference: what addresses hold, instead of an id.</param>
    public static async Task<CasesAfter?> ReadAsync(GroupDb db, DateOnly? openedOn, int? number)
    {
        if (openedOn is not { } day)
            return null;
        return new CasesAfter(day, await db.PeopleWithMerged.Where(p => p.ReferenceNumber == number).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync());
    }

    public static IQueryable<Case> Of(IQueryable<Case> cases, CasesAfter? after) => after switch
    {
        null => cases,
        { OpenedOn: var day, Person: { } person } => cases.Where(c => c.OpenedOn <= day && (c.OpenedOn < day || c.PersonId.CompareTo(person) < 0)),
        { OpenedOn: var day } => cases.Where(c => c.OpenedOn <= day),
    };
}

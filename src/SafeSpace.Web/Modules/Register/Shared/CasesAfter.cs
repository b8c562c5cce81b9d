using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Register.Shared;

/// <summary>Where a page of cases ended, the newest first: the next begins after it, found by an index and not counted to.</summary>
public sealed record CasesAfter(DateOnly OpenedOn, PersonId Person)
{
    /// <param name="number">Of the last person's reference: what addresses hold, instead of an id.</param>
    public static async Task<CasesAfter?> ReadAsync(GroupDb db, DateOnly? openedOn, int? number)
    {
        if (openedOn is not { } day)
            return null;
        return new CasesAfter(day, await db.PeopleWithMerged.Where(p => p.ReferenceNumber == number).Select(p => p.Id).FirstOrDefaultAsync());
    }

    public static IQueryable<Case> Of(IQueryable<Case> cases, CasesAfter? after) => after is not { OpenedOn: var day, Person: var person }
        ? cases
        : cases.Where(c => c.OpenedOn <= day && (c.OpenedOn < day || c.PersonId.CompareTo(person) < 0));
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Groups;

/// <summary>Where the door asks the desk whether somebody who came must be kept apart from somebody who is here. Yes or no, never why.</summary>
internal static class KeptApartAtTheDoor
{
    /// <summary>Here is who signed in today, whom the desk has in the building, and who of us is on and not at home.</summary>
    public static async Task<bool> ShouldNotMeetAsync(GroupDb db, GroupClock clock, PersonId person)
    {
        var today = clock.Today;
        var signedIn = await (
            from visit in db.CentreSignIns.AsNoTracking()
            where visit.Day == today && visit.TakenBackAt == null && visit.MemberId != null
            join member in db.Members on visit.MemberId equals member.Id
            where member.PersonId != null && member.PersonId != person
            select member.PersonId!.Value).Distinct().ToListAsync();
        return (await InTheBuilding.ReadAsync(db, clock)).ShouldNotMeet(Party.Of(person), signedIn.Select(Party.Of));
    }
}

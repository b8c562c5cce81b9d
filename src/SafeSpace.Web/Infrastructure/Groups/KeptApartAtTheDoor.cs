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
    /// <summary>Here is who signed in today, and who the desk has in the building.</summary>
    public static async Task<bool> ShouldNotMeetAsync(GroupDb db, PersonId person, DateOnly today)
    {
        var meeting = await Meeting.ReadAsync(db);
        var signedIn = await db.CentreSignIns.AsNoTracking().Where(s => s.Day == today && s.TakenBackAt == null && s.PersonId != null && s.PersonId != person).Select(s => s.PersonId!.Value).ToListAsync();
        var visiting = await db.Visits.AsNoTracking().Where(v => v.LeftAt == null && v.PersonId != null && v.PersonId != person).Select(v => v.PersonId!.Value).ToListAsync();
        return meeting.NotWith(Party.Of(person), signedIn.Concat(visiting).Distinct().Select(Party.Of)).Any();
    }
}

using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Infrastructure.Groups;

/// <summary>Where the door asks the desk whether somebody who came must be kept apart from somebody who is here. Yes or no, never why.</summary>
internal static class KeptApartAtTheDoor
{
    /// <summary>Nobody can say yet who must be kept apart, so nobody is asked to wait.</summary>
    public static Task<bool> ShouldNotMeetAsync(GroupDb db, PersonId person) => Task.FromResult(false);
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register.Died;

namespace SafeSpace.Core.Community;

/// <summary>Who has died is no member from the day we were told: the list says so, and nobody counts them. It goes on if it was a mistake.</summary>
public sealed class DeathInCommunity : IDeathStep
{
    private const string Membership = "membership";

    public async Task StopAsync(Stopping stopping)
    {
        var (unit, today) = (stopping.Unit, stopping.Unit.Clock.Today);
        foreach (var member in await unit.Db.Members.Where(m => m.PersonId == stopping.Person && m.LeftOn == null).ToListAsync())
        {
            // The day we were told and not the day they died: what is counted of months before may be closed.
            member.LeftOn = member.JoinedOn > today ? member.JoinedOn : today;
            stopping.Note(Membership, member.Id);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var memberships = await stopping.TakeAsync(Membership);
        foreach (var member in await stopping.Unit.Db.Members.Where(m => memberships.Contains(m.Id)).ToListAsync())
            member.LeftOn = null;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Register.Died;

namespace SafeSpace.Core.Community;

/// <summary>Who has died is no member from the day we were told: the list says so, and nobody counts them. It goes on if it was a mistake.</summary>
public sealed class DeathInCommunity : IDeathStep
{
    private const string Membership = "membership";

    public async Task StopAsync(Stopping stopping)
    {
        foreach (var member in await stopping.Unit.Db.Members.Where(m => m.PersonId == stopping.Person && m.LeftOn == null).ToListAsync())
        {
            member.LeftOn = LastDay(stopping, member);
            stopping.Note(Membership, member.Id);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var memberships = await stopping.TakeAsync(Membership);
        foreach (var member in await stopping.Unit.Db.Members.Where(m => memberships.Contains(m.Id)).ToListAsync())
        {
            if (member.LeftOn == LastDay(stopping, member)) // else somebody has said since when they left
                member.LeftOn = null;
        }
    }

    /// <summary>The day we were told and not the day they died: what is counted of months before may be closed.</summary>
    private static DateOnly LastDay(Stopping stopping, Member member)
    {
        var told = stopping.Unit.Clock.DayOf(stopping.Death.SaidAt);
        return member.JoinedOn > told ? member.JoinedOn : told;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>Nobody is asked to ring somebody who has died: what the desk gave to a peer ends, and messages that were on their way are let be.</summary>
public sealed class DeathAtDesk : IDeathStep
{
    private const string Given = "given", Accepted = "accepted", Message = "message";

    public async Task StopAsync(Stopping stopping)
    {
        var (unit, person) = (stopping.Unit, (PersonId?)stopping.Person);
        var directions = await unit.Db.Directions.Where(d => d.PersonId == person && d.EndedAt == null).ToListAsync();
        foreach (var direction in directions)
        {
            stopping.Note(direction.State == DirectionState.Accepted ? Accepted : Given, direction.Id);
            (direction.State, direction.EndedAt) = (DirectionState.TakenBack, unit.Now);
        }

        await unit.Db.SaveChangesAsync(); // what the steps before stopped is found in the store
        var about = await unit.Db.StoppedRows.Where(s => s.DeathId == stopping.Death.Id).Select(s => s.StoppedId).ToListAsync();
        foreach (var message in await unit.Db.Reminders.Where(r => about.Contains(r.AboutId) && r.SentAt == null && r.LetBeAt == null).ToListAsync())
        {
            message.LetBeAt = unit.Now;
            stopping.Note(Message, message.Id);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var unit = stopping.Unit;
        var (given, accepted) = (await stopping.TakeAsync(Given), await stopping.TakeAsync(Accepted));
        foreach (var direction in await unit.Db.Directions.Where(d => given.Contains(d.Id) || accepted.Contains(d.Id)).ToListAsync())
            (direction.State, direction.EndedAt) = (accepted.Contains(direction.Id) ? DirectionState.Accepted : DirectionState.Given, null);
        var messages = await stopping.TakeAsync(Message);
        foreach (var message in await unit.Db.Reminders.Where(r => messages.Contains(r.Id)).ToListAsync())
            message.LetBeAt = null;
    }
}

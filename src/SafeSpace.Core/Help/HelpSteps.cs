using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

/// <summary>Nobody rings at the door of somebody who has died: what was promised is called off, and goes on if it was a mistake.</summary>
public sealed class DeathInHelp : IDeathStep
{
    private const string Help = "help", Stop = "delivery_stop";

    public async Task StopAsync(Stopping stopping)
    {
        var (unit, person) = (stopping.Unit, stopping.Person);
        foreach (var help in await unit.Db.HelpGiven.Where(h => h.PersonId == person && h.State == HelpState.Promised).ToListAsync())
        {
            // A claim that was paid back keeps its money, and the help stays as it is.
            if (await HelpWriter.EndAsync(unit, help, HelpState.CalledOff) == HelpResult.Done)
                stopping.Note(Help, help.Id);
        }

        foreach (var stop in await unit.Db.DeliveryStops.Where(s => s.PersonId == person && (s.State == StopState.Waiting || s.State == StopState.NotAtHome)).ToListAsync())
        {
            (stop.State, stop.EndedAt) = (StopState.CalledOff, unit.Now);
            stopping.Note(Stop, stop.Id);
        }
    }

    public async Task StartAgainAsync(Stopping stopping)
    {
        var unit = stopping.Unit;
        var helps = await stopping.TakeAsync(Help);
        foreach (var help in await unit.Db.HelpGiven.Where(h => helps.Contains(h.Id)).ToListAsync())
            await HelpWriter.PromiseAgainAsync(unit, help);
        var stops = await stopping.TakeAsync(Stop);
        foreach (var stop in await unit.Db.DeliveryStops.Where(s => stops.Contains(s.Id)).ToListAsync())
            (stop.State, stop.EndedAt) = (StopState.Waiting, null);
    }
}

/// <summary>One person lives in one household, and no word that keeps somebody safe at a door is dropped.</summary>
public sealed class HelpOfOnePerson : IMergeStep
{
    /// <summary>Money, stock, voucher, receipt and door go where the help itself went.</summary>
    public async Task AfterMoveAsync(Unit unit, PersonId person)
    {
        var helps = await unit.Db.HelpGiven.Where(h => h.PersonId == person).Select(h => new { h.Id, h.VoucherId }).ToListAsync();
        var (ids, vouchers) = (helps.ConvertAll(h => (Guid?)h.Id), helps.ConvertAll(h => h.VoucherId));
        foreach (var entry in await unit.Db.PotEntries.Where(e => ids.Contains(e.HelpId) && e.PersonId != person).ToListAsync())
            entry.PersonId = person;
        foreach (var move in await unit.Db.StockMoves.Where(m => ids.Contains(m.HelpId) && m.PersonId != person).ToListAsync())
            move.PersonId = person;
        foreach (var voucher in await unit.Db.Vouchers.Where(v => vouchers.Contains(v.Id) && v.PersonId != person).ToListAsync())
            voucher.PersonId = person;
        foreach (var photo in await unit.Db.ReceiptPhotos.Where(r => ids.Contains(r.OfId) && r.PersonId != person).ToListAsync())
            photo.PersonId = person;
        foreach (var stop in await unit.Db.DeliveryStops.Where(s => ids.Contains(s.HelpId) && s.PersonId != person).ToListAsync())
            stop.PersonId = person;
    }

    public async Task BeforeMoveAsync(Unit unit, PersonId kept, PersonId gone)
    {
        if (await unit.Db.HouseholdMembers.AnyAsync(m => m.PersonId == kept && m.Until == null))
            foreach (var member in await unit.Db.HouseholdMembers.Where(m => m.PersonId == gone && m.Until == null).ToListAsync())
                member.Until = unit.Now;
        if (await DoorstepService.OfAsync(unit.Db, kept) is { } mine && await DoorstepService.OfAsync(unit.Db, gone) is { } theirs)
            DoorstepService.Write(unit, kept, Both(HelpColumns.Diet, mine.Diet, theirs.Diet), Both(HelpColumns.Doorstep, mine.Doorstep, theirs.Doorstep), Both(HelpColumns.NotToSay, mine.NotToSay, theirs.NotToSay));

        string? Both(string column, Sealed? one, Sealed? other)
        {
            var words = new[] { unit.Open(column, mine!.Id, one), unit.Open(column, theirs!.Id, other) }.Where(w => !string.IsNullOrEmpty(w)).Distinct();
            return string.Join('\n', words);
        }
    }
}

/// <summary>A round whose driver left has nobody, so that somebody else is asked.</summary>
public sealed class RoundsOfWhoLeft : IAccountStep
{
    public async Task BeforeRetireAsync(Unit unit, UserId account)
    {
        foreach (var round in await unit.Db.DeliveryRounds.Where(r => r.DriverId == account && r.DoneAt == null).ToListAsync())
            round.DriverId = null;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Help;

public enum RoundChange
{
    Done,
    NoSuchRound,
    NoSuchStop,

    /// <summary>Somebody on it must not be put together with them; never who, never why.</summary>
    NotTogether,

    /// <summary>They are on it already.</summary>
    OnItAlready,

    /// <summary>The round is over.</summary>
    Over,
}

/// <param name="Help">What became of taking the thing they get.</param>
public sealed record StopOutcome(RoundChange Result, HelpOutcome? Help = null);

/// <summary>Delivery rounds: whom, what, by whom, in which order, and what was at each door.</summary>
public sealed class RoundService(GroupStore store)
{
    public Task AddAsync(Guid id, string name, DateOnly day, Actor by) => store.Write("RoundPlanned", by, async unit =>
    {
        if (await unit.Db.DeliveryRounds.FindAsync(id) is null)
            unit.Db.DeliveryRounds.Add(new DeliveryRound { Id = id, Name = name.Trim(), Day = day, MadeAt = unit.Now });
    });

    /// <param name="driver">Null: nobody yet.</param>
    /// <exception cref="StaleVersionException">Somebody else changed it first.</exception>
    public Task<RoundChange> ChangeAsync(Guid id, Guid seen, string name, DateOnly day, UserId? driver, Actor by) => OnAsync("RoundChanged", id, by, async (unit, round) =>
    {
        Unit.Expect(round, seen);
        if (driver is { } who && !await MayJoinAsync(unit, Party.Of(who), id, null))
            return RoundChange.NotTogether;
        (round.Name, round.Day, round.DriverId) = (name.Trim(), day, driver);
        return RoundChange.Done;
    });

    /// <summary>Somebody gets something on this round: it is promised to them, and taken from where it comes from.</summary>
    public Task<StopOutcome> PutOnAsync(Guid id, Guid stop, HelpDetails what, bool mayExceed, Actor by) => HelpService.AgainAsync(() => store.Write("StopAdded", by, async unit =>
    {
        await unit.AloneAsync();
        if (await unit.Db.DeliveryStops.FindAsync(stop) is not null)
            return new StopOutcome(RoundChange.Done);
        if (await unit.Db.DeliveryRounds.FindAsync(id) is not { } round)
            return new StopOutcome(RoundChange.NoSuchRound);
        if (round.DoneAt is not null)
            return new StopOutcome(RoundChange.Over);
        if (await unit.Db.DeliveryStops.AnyAsync(s => s.RoundId == id && s.PersonId == what.Person && s.State == StopState.Waiting))
            return new StopOutcome(RoundChange.OnItAlready);
        if (!await MayJoinAsync(unit, Party.Of(what.Person), id, round.DriverId))
            return new StopOutcome(RoundChange.NotTogether);
        var given = await HelpWriter.GiveAsync(unit, what with { Promised = true, Way = HelpWay.Delivered }, mayExceed);
        if (given is not { Result: HelpResult.Done, Help: { } help })
            return new StopOutcome(RoundChange.NoSuchStop, given);
        await AddStopAsync(unit, id, stop, help.PersonId, help.Id);
        return new StopOutcome(RoundChange.Done, given);
    }));

    /// <summary>Nobody was at home: it goes on another round, still promised.</summary>
    public Task<RoundChange> TryAgainAsync(Guid id, Guid fromStop, Guid stop, Actor by) => OnAsync("StopAdded", id, by, async (unit, round) =>
    {
        if (await unit.Db.DeliveryStops.FindAsync(stop) is not null)
            return RoundChange.Done;
        if (await unit.Db.DeliveryStops.FindAsync(fromStop) is not { State: StopState.NotAtHome } before)
            return RoundChange.NoSuchStop;
        if (round.DoneAt is not null)
            return RoundChange.Over;
        if (await unit.Db.DeliveryStops.AnyAsync(s => s.HelpId == before.HelpId && s.State == StopState.Waiting))
            return RoundChange.OnItAlready;
        if (!await MayJoinAsync(unit, Party.Of(before.PersonId), id, round.DriverId))
            return RoundChange.NotTogether;
        await AddStopAsync(unit, id, stop, before.PersonId, before.HelpId);
        return RoundChange.Done;
    });

    /// <summary>What was at the door. Done gives what was promised; called off takes it back to where it came from; not at home leaves it promised.</summary>
    public Task<RoundChange> AtTheDoorAsync(Guid stop, StopState how, string? words, Actor by) => HelpService.AgainAsync(() => store.Write(how == StopState.Done ? "StopDone" : "StopEnded", by, async unit =>
    {
        if (await unit.Db.DeliveryStops.FindAsync(stop) is not { } row)
            return RoundChange.NoSuchStop;
        if (row.State == how)
            return RoundChange.Done;
        // Somebody was not at home, and came to the door after all: that may still be said, as long as it is not on another round.
        if (row.State is not (StopState.Waiting or StopState.NotAtHome) || how == StopState.Waiting)
            return RoundChange.Over;
        if (await unit.Db.HelpGiven.FindAsync(row.HelpId) is { State: HelpState.Promised } help)
        {
            if (how == StopState.Done)
                await HelpWriter.HandOverAsync(unit, help, HelpWay.Delivered);
            else if (how == StopState.CalledOff)
                await HelpWriter.EndAsync(unit, help, HelpState.CalledOff);
        }
        else if (how != StopState.CalledOff)
        {
            return RoundChange.Over; // it ended another way meanwhile: it is not at two doors
        }

        (row.State, row.EndedAt) = (how, unit.Now);
        row.Words = unit.Seal(row.PersonId, HelpColumns.Stop, row.Id, string.IsNullOrWhiteSpace(words) ? null : words.Trim());
        return RoundChange.Done;
    }));

    /// <summary>Said too early, or at the wrong door: it is still to be brought.</summary>
    public Task<RoundChange> NotYetAsync(Guid stop, Actor by) => HelpService.AgainAsync(() => store.Write("StopWaitsAgain", by, async unit =>
    {
        if (await unit.Db.DeliveryStops.FindAsync(stop) is not { } row)
            return RoundChange.NoSuchStop;
        if (row.State == StopState.Waiting)
            return RoundChange.Done;
        if (await unit.Db.DeliveryRounds.FindAsync(row.RoundId) is not { DoneAt: null } || await unit.Db.HelpGiven.FindAsync(row.HelpId) is not { CameBackPence: 0 } help)
            return RoundChange.Over;
        if (row.State == StopState.Done && help.State == HelpState.Given)
            await HelpWriter.NotYetAsync(unit, help);
        else if (row.State != StopState.NotAtHome || help.State != HelpState.Promised || await unit.Db.DeliveryStops.AnyAsync(s => s.HelpId == help.Id && s.Id != stop && s.State == StopState.Waiting))
            return RoundChange.Over; // called off, or on another round by now
        (row.State, row.EndedAt) = (StopState.Waiting, null);
        return RoundChange.Done;
    }));

    /// <summary>By place: postcodes beside each other, then the address.</summary>
    public Task<RoundChange> OrderByPlaceAsync(Guid id, Actor by) => OnAsync("RoundOrdered", id, by, async (unit, _) =>
    {
        var stops = await unit.Db.DeliveryStops.Where(s => s.RoundId == id).ToListAsync();
        var people = stops.ConvertAll(s => s.PersonId);
        var places = await unit.Db.People.Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.PostcodeKey, p.Address }).ToDictionaryAsync(p => p.Id);
        var position = 0;
        foreach (var stop in stops.OrderBy(s => places.GetValueOrDefault(s.PersonId)?.PostcodeKey is null)
            .ThenBy(s => places.GetValueOrDefault(s.PersonId)?.PostcodeKey, StringComparer.Ordinal).ThenBy(s => places.GetValueOrDefault(s.PersonId)?.Address, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Position))
            stop.Position = ++position;
        return RoundChange.Done;
    });

    /// <summary>One earlier, or one later.</summary>
    public Task<RoundChange> MoveAsync(Guid stop, bool earlier, Actor by) => HelpService.AgainAsync(() => store.Write("StopMoved", by, async unit =>
    {
        if (await unit.Db.DeliveryStops.FindAsync(stop) is not { } row)
            return RoundChange.NoSuchStop;
        var others = unit.Db.DeliveryStops.Where(s => s.RoundId == row.RoundId);
        var neighbour = earlier
            ? await others.Where(s => s.Position < row.Position).OrderByDescending(s => s.Position).FirstOrDefaultAsync()
            : await others.Where(s => s.Position > row.Position).OrderBy(s => s.Position).FirstOrDefaultAsync();
        if (neighbour is not null)
            (row.Position, neighbour.Position) = (neighbour.Position, row.Position);
        return RoundChange.Done;
    }));

    public Task<RoundChange> EndAsync(Guid id, bool over, Actor by) => OnAsync(over ? "RoundDone" : "RoundOpenedAgain", id, by, (unit, round) =>
    {
        round.DoneAt = over ? round.DoneAt ?? unit.Now : null;
        return Task.FromResult(RoundChange.Done);
    });

    private static async Task AddStopAsync(Unit unit, Guid round, Guid id, PersonId person, Guid help)
    {
        var last = await unit.Db.DeliveryStops.Where(s => s.RoundId == round).MaxAsync(s => (int?)s.Position) ?? 0;
        unit.Db.DeliveryStops.Add(new DeliveryStop
        {
            Id = id,
            RoundId = round,
            PersonId = person,
            Position = last + 1,
            HelpId = help,
            AddressThen = unit.Seal(person, HelpColumns.AddressThen, id, PlaceOf(await unit.Db.People.SingleAsync(p => p.Id == person))),
        });
    }

    /// <summary>The address on one line, to see whether it is another one now.</summary>
    public static string PlaceOf(Person person) => string.Join(", ", new[] { person.Address?.Trim(), person.Postcode }.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>May somebody be put together with who is on the round and who drives it?</summary>
    private static async Task<bool> MayJoinAsync(Unit unit, Party one, Guid round, UserId? driver)
    {
        var onIt = await unit.Db.DeliveryStops.Where(s => s.RoundId == round && s.State != StopState.CalledOff).Select(s => s.PersonId).Distinct().ToListAsync();
        IEnumerable<Party> others = driver is { } who ? [Party.Of(who), .. onIt.Select(Party.Of)] : onIt.Select(Party.Of);
        return !(await Meeting.ReadAsync(unit.Db)).NotWith(one, others).Any();
    }

    private Task<RoundChange> OnAsync(string kind, Guid id, Actor by, Func<Unit, DeliveryRound, Task<RoundChange>> change) =>
        HelpService.AgainAsync(() => store.Write(kind, by, async unit =>
        {
            await unit.AloneAsync(); // who is on it, and who drives: nobody joins meanwhile whom they must not meet
            return await unit.Db.DeliveryRounds.FindAsync(id) is { } round ? await change(unit, round) : RoundChange.NoSuchRound;
        }));
}

/// <summary>What to know at somebody's door; the newest words hold.</summary>
public sealed class DoorstepService(GroupStore store)
{
    public Task NoteAsync(PersonId person, string? diet, string? doorstep, string? notToSay, Actor by) => store.Write("DoorstepNoted", by, async unit =>
    {
        if (await Diary.ContactWriter.StandingAsync(unit, person) is { } standing)
            Write(unit, standing, diet, doorstep, notToSay);
    });

    public static Task<DoorstepNote?> OfAsync(GroupDb db, PersonId person) =>
        db.DoorstepNotes.AsNoTracking().Where(n => n.PersonId == person).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).FirstOrDefaultAsync();

    internal static void Write(Unit unit, PersonId person, string? diet, string? doorstep, string? notToSay)
    {
        var note = new DoorstepNote { Id = Ids.New(), PersonId = person, At = unit.Now, ById = unit.By.Id };
        note.Diet = unit.Seal(person, HelpColumns.Diet, note.Id, Clean(diet));
        note.Doorstep = unit.Seal(person, HelpColumns.Doorstep, note.Id, Clean(doorstep));
        note.NotToSay = unit.Seal(person, HelpColumns.NotToSay, note.Id, Clean(notToSay));
        unit.Db.DoorstepNotes.Add(note);
    }

    private static string? Clean(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}

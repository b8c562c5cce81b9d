using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Modules.Help.Shared;

/// <summary>One door, as whoever stands before it needs it. The address is the one that holds now.</summary>
/// <param name="Moved">It is another address than when they were put on the round.</param>
/// <param name="Apart">They must not be put together with somebody on this round; for the one who plans it.</param>
public sealed record DoorstepLine(DeliveryStop Stop, Person Person, string What, string Place, string? Moved, IReadOnlyList<string> Phones, string? Diet, string? Doorstep, string? NotToSay, string? Words, bool Apart);

/// <summary>A round with its doors. Who brings it sees all of them (but who is behind a wall); others those whom they see anyway.</summary>
public sealed record RoundSheet(DeliveryRound Round, string? Driver, IReadOnlyList<DoorstepLine> Stops, int Unseen)
{
    public bool IsMine(Viewer viewer) => viewer.Id is { } me && Round.DriverId == me;

    public static async Task<RoundSheet?> ReadAsync(GroupDb db, GroupDb whole, Vault vault, Viewer viewer, GroupClock clock, Guid id)
    {
        if (await db.DeliveryRounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } round)
            return null;
        var stops = await db.DeliveryStops.AsNoTracking().Where(s => s.RoundId == id).OrderBy(s => s.Position).ToListAsync();
        var ids = stops.ConvertAll(s => s.PersonId);
        // Only while it is to be brought: an old round opens nobody's address.
        var brings = round.DriverId is { } driver && driver == viewer.Id && round.DoneAt is null && round.Day >= clock.Today.AddDays(-1);
        var seen = brings ? db.People : db.PeopleSeenBy(viewer);
        var people = await seen.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        var phones = (await db.Phones.AsNoTracking().Where(p => ids.Contains(p.PersonId)).Select(p => new { p.PersonId, p.Number }).ToListAsync()).ToLookup(p => p.PersonId, p => p.Number);
        var notes = (await db.DoorstepNotes.AsNoTracking().Where(n => ids.Contains(n.PersonId)).ToListAsync()).GroupBy(n => n.PersonId).ToDictionary(g => g.Key, g => g.OrderBy(n => n.At).ThenBy(n => n.Id).Last());
        var helpIds = stops.ConvertAll(s => s.HelpId);
        var items = await db.HelpGiven.AsNoTracking().Where(h => helpIds.Contains(h.Id)).Join(db.SupportItems, h => h.Item, i => i.Code, (h, i) => new { h.Id, i.Label }).ToDictionaryAsync(h => h.Id, h => h.Label);
        var all = await whole.DeliveryStops.AsNoTracking().Where(s => s.RoundId == id && s.State != StopState.CalledOff).Select(s => s.PersonId).Distinct().ToListAsync();
        var meeting = await Meeting.ReadAsync(whole);
        List<Party> together = [.. all.Select(Party.Of)];
        if (round.DriverId is { } who)
            together.Add(Party.Of(who));
        var name = round.DriverId is { } d ? await db.Users.AsNoTracking().Where(u => u.Id == d.Value).Select(u => u.DisplayName).SingleOrDefaultAsync() : null;
        var doors = stops.Where(s => people.ContainsKey(s.PersonId)).Select(s =>
        {
            var (person, note) = (people[s.PersonId], notes.GetValueOrDefault(s.PersonId));
            var (now, then) = (RoundService.PlaceOf(person), vault.Open(HelpColumns.AddressThen, s.Id, s.AddressThen) ?? "");
            return new DoorstepLine(s, person, items.GetValueOrDefault(s.HelpId, "—"), now, then == now ? null : then, [.. phones[s.PersonId].Distinct()],
                note is null ? null : vault.Open(HelpColumns.Diet, note.Id, note.Diet), note is null ? null : vault.Open(HelpColumns.Doorstep, note.Id, note.Doorstep),
                note is null ? null : vault.Open(HelpColumns.NotToSay, note.Id, note.NotToSay), vault.Open(HelpColumns.Stop, s.Id, s.Words), meeting.NotWith(Party.Of(s.PersonId), together).Any());
        }).ToList();
        return new RoundSheet(round, name, doors, all.Count - doors.Where(x => x.Stop.State != StopState.CalledOff).Select(x => x.Person.Id).Distinct().Count());
    }
}

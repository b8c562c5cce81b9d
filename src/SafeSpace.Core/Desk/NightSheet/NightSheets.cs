using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Died;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.NightSheet;

/// <summary>Somebody on the sheet: who may have to be rung tonight, or may ring.</summary>
/// <param name="Phones">With whose they are.</param>
public sealed record SheetPerson(Person Person, IReadOnlyList<PersonPhone> Phones, IReadOnlyList<Promise> Promises, UserId? Peer);

/// <summary>A colleague of the shift, and how the desk reaches them.</summary>
public sealed record SheetPeer(string Name, string? ReachOn, bool AtHome, ShiftRole Role);

/// <summary>What a night without the app needs, and no more: no case, no factor, no note but how to ring safely.</summary>
/// <param name="More">There are more people than fit: the sheet says so.</param>
public sealed record SheetContent(IReadOnlyList<SheetPerson> People, IReadOnlyList<SheetPeer> Peers, IReadOnlyList<EmergencyStep> Emergencies, bool More);

/// <summary>Makes sheets for a shift, and logs each making.</summary>
public sealed class NightSheets(GroupStore store)
{
    /// <summary>A sheet somebody can read by torchlight.</summary>
    public const int MostPeople = 200;

    /// <summary>How long after its making a printed sheet can be opened again, by its maker alone.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromMinutes(15);

    public Task LogAsync(Guid id, Guid? shift, SheetWay way, int people, UserId me, Actor by) =>
        store.Write("NightSheetMade", by, async unit =>
        {
            if (await unit.Db.NightSheetsMade.FindAsync(id) is null)
                unit.Db.NightSheetsMade.Add(new NightSheetMade { Id = id, ShiftId = shift, MadeAt = unit.Now, MadeById = me, MadeByName = by.Name, Way = way, People = people });
        });

    /// <summary>The shifts a sheet may be for: going on, or beginning within a day and a half.</summary>
    public static Task<List<Shift>> ShiftsAsync(GroupDb db, DateTime now)
    {
        var soon = now.AddHours(36);
        return db.Shifts.AsNoTracking().Where(s => s.EndsAt > now && s.StartsAt < soon && s.CancelledAt == null).OrderBy(s => s.EndsAt).Take(20).ToListAsync();
    }

    /// <summary>
    /// People with a promise due until the end of the shift's day (tomorrow, without a shift), people a peer has claimed or steps down
    /// with, and people referred or taken on with whom nobody has spoken yet. First those who were promised something.
    /// </summary>
    public static async Task<SheetContent> ReadAsync(GroupDb db, GroupClock clock, Shift? shift)
    {
        var until = shift is null ? clock.Today.AddDays(1) : clock.DayOf(shift.EndsAt);
        var promises = await db.Promises.AsNoTracking().Where(p => p.State == PromiseState.Open && p.DueOn <= until)
            .OrderBy(p => p.DueOn).ThenBy(p => p.DueAt).Take(MostPeople).ToListAsync();
        var ties = await db.PeerTies.AsNoTracking().Where(t => t.Until == null).OrderByDescending(t => t.From).Take(MostPeople).ToListAsync();
        var unspoken = await db.Cases.AsNoTracking().Where(c => c.State == CaseState.Open && c.FirstAnsweredAt == null).OrderByDescending(c => c.OpenedOn).Take(MostPeople).Select(c => c.PersonId).ToListAsync();
        var all = promises.Select(p => p.PersonId).Concat(unspoken).Concat(ties.Select(t => t.PersonId)).Distinct().ToList();
        var ids = all.Take(MostPeople).ToList();
        var people = await db.LivingPeople.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync();
        var phones = (await db.Phones.AsNoTracking().Where(p => ids.Contains(p.PersonId)).OrderBy(p => p.Id).ToListAsync()).ToLookup(p => p.PersonId);
        return new SheetContent(
            [.. people.OrderBy(p => ids.IndexOf(p.Id)).Select(p => new SheetPerson(
                p,
                [.. phones[p.Id]],
                [.. promises.Where(r => r.PersonId == p.Id)],
                promises.Find(r => r.PersonId == p.Id)?.PeerId ?? ties.Find(t => t.PersonId == p.Id)?.PeerId))],
            await PeersAsync(db, shift),
            await db.EmergencySteps.AsNoTracking().Where(s => s.EndedAt == null).OrderBy(s => s.Position).ToListAsync(),
            all.Count > MostPeople || promises.Count == MostPeople || unspoken.Count == MostPeople);
    }

    private static async Task<IReadOnlyList<SheetPeer>> PeersAsync(GroupDb db, Shift? shift)
    {
        if (shift is null)
            return [];
        var places = await db.ShiftPlaces.AsNoTracking().Where(p => p.ShiftId == shift.Id && p.GivenUpAt == null).ToListAsync();
        var ids = places.ConvertAll(p => p.PeerId.Value);
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName);
        return [.. places.OrderByDescending(p => p.Role).Select(p => new SheetPeer(names.GetValueOrDefault(p.PeerId.Value, ""), p.ReachOn, p.AtHome, p.Role)).Where(p => p.Name.Length > 0)];
    }
}

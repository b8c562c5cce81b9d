using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Peers;

/// <summary>A spell that closed, of somebody a peer supported in it, who agreed that their helpers hear.</summary>
public sealed record Ending(Person Person, Spell Spell);

public static class Endings
{
    /// <summary>An ending is told for so many days.</summary>
    public const int Told = 31;

    /// <summary>Looks through as many of a peer's newest contacts: it costs the same after ten years as after one.</summary>
    private const int NewestContacts = 500;

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<Ending>> ReadAsync(GroupDb db, GroupClock clock, UserId peer)
    {
        var mine = (await db.StandingContacts.Where(c => c.PeerId == peer && c.PersonId != null).OrderByDescending(c => c.At).Take(NewestContacts).Select(c => new { c.PersonId, c.Day }).ToListAsync())
            .ToLookup(c => c.PersonId!.Value, c => c.Day);
        if (mine.Count == 0)
            return [];
        var (ids, since) = (mine.Select(m => m.Key).ToList(), clock.Today.AddDays(-Told));
        var found = await db.Spells.AsNoTracking().Where(s => ids.Contains(s.PersonId) && s.ClosedOn >= since && s.HelpersMayHear == true)
            .Join(db.People.AsNoTracking().Where(p => p.DiedAt == null), s => s.PersonId, p => p.Id, (s, p) => new { s, p }).ToListAsync();
        return [.. found.Where(f => mine[f.p.Id].Any(day => day >= f.s.OpenedOn && day <= f.s.ClosedOn)).OrderByDescending(f => f.s.ClosedOn).Select(f => new Ending(f.p, f.s))];
    }
}

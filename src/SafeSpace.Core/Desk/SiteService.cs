using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk;

/// <summary>What became of a change to a site.</summary>
public enum SiteChange
{
    Done,
    NoSuchSite,

    /// <summary>Another site in use bears this name.</summary>
    NameTaken,
}

/// <summary>Adds, renames and ends the places a group opens. An ended one can be used again.</summary>
public sealed class SiteService(GroupStore store)
{
    public const int LongestName = 80;

    /// <param name="id">The id the form gave: sent twice, it is one site.</param>
    public Task<SiteChange> AddAsync(Guid id, string name, Actor by) => store.Write("SiteAdded", by, async unit =>
    {
        if (await unit.Db.Sites.FindAsync(id) is not null)
            return SiteChange.Done;
        if (await IsTakenAsync(unit, id, name))
            return SiteChange.NameTaken;
        unit.Db.Sites.Add(new Site { Id = id, Name = name.Trim() });
        return SiteChange.Done;
    });

    public Task<SiteChange> RenameAsync(Guid id, string name, Guid seen, Actor by) => ChangeAsync("SiteRenamed", id, by, async (unit, site) =>
    {
        Unit.Expect(site, seen);
        if (await IsTakenAsync(unit, id, name))
            return SiteChange.NameTaken;
        site.Name = name.Trim();
        return SiteChange.Done;
    });

    /// <summary>It is not used any more: its hours end with today, shifts there that have not begun do not take place. What happened there stands.</summary>
    public Task<SiteChange> EndAsync(Guid id, Actor by) => ChangeAsync("SiteEnded", id, by, async (unit, site) =>
    {
        site.EndedAt ??= unit.Now;
        foreach (var shift in await unit.Db.Set<Peers.Shift>().Where(s => s.SiteId == id && s.EndsAt > unit.Now && s.StartsAt > unit.Now && s.CancelledAt == null).ToListAsync())
            shift.CancelledAt = unit.Now;
        return SiteChange.Done;
    });

    public Task<SiteChange> UseAgainAsync(Guid id, Actor by) => ChangeAsync("SiteUsedAgain", id, by, async (unit, site) =>
    {
        if (await IsTakenAsync(unit, id, site.Name))
            return SiteChange.NameTaken;
        site.EndedAt = null;
        return SiteChange.Done;
    });

    private Task<SiteChange> ChangeAsync(string kind, Guid id, Actor by, Func<Unit, Site, Task<SiteChange>> change) =>
        store.Write(kind, by, async unit => await unit.Db.Sites.FindAsync(id) is { } site ? await change(unit, site) : SiteChange.NoSuchSite);

    private static async Task<bool> IsTakenAsync(Unit unit, Guid id, string name)
    {
        var names = await unit.Db.Sites.Where(s => s.EndedAt == null && s.Id != id).Select(s => s.Name).ToListAsync();
        return names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase);
    }
}

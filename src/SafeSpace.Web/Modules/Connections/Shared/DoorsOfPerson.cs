using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Modules.Diary.Shared;

namespace SafeSpace.Web.Modules.Connections.Shared;

/// <summary>One thing that goes on, or went on, for somebody behind another door.</summary>
/// <param name="What">English: what kind of thing it is.</param>
/// <param name="Words">As people wrote it.</param>
/// <param name="State">Said already, in the viewer's language.</param>
/// <param name="Next">When it is thought of next; null when it is closed.</param>
public sealed record DoorLine(string What, string? Words, string State, string Address, DateOnly Since, bool Open, string? Next, bool Late);

/// <summary>All that goes on behind other doors for one person, what is open first.</summary>
public sealed class DoorsOfPerson(DoorTools tools)
{
    public async Task<IReadOnlyList<DoorLine>> ReadAsync(PersonId person, bool openOnly)
    {
        var (db, clock, t) = (tools.Db, tools.Clock, tools.Texts);
        var steps = await db.Promises.AsNoTracking().Where(p => p.PersonId == person && p.For != null && p.State == PromiseState.Open).ToListAsync();
        var lines = new List<DoorLine>();
        foreach (var row in await db.Connections.AsNoTracking().Where(c => c.PersonId == person).ToListAsync())
            Add("Connection", row.PartnerName, StateWords.Of(t, row.State), row.Id, $"~/connections/{row.Id}", row.AskedOn, row.IsOpen);
        foreach (var row in await db.PassedBack.AsNoTracking().Where(p => p.PersonId == person).ToListAsync())
            Add("Passed back", tools.Vault.Open(PassedBackWords.What, row.Id, row.What), t[row.ClosedAt is null ? "open" : "closed"], row.Id, $"~/passed-back/{row.Id}", clock.DayOf(row.At), row.ClosedAt is null);
        foreach (var row in await db.HospitalStays.AsNoTracking().Where(s => s.PersonId == person).ToListAsync())
            Add("In hospital", tools.Vault.Open(HospitalWords.Where, row.Id, row.Where), t[row.HomeAt is null ? "there now" : "home again"], row.Id, $"~/hospital/{row.Id}", clock.DayOf(row.Since), row.HomeAt is null);
        foreach (var row in await db.Asks.AsNoTracking().Where(a => a.PersonId == person).ToListAsync())
            Add("Asked for", tools.Vault.Open(AskWords.What, row.Id, row.What), AskStates.Of(t, row.State), row.Id, $"~/asks/{row.Id}", clock.DayOf(row.AskedAt), row.State is AskState.Open or AskState.Matched);
        foreach (var row in await db.Causes.AsNoTracking().Where(c => c.PersonId == person).ToListAsync())
            Add("Advocacy", tools.Vault.Open(CauseWords.What, row.Id, row.What), t[row.EndedOn is null ? "going on" : "ended"], row.Id, $"~/advocacy/{row.Id}", clock.DayOf(row.BegunAt), row.EndedOn is null);
        return [.. lines.Where(l => l.Open || !openOnly).OrderBy(l => !l.Open).ThenBy(l => !l.Late).ThenByDescending(l => l.Since)];

        void Add(string what, string? words, string state, Guid id, string address, DateOnly since, bool open)
        {
            var step = open ? steps.Find(s => s.ForId == id) : null;
            lines.Add(new DoorLine(what, words, state, address, since, open, step is null ? null : PromiseWords.When(step, clock, t), step is not null && Lateness.IsLate(step, clock.Now, clock.Today)));
        }
    }
}

internal static class AskStates
{
    public static string Of(Infrastructure.Words.Texts t, AskState state) => state switch
    {
        AskState.Open => t["nobody yet"],
        AskState.Matched => t["somebody comes"],
        AskState.Done => t["done"],
        AskState.Dropped => t["not needed any more"],
        _ => t["nobody could"],
    };
}

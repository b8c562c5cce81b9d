using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Data;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Consents;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <summary>What would go on by itself ends: ties, rhythms, agreements, offers, stories, who lives with whom; and their own account's name among those who looked.</summary>
internal static class LooseEnds
{
    public static async Task TieAsync(Unit unit, IReadOnlyList<PersonId> records, IReadOnlyList<Guid> accounts)
    {
        var (db, now) = (unit.Db, unit.Now);
        foreach (var tie in await db.PeerTies.Where(t => records.Contains(t.PersonId) && t.Until == null).ToListAsync())
            tie.Until = now;
        foreach (var rhythm in await db.Rhythms.Where(r => records.Contains(r.PersonId) && r.EndedAt == null).ToListAsync())
            rhythm.EndedAt = now;
        foreach (var agreement in await db.Agreements.Where(a => records.Contains(a.PersonId) && a.EndedAt == null).ToListAsync())
            agreement.EndedAt = now;
        foreach (var member in await db.HouseholdMembers.Where(m => records.Contains(m.PersonId) && m.Until == null).ToListAsync())
            member.Until = now;
        foreach (var consent in await db.Consents.Where(c => records.Contains(c.PersonId) && c.EndedAt == null).ToListAsync())
            consent.EndedAt = now;
        foreach (var offer in await db.HelpOffers.Where(o => o.PersonId != null && records.Contains(o.PersonId.Value)).ToListAsync())
            (offer.EndedAt, offer.AccountId) = (offer.EndedAt ?? now, null);
        var sides = db.Set<Desk.KeepingApart.KeepApartSide>().Where(s => s.PersonId != null && records.Contains(s.PersonId.Value)).Select(s => s.KeepApartId);
        foreach (var apart in await db.Set<Desk.KeepingApart.KeepApart>().Where(k => sides.Contains(k.Id) && k.Until == null).ToListAsync())
            apart.Until = now;
        await EndStoriesAsync(unit, records);
        var looked = db.ViewedPeople.Where(v => records.Contains(v.PersonId)).Select(v => v.ViewId);
        var theirs = accounts.Select(a => (UserId?)new UserId(a)).ToList();
        foreach (var view in await db.Views.Where(v => looked.Contains(v.Id) && theirs.Contains(v.ById)).ToListAsync())
            view.ByName = "";
    }

    /// <summary>In an older copy something may be open that was closed when they were erased: nobody is rung who is nobody any more.</summary>
    public static async Task CloseAsync(Unit unit, PersonId record)
    {
        var (db, now, today) = (unit.Db, unit.Now, unit.Clock.DayOf(unit.Now));
        foreach (var promise in await db.Promises.Where(p => p.PersonId == record && p.State == PromiseState.Open).ToListAsync())
            PromiseWriter.End(unit, promise, PromiseState.Released);
        foreach (var task in await db.SupportTasks.Where(t => t.PersonId == record && t.State == TaskState.Open).ToListAsync())
            (task.State, task.EndedAt) = (TaskState.Dropped, now);
        foreach (var direction in await db.Set<Desk.Directing.Direction>().Where(d => d.PersonId == record && d.EndedAt == null).ToListAsync())
            (direction.State, direction.EndedAt) = (Desk.Directing.DirectionState.TakenBack, now);
        if (await CaseWriter.FindAsync(unit, record) is { State: not CaseState.Closed } && await CaseWriter.NewestSpellAsync(unit, record) is { } spell)
            await CaseWriter.CloseAsync(unit, record, spell.OpenedOn > today ? spell.OpenedOn : today, null, null);
    }

    private static async Task EndStoriesAsync(Unit unit, IReadOnlyList<PersonId> records)
    {
        var stories = await unit.Db.Set<Story>().Where(s => s.PersonId != null && records.Contains(s.PersonId.Value)).ToListAsync();
        var ids = stories.ConvertAll(s => s.Id);
        stories.ForEach(s => s.TakenBackAt ??= unit.Now);
        foreach (var consent in await unit.Db.Set<StoryConsent>().Where(c => ids.Contains(c.StoryId) && c.TakenBackAt == null).ToListAsync())
            consent.TakenBackAt = unit.Now;
    }
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Help;
using SafeSpace.Core.Privacy.Requests;
using SafeSpace.Core.Privacy.Retention;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Privacy.Erasing;

/// <summary>Why a record cannot be erased now.</summary>
public enum Hindrance
{
    LegalHold,
    CaseOpen,
    Promise,
    Concern,
    InTheBuilding,
    CallUnderWay,
    HelpPromised,
    OtherDoor,
    SomethingToDo,
    Asked,
    Given,
    AccessRequest,
}

/// <summary>What somebody still waits for. Nobody is erased while we owe them something.</summary>
public static class StillOpen
{
    public static async Task<IReadOnlyList<Hindrance>> OfAsync(GroupDb db, IReadOnlyList<PersonId> records)
    {
        var found = new List<Hindrance>();
        async Task Look(Hindrance what, Task<bool> isThere)
        {
            if (await isThere)
                found.Add(what);
        }

        await Look(Hindrance.LegalHold, db.LegalHolds.AnyAsync(h => records.Contains(h.PersonId) && h.EndedAt == null));
        await Look(Hindrance.CaseOpen, db.Cases.AnyAsync(c => records.Contains(c.PersonId) && c.State != CaseState.Closed));
        await Look(Hindrance.Promise, db.Promises.AnyAsync(p => records.Contains(p.PersonId) && p.State == PromiseState.Open));
        await Look(Hindrance.Concern, db.Set<FollowUp.Safeguarding.Concern>().AnyAsync(c => records.Contains(c.PersonId) && c.ClosedAt == null));
        await Look(Hindrance.InTheBuilding, db.Set<Desk.Visitors.Visit>().AnyAsync(v => v.PersonId != null && records.Contains(v.PersonId.Value) && v.LeftAt == null));
        await Look(Hindrance.CallUnderWay, db.CallsUnderWay.AnyAsync(c => c.PersonId != null && records.Contains(c.PersonId.Value) && c.EndedAt == null));
        await Look(Hindrance.HelpPromised, db.HelpGiven.AnyAsync(h => records.Contains(h.PersonId) && h.State == HelpState.Promised));
        await Look(Hindrance.OtherDoor, OtherDoorsAsync(db, records));
        await Look(Hindrance.SomethingToDo, db.SupportTasks.AnyAsync(t => records.Contains(t.PersonId) && t.State == TaskState.Open));
        await Look(Hindrance.Asked, db.Asks.AnyAsync(a => records.Contains(a.PersonId) && (a.State == AskState.Open || a.State == AskState.Matched)));
        await Look(Hindrance.Given, db.Directions.AnyAsync(d => d.PersonId != null && records.Contains(d.PersonId.Value) && d.EndedAt == null));
        await Look(Hindrance.AccessRequest, db.AccessRequests.AnyAsync(r => records.Contains(r.PersonId) && r.SentOn == null && r.WithdrawnAt == null));
        return found;
    }

    private static async Task<bool> OtherDoorsAsync(GroupDb db, IReadOnlyList<PersonId> records) =>
        await db.Connections.AnyAsync(c => records.Contains(c.PersonId) && Connection.OpenStates.Contains(c.State))
        || await db.Appointments.AnyAsync(a => records.Contains(a.PersonId) && a.State == AppointmentState.Offered)
        || await db.PassedBack.AnyAsync(p => records.Contains(p.PersonId) && p.ClosedAt == null)
        || await db.HospitalStays.AnyAsync(s => records.Contains(s.PersonId) && s.HomeAt == null)
        || await db.Causes.AnyAsync(c => records.Contains(c.PersonId) && c.EndedOn == null);
}

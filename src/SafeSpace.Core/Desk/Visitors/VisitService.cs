using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Desk.Visitors;

/// <summary>What became of somebody's coming or going.</summary>
public enum VisitResult
{
    Done,
    NoSuchPerson,
    NoSuchVisit,

    /// <summary>They are here already.</summary>
    HereAlready,

    /// <summary>Somebody here and they should not meet. Nothing was noted; it is once the desk says so a second time.</summary>
    ShouldNotMeet,

    /// <summary>It had ended, with other words or none: these are not in the diary.</summary>
    EndedOtherwise,
}

/// <summary>Who comes to the building, and goes.</summary>
public sealed class VisitService(GroupStore store)
{
    /// <summary>The sealed column, as the vault names it.</summary>
    public const string FirstName = "visit.first_name";

    /// <param name="id">The id the form gave: sent twice, it is one.</param>
    /// <param name="allTheSame">The desk was told that somebody here should not meet them, and says that they are here all the same.</param>
    public Task<VisitResult> ArriveAsync(Guid id, PersonId? person, string? firstName, Guid? site, bool allTheSame, Actor by) => store.Write("VisitorArrived", by, async unit =>
    {
        if (await unit.Db.Visits.FindAsync(id) is not null)
            return VisitResult.Done;
        PersonId? who = null;
        if (person is { } named)
        {
            await unit.AloneAsync(); // two desks, two who must not meet
            who = await ContactWriter.StandingAsync(unit, named);
            if (who is null)
                return VisitResult.NoSuchPerson;
            if (await unit.Db.Visits.AnyAsync(v => v.PersonId == who && v.LeftAt == null))
                return VisitResult.HereAlready;
            if (!allTheSame && (await InTheBuilding.ReadAsync(unit.Db, unit.Clock)).ShouldNotMeet(Party.Of(who.Value)))
                return VisitResult.ShouldNotMeet;
        }

        unit.Db.Visits.Add(new Visit { Id = id, PersonId = who, SiteId = site, ArrivedAt = unit.Now, FirstName = unit.Seal(who, FirstName, id, who is null ? firstName?.Trim() : null) });
        return VisitResult.Done;
    });

    /// <summary>They were not here at all: the wrong name was tapped. Nothing goes into the diary, and nothing is counted.</summary>
    public Task<VisitResult> MistakeAsync(Guid id, Actor by) => store.Write("VisitorNotHere", by, async unit =>
    {
        if (await unit.Db.Visits.FindAsync(id) is not { } visit)
            return VisitResult.NoSuchVisit;
        visit.LeftAt ??= unit.Now;
        return VisitResult.Done;
    });

    /// <summary>They leave: the visit becomes an entry of the diary, and keeps what was promised of it.</summary>
    public Task<VisitResult> LeaveAsync(Guid id, string? words, Actor by) => store.Write("VisitorLeft", by, async unit =>
    {
        if (await unit.Db.Visits.FindAsync(id) is not { } visit)
            return VisitResult.NoSuchVisit;
        if (visit.LeftAt is not null)
            return string.IsNullOrWhiteSpace(words) || await WordsOfAsync(unit, visit) == words ? VisitResult.Done : VisitResult.EndedOtherwise;
        visit.LeftAt = unit.Now;
        var minutes = (int)Math.Clamp(Math.Round((unit.Now - visit.ArrivedAt).TotalMinutes), 0, ContactRules.MostMinutes);
        var contact = await ContactWriter.AddAsync(unit, new ContactDetails
        {
            PersonId = visit.PersonId,
            Kind = ContactKind.VisitToBuilding,
            At = visit.ArrivedAt,
            Minutes = minutes,
            PeerId = by.Id,
            PeerName = by.Name,
            Words = string.IsNullOrWhiteSpace(words) ? null : words,
        });
        visit.ContactId = contact.Id.Value;
        await Presence.HeardAsync(unit, by.Id);
        if (visit.PersonId is { } person)
            foreach (var promise in await PromiseWriter.DueBy(unit.Db, person, by.Id, contact.Day).Where(p => p.Visit).ToListAsync())
                PromiseWriter.End(unit, promise, PromiseState.Kept, contact: contact.Id.Value);
        return VisitResult.Done;
    });

    private static async Task<string?> WordsOfAsync(Unit unit, Visit visit) =>
        visit.ContactId is { } entry && await unit.Db.Contacts.FindAsync(new ContactId(entry)) is { } contact ? unit.Open(ContactWriter.Words, entry, contact.Words) : null;
}

/// <summary>Everybody in the building now: visitors, and peers who are on and not at home.</summary>
public sealed class InTheBuilding
{
    private readonly Meeting meeting;
    private readonly IReadOnlyList<Party> here;

    private InTheBuilding(Meeting meeting, IReadOnlyList<Party> here) => (this.meeting, this.here) = (meeting, here);

    /// <param name="whole">The whole store, or a unit of work.</param>
    public static async Task<InTheBuilding> ReadAsync(GroupDb whole, GroupClock clock)
    {
        var visitors = await whole.Visits.AsNoTracking().Where(v => v.LeftAt == null && v.PersonId != null).Select(v => v.PersonId!.Value).ToListAsync();
        var peers = (await OnShift.ReadAsync(whole, clock)).Where(p => !p.AtHome).Select(p => p.PeerId);
        return new InTheBuilding(await Meeting.ReadAsync(whole), [.. visitors.Select(Party.Of), .. peers.Select(Party.Of)]);
    }

    /// <summary>Would somebody who comes meet one they should not?</summary>
    /// <param name="others">Who is here by another book: the door's.</param>
    public bool ShouldNotMeet(Party who, params IEnumerable<Party> others) => meeting.NotWith(who, here.Concat(others)).Any();

    /// <summary>Two who are here should not meet.</summary>
    public bool TwoShouldNotMeet => !meeting.MayAll(here);
}

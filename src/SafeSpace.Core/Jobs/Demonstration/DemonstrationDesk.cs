using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Desk.Directing;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Desk.Visitors;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>
/// The desk of an ordinary evening: peers who are on, a call that goes on, somebody in the building, somebody given to a peer, what somebody
/// asked for, two who are kept apart, and one of us who waits behind the wall. It adds nothing that figures count.
/// </summary>
internal sealed class DemonstrationDesk(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    private static readonly Actor By = Actor.CommandLine;

    public async Task BeginAsync()
    {
        await new DeskSettingsService(store).SetAsync(60, 45, "Harbour House in the next town, 01632 960 111", Guid.Empty, By);
        await new DeskSettingsService(store).PlanAsync(Month.Of(store.Clock.Today.AddYears(-1)), calls: 80, visits: 14, By);
        var peers = await PeersAsync();
        await store.Write("ShiftBegun", By, unit => SignOnAsync(unit, peers));
        var (open, stepped) = await PeopleAsync();
        await store.Write("CallStarted", By, unit =>
        {
            unit.Db.CallsUnderWay.Add(new CallUnderWay { Id = Ids.New(), PersonId = open[2], PeerId = peers["Ola"], Kind = ContactKind.CallOut, StartedAt = unit.Now.AddMinutes(-12) });
            return Task.CompletedTask;
        });
        var visits = new VisitService(store);
        await visits.ArriveAsync(Ids.New(), open[4], null, null, allTheSame: false, By);
        await visits.ArriveAsync(Ids.New(), null, "Bill", null, allTheSame: false, By);
        await new AskedForService(store).SetAsync(open[1], "a woman", "Polish", notANeighbour: true, "Nobody from the church choir.", Guid.Empty, By);
        await new KeepApartService(store).SetAsync(Ids.New(), Party.Of(open[0]), Party.Of(open[5]), "They were married. He does not know where she lives now.", By);
        var desk = new Actor(accounts[Role.Facilitator].UserId, accounts[Role.Facilitator].DisplayName);
        await new DirectingService(store).GiveAsync(new Giving(Ids.New(), open[5], accounts[Role.Peer].UserId, "Rang at ten past, would like you to ring back."), desk);
        await new DirectingService(store).GiveAsync(new Giving(Ids.New(), null, peers["Bashir"], Caller: "A man on a mobile, would not say his name"), desk);
        await WallAsync(stepped, peers["Gwen"], [accounts[Role.Supervisor].UserId, peers["Nell"]], desk);
    }

    private async Task<Dictionary<string, UserId>> PeersAsync()
    {
        await using var db = await store.ReadAsync();
        return (await db.Users.AsNoTracking().ToListAsync()).ToDictionary(u => u.DisplayName, u => u.UserId);
    }

    /// <summary>People with an open case that the peer has claimed; and one who is stepped down.</summary>
    private async Task<(List<PersonId> Open, PersonId Stepped)> PeopleAsync()
    {
        await using var db = await store.ReadAsync();
        var peer = accounts[Role.Peer].UserId;
        var ties = await db.PeerTies.Where(t => t.PeerId == peer && t.Until == null).OrderBy(t => t.Id).ToListAsync();
        return ([.. ties.Where(t => t.Kind == TieKind.Claimed).Select(t => t.PersonId)], ties.Last(t => t.Kind == TieKind.StepDown).PersonId);
    }

    private async Task SignOnAsync(Unit unit, Dictionary<string, UserId> peers)
    {
        if ((await OnShift.ReadAsync(unit.Db, unit.Clock)).Count > 0)
            return;
        var shift = new Shift { Id = Ids.New(), StartsAt = unit.Now.AddMinutes(-90), EndsAt = unit.Now.AddHours(3), LeastPeers = 3 };
        unit.Db.Shifts.Add(shift);
        (UserId Peer, ShiftRole Role, bool AtHome, ShiftState State, int HeardMinutesAgo)[] on =
        [
            (accounts[Role.Facilitator].UserId, ShiftRole.Facilitator, false, ShiftState.Free, 2),
            (accounts[Role.Peer].UserId, ShiftRole.Peer, true, ShiftState.Free, 10),
            (peers["Ola"], ShiftRole.Peer, true, ShiftState.Free, 12),
            (peers["Bashir"], ShiftRole.Peer, true, ShiftState.Free, 70),
            (peers["Trish"], ShiftRole.Peer, false, ShiftState.NoCallsToday, 20),
        ];
        foreach (var (peer, role, atHome, state, heard) in on)
            unit.Db.ShiftPlaces.Add(new ShiftPlace { Id = Ids.New(), ShiftId = shift.Id, PeerId = peer, Role = role, AtHome = atHome, State = state, SignedOnAt = shift.StartsAt, HeardAt = unit.Now.AddMinutes(-heard) });
    }

    /// <summary>Promised a call today, so that the desk sees that somebody waits; and the glass was broken once.</summary>
    private async Task WallAsync(PersonId person, UserId whose, UserId[] keyholders, Actor desk)
    {
        await new PromiseService(store).MakeAsync(person, null, new PromiseDetails(store.Clock.Today), By);
        await new KeyholderService(store).SetAsync(whose, keyholders, By);
        var walls = new WallService(store);
        await walls.LinkAsync(person, whose, By);
        await using var db = await store.ReadAsync();
        var link = await db.PersonAccounts.Where(a => a.PersonId == person && a.Until == null).Select(a => a.Id).SingleAsync();
        await walls.BreakAsync(link, Ids.New(), "She rang, and the line broke off.", desk);
    }
}

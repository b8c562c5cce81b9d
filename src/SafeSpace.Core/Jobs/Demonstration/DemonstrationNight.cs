using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.FollowUp.Safeguarding;
using SafeSpace.Core.Referrals.ComingBack;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>What the evening before left: a handover to read, a safeguarding answer that is due, a page of what to do in an emergency.</summary>
internal sealed class DemonstrationNight(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    public async Task BeginAsync()
    {
        await EmergenciesAsync();
        await using var db = await store.ReadAsync();
        var people = await db.Cases.AsNoTracking().Where(c => c.State == CaseState.Open).OrderByDescending(c => c.OpenedOn).ThenBy(c => c.PersonId).Skip(1).Take(3).Select(c => c.PersonId).ToListAsync();
        await ConcernAsync(people[0]);
        await HandoverAsync(people);
        await new ComingBackService(store).AgreeAsync(agreed: true, store.Clock.Today.AddDays(-60), "Crisis team and home treatment, at the spring meeting", null, ActorOf(Role.Coordinator));
    }

    private async Task EmergenciesAsync()
    {
        var steps = new EmergencySteps(store);
        var owner = accounts[Role.Supervisor].UserId;
        EmergencyDetails[] written =
        [
            new("Somebody's life is in danger now", "Ring 999 and say where they are. Stay on the line with the person if you can: ask a colleague to ring for you. Then tell the supervisor.", "Emergency services", "999", owner),
            new("Somebody may hurt themselves tonight", "Stay with them, ask plainly, listen. Ring the crisis team together. Agree who rings next and when, and write it down.", "Crisis team, day and night", "0113 496 0131", owner),
            new("A child or a grown-up is being harmed", "You need not be sure. Say what you saw and heard. Ask what the person wants. Ring the duty desk, then write down a concern.", "Safeguarding duty desk", "0113 496 0142", owner),
        ];
        foreach (var step in written)
            await steps.AddAsync(Ids.New(), step, ActorOf(Role.Supervisor));
    }

    private async Task ConcernAsync(PersonId person)
    {
        var peer = accounts[Role.Peer];
        await new ConcernService(store).RaiseAsync(
            Ids.New(), person, "Says the neighbour takes her bank card on Fridays and gives back what is left.", "Wants the card back. Does not want the police, for now.",
            new ToldDetails("Safeguarding duty desk, spoke with Ann", store.Clock.Now.AddDays(-1), store.Clock.Today.AddDays(2)), peer.UserId, ActorOf(Role.Peer));
    }

    private async Task HandoverAsync(List<PersonId> people)
    {
        var now = store.Clock.Now;
        HandoverWords[] lines =
        [
            new(HandoverPart.Happened, people[0], "19:20 Rang us, 25 min."),
            new(HandoverPart.Happened, null, "Quiet from eight on. The kettle is mended."),
            new(HandoverPart.Open, people[1], "Tried and not reached. Safe to ring after five."),
            new(HandoverPart.Tonight, people[2], "First night back at home. Would be glad of a call."),
        ];
        await new HandoverService(store).WriteAsync(Ids.New(), null, now.AddHours(-6), lines, sign: true, accounts[Role.Supervisor].UserId, ActorOf(Role.Supervisor));
    }

    private Actor ActorOf(Role role) => new(accounts[role].UserId, accounts[role].DisplayName);
}

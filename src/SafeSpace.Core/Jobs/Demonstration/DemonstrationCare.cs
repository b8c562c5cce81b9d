using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>What grows between calls: plans, something agreed, things to do, rhythms of those who are stepped down, a call going on, and one page of somebody's own.</summary>
internal sealed class DemonstrationCare(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    private UserId Peer => accounts[Role.Peer].UserId;

    private Actor By => new(Peer, accounts[Role.Peer].DisplayName);

    public async Task BeginAsync()
    {
        await new FollowUpSettings(store).ChangeAsync(new FollowUpChoice(AsksMood: true, OwnPages: true, NamesWhoLooked: false), default, Actor.CommandLine);
        List<PersonId> claimed, stepped;
        await using (var db = await store.ReadAsync())
        {
            claimed = await TiedAsync(db, TieKind.Claimed);
            stepped = await TiedAsync(db, TieKind.StepDown);
        }

        if (claimed.Count < DemonstrationDay.Claimed || stepped.Count < DemonstrationDay.SteppingDown)
            return;
        await PlanAsync(claimed[0], "I stop answering the phone|I get up at four", "A walk by the river, even a short one", "My sister Jo. Then the desk, after five", "For the dog, and for spring");
        await PlanAsync(stepped[0], "I tidy everything twice", "Music on, kettle on", "Ola, or whoever is on", "I want to see my grandson start school");
        await new AgreementService(store).MakeAsync(
            claimed[1], new AgreementDetails("One long call a day, in the evening. Short ones whenever.", "So that there is always somebody rested to talk with. They said evenings are the hardest.", store.Clock.Today.AddDays(-3), store.Clock.Today.AddDays(18), store.Clock.Today.AddDays(11)), By, Ids.New());
        var tasks = new TaskService(store);
        await tasks.AddAsync(claimed[0], new TaskDetails("Ring the housing office about the repair", Peer, store.Clock.Today.AddDays(2)), By, Ids.New());
        await tasks.AddAsync(claimed[2], new TaskDetails("Find somebody to come along to the appointment on Tuesday"), By, Ids.New());
        var rhythms = new RhythmService(store);
        await rhythms.AgreeAsync(stepped[0], 7, "Sundays, after the football", null, By);
        await rhythms.AgreeAsync(stepped[1], 3, null, null, By);
        await rhythms.AgreeAsync(stepped[2], null, "When the nights get bad again. She says.", null, By);
        await new CallService(store).StartAsync(claimed[3], Peer, ContactKind.CallOut, By);
        await OwnPageAsync(stepped[0]);
    }

    private Task<List<PersonId>> TiedAsync(GroupDb db, TieKind kind) =>
        db.PeerTies.Where(t => t.Kind == kind && t.PeerId == Peer && t.Until == null).OrderBy(t => t.Id).Select(t => t.PersonId).ToListAsync();

    private Task<PlanResult> PlanAsync(PersonId person, string signs, string helps, string ask, string reasons) => new PlanService(store).SaveAsync(
        person, null, new Dictionary<string, string> { ["signs"] = signs.Replace('|', '\n'), ["helps"] = helps, ["ask"] = ask, ["reasons"] = reasons }, byThePerson: false, By, Ids.New());

    private async Task OwnPageAsync(PersonId person)
    {
        var pages = new OwnPageService(store);
        await pages.TieAsync(person, accounts[Role.Member].UserId, "His own phone, with a code. Lives alone.", By);
        await pages.OfferAsync(person, "I can mend bicycles, and I make good soup.", new Actor(accounts[Role.Member].UserId, accounts[Role.Member].DisplayName));
        await new PromiseService(store).MakeAsync(person, Peer, new PromiseDetails(store.Clock.Today.AddDays(2), new TimeOnly(17, 0)), By);
        // Somebody looked, as on any day.
        await store.Write("Viewed", Actor.System, unit =>
        {
            var view = new Audit.View { Id = Ids.New(), At = unit.Now.AddDays(-1), ById = Peer, ByName = accounts[Role.Peer].DisplayName, Surface = "person", Shown = 1 };
            unit.Db.Add(view);
            unit.Db.Add(new Audit.ViewedPerson { PersonId = person, ViewId = view.Id });
            return Task.CompletedTask;
        });
    }
}

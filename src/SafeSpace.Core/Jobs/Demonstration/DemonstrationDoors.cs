using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Advocacy;
using SafeSpace.Core.Connections.Asking;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.Hospital;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Connections.PassingBack;
using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Data;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>Other doors: a directory, people on the way to its services, counsellors with slots, somebody passed back, somebody in hospital, an ask with offers, a form to fight for.</summary>
internal sealed class DemonstrationDoors(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    private readonly Actor by = new(accounts[Role.Facilitator].UserId, accounts[Role.Facilitator].DisplayName);

    private DateOnly Today => store.Clock.Today;

    public async Task BeginAsync()
    {
        List<PersonId> people;
        await using (var db = await store.ReadAsync())
            people = await db.Cases.Where(c => c.State == CaseState.Open).OrderByDescending(c => c.OpenedOn).ThenBy(c => c.PersonId).Select(c => c.PersonId).Take(10).ToListAsync();
        if (people.Count < 10)
            return;
        var partners = await PartnersAsync();
        await ConnectAsync(people, partners);
        await CounsellingAsync(people);
        await new PassingBackService(store).PassAsync(Ids.New(), people[4], "Has not slept for four nights, and asks the neighbours who sent them.", new Told(Ids.New(), "Crisis team, Morag", "A visit this evening.", store.Clock.Now.AddHours(3)), new PromiseKeeper(accounts[Role.Facilitator].UserId), by);
        await HospitalAsync(people[5]);
        await AsksAsync(people);
        await CauseAsync(people[8]);
        await EndedAsync(people[7]);
        var unmet = new UnmetService(store);
        await unmet.NoteAsync(Ids.New(), people[9], new UnmetDetails(Today, "bed", "Nothing free within thirty miles.", Beyond: false), by);
        await unmet.NoteAsync(Ids.New(), null, new UnmetDetails(Today, "night", "Rang at three; nobody is there then.", Beyond: true), by);
    }

    private async Task<IReadOnlyDictionary<string, Guid>> PartnersAsync()
    {
        var service = new PartnerService(store);
        await new CounsellingService(store).DecideAsync(Nation.EnglandAndWales, 2, publishes: true, default, by);
        (string Key, PartnerDetails Details)[] entries =
        [
            ("advice", new("Harbour Advice") { Kind = "advice", WhatFor = "Debt, benefits, letters from the council.", ForWhom = "Anybody in town.", OpenWhen = "Mon to Fri 9:30 to 16:00", HowToRefer = "Ring, or send them with a note.", Phone = "01302 555 010", Email = "hello@harbour-advice.example", Website = "https://harbour-advice.example", Address = "12 Quay Street, Riverside", Postcode = "RV1 2AB", WhoKnowsUs = "Ann, on Tuesdays.", Public = true }),
            ("housing", new("Quay Housing") { Kind = "housing", WhatFor = "A room for people who would sleep outside.", ForWhom = "From 18. No dogs.", Phone = "01302 555 020", HowToRefer = "By phone before four." }),
            ("counselling", new("Open Door Counselling") { Kind = "counselling", WhatFor = "Up to twelve talks.", ForWhom = "Adults.", OpenWhen = "Weekdays and Tuesday evening", HowToRefer = "A letter.", Email = "referrals@open-door.example", Public = true }),
            ("refuge", new("Swan House") { Kind = "refuge", WhatFor = "A safe place for women and children.", Phone = "01302 555 030", HowToRefer = "By phone, any hour." }),
            ("food", new("Kettle Food Bank") { Kind = "food", WhatFor = "Food for three days.", OpenWhen = "Tue and Fri 11 to 14", Address = "3 Mill Lane, Riverside", Postcode = "RV2 4CD", Public = true }),
        ];
        var made = new Dictionary<string, Guid>();
        foreach (var (key, details) in entries)
            await service.AddAsync(made[key] = Ids.New(), details, by);
        return made;
    }

    private async Task ConnectAsync(List<PersonId> people, IReadOnlyDictionary<string, Guid> partners)
    {
        var connections = new ConnectionService(store);
        var (asked, sent, refused, ended) = (Ids.New(), Ids.New(), Ids.New(), Ids.New());
        Share[] shares = [Share.Name, Share.Phone];
        var next = new NextStep(Today.AddDays(2), By: new PromiseKeeper(accounts[Role.Peer].UserId));
        await connections.AskAsync(asked, people[0], new ConnectionDetails(partners["advice"], null, null, "A letter about rent that nobody understands. They would like somebody to look at it with them.", shares), next, by);
        await connections.AskAsync(sent, people[1], new ConnectionDetails(partners["housing"], null, null, "Can stay with a friend until Friday.", shares), next, by);
        await connections.SendAsync(sent, await VersionAsync(sent), SentHow.Phone, "Rang Quay Housing: one person, from Friday, no dog.", next, by);
        await connections.AskAsync(refused, people[2], new ConnectionDetails(partners["counselling"], null, null, "Would like to talk about what happened in spring.", shares), next, by);
        await connections.RefuseAsync(refused, await VersionAsync(refused), "drink_drugs", "Come back when dry, they said.", by);
        await connections.AskAsync(ended, people[3], new ConnectionDetails(partners["food"], null, null, "Food until the money comes.", shares), next, by);
        await connections.TakenAsync(ended, await VersionAsync(ended), next, by);
        await connections.EndAsync(ended, await VersionAsync(ended), "helped", "Went together; goes alone now.", by);
    }

    private async Task<Guid> VersionAsync(Guid connection)
    {
        await using var db = await store.ReadAsync();
        return await db.Connections.Where(c => c.Id == connection).Select(c => c.Version).SingleAsync();
    }

    private async Task CounsellingAsync(List<PersonId> people)
    {
        var service = new CounsellingService(store);
        var (noor, ben) = (Ids.New(), Ids.New());
        await service.AddAsync(noor, "Noor", student: true, null, by);
        await service.AddAsync(ben, "Ben", student: true, null, by);
        await service.AddSlotsAsync(new NewSlots(noor, new LocalMoment(Today.AddDays(1), new TimeOnly(14, 0)), 50, 4), by);
        await service.AddSlotsAsync(new NewSlots(ben, new LocalMoment(Today.AddDays(3), new TimeOnly(10, 0)), 50, 3), by);
        var connections = new ConnectionService(store);
        var (waits, offered) = (Ids.New(), Ids.New());
        var details = new ConnectionDetails(null, "Our counsellors", Connection.Counselling, "Somebody to talk with, every week for a while.", [Share.Name]);
        await connections.AskAsync(waits, people[6], details, new NextStep(Today.AddDays(1)), by);
        await connections.AskAsync(offered, people[7], details, new NextStep(Today.AddDays(1)), by);
        Guid slot;
        await using (var db = await store.ReadAsync())
            slot = await db.CounsellingSlots.Where(s => s.CounsellorId == noor).OrderBy(s => s.StartsAt).Select(s => s.Id).FirstAsync();
        await new AppointmentService(store).OfferAsync(offered, await VersionAsync(offered), new AppointmentOffer(Ids.New(), default, slot), by);
    }

    private async Task HospitalAsync(PersonId person)
    {
        var (service, stay) = (new HospitalService(store), Ids.New());
        await service.AdmitAsync(stay, person, "Infirmary, ward 4. Visits 14:00 to 20:00.", store.Clock.Now.AddDays(-2), new NextStep(Today.AddDays(1)), by);
        await service.TurnAsync(Ids.New(), stay, accounts[Role.Peer].UserId, new PromiseDetails(Today.AddDays(1), new TimeOnly(16, 0), Visit: true), by);
        await service.BringAsync(Ids.New(), stay, new TaskDetails("Reading glasses and the phone charger", accounts[Role.Peer].UserId), by);
    }

    /// <summary>Home again, and an appeal that was won: what has been stands below what goes on.</summary>
    private async Task EndedAsync(PersonId person)
    {
        var (hospital, stay, next) = (new HospitalService(store), Ids.New(), new NextStep(Today));
        await hospital.AdmitAsync(stay, person, "Infirmary, ward 2", store.Clock.Now.AddDays(-30), next, by);
        var (advocacy, cause) = (new AdvocacyService(store), Ids.New());
        await advocacy.BeginAsync(cause, person, "benefit_form", "Help with the form, which nobody can read.", next, by);
        await using var db = await store.ReadAsync();
        await hospital.HomeAsync(stay, (await db.HospitalStays.SingleAsync(s => s.Id == stay)).Version, store.Clock.Now.AddDays(-27), "By taxi, with a neighbour.", by);
        await advocacy.EndAsync(cause, (await db.Causes.SingleAsync(c => c.Id == cause)).Version, new CauseEnd("won", "It came after three weeks.", 124_050, "I can heat the front room again."), by);
    }

    private async Task AsksAsync(List<PersonId> people)
    {
        var service = new AskService(store);
        await service.AskAsync(Ids.New(), people[3], "appointments", "Somebody to come along to the assessment.", Today.AddDays(4), new NextStep(Today.AddDays(1)), by);
        await service.OfferAsync(Ids.New(), people[0], "transport", "Has a car, weekdays before three.", by);
        await service.OfferAsync(Ids.New(), null, "bureaucracy", "I read letters from the council for a hobby.", by);
    }

    private async Task CauseAsync(PersonId person)
    {
        var (service, cause) = (new AdvocacyService(store), Ids.New());
        await service.BeginAsync(cause, person, "appeal", "The form was turned down because page nine was missing. It was not.", new NextStep(Today.AddDays(7)), by);
        await service.DeadlineAsync(Ids.New(), cause, "The appeal must be in", Today.AddDays(12), by);
        await service.PaperAsync(Ids.New(), cause, new TaskDetails("The doctor's letter of last autumn"), by);
    }
}

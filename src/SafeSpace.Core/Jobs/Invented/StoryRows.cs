using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Matching.Details;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Invented;

/// <summary>Turns stories into rows of a group's store, thousands at once, in one unit of work.</summary>
internal sealed class StoryRows(Unit unit, InventionPlan plan, DateOnly firstDay)
{
    private readonly List<Person> people = [];
    private readonly List<PersonPhone> phones = [];
    private readonly List<FamilyMember> family = [];
    private readonly List<Case> cases = [];
    private readonly List<Spell> spells = [];
    private readonly List<Referral> referrals = [];
    private readonly List<PersonFactor> factors = [];
    private readonly List<Contact> contacts = [];

    public async Task<InventionMade> WriteAsync(IReadOnlyList<Story> stories)
    {
        var number = await References.TakeAsync(unit, stories.Count);
        var ids = stories.Select(_ => PersonId.New()).ToList();
        await unit.MakeKeysAsync(ids);
        for (var i = 0; i < stories.Count; i++)
            Add(stories[i], ids[i], number + i);
        await unit.InsertManyAsync(people);
        await NameIndexWriter.AddAsync(unit, people);
        await unit.InsertManyAsync(phones);
        await unit.InsertManyAsync(family);
        await unit.InsertManyAsync(cases);
        await unit.InsertManyAsync(spells);
        await unit.InsertManyAsync(referrals);
        await unit.InsertManyAsync(factors);
        await unit.InsertManyAsync(contacts);
        return new InventionMade(people.Count, referrals.Count, contacts.Count);
    }

    private void Add(Story story, PersonId id, int number)
    {
        AddPerson(story, id, number);
        var @case = new Case { Id = CaseId.New(), PersonId = id, Version = Ids.New() };
        var made = story.Spells.Select(s => AddSpell(s, id, @case.Id)).ToList();
        foreach (var referral in story.Referrals)
            AddReferral(referral, id, made[referral.Spell].Id);
        foreach (var heard in story.Heard)
            factors.Add(new PersonFactor { Id = Ids.New(), PersonId = id, Factor = heard, SeenBy = SeenBy.Peers, Day = Day(story.Spells[0].Opened) });
        foreach (var contact in story.Contacts)
            AddContact(contact, id);
        var newest = story.Spells[^1];
        @case.State = newest.Closed is not null ? CaseState.Closed : newest.SteppedDown is not null ? CaseState.SteppedDown : CaseState.Open;
        @case.OpenedOn = Day(newest.Opened);
        @case.Team = story.Referrals.First(r => r.Spell == story.Spells.Count - 1).Team;
        @case.FirstAnsweredAt = story.Contacts.Where(c => c.Kind.IsAnswered() && c.Day >= newest.Opened).Select(c => (DateTime?)At(c.Day, c.MinuteOfDay)).FirstOrDefault();
        cases.Add(@case);
    }

    private void AddPerson(Story story, PersonId id, int number)
    {
        var told = story.Person;
        var postcode = $"ZZ{1 + (told.House % 9)} {told.House % 10}ZZ";
        people.Add(new Person
        {
            Id = id,
            Reference = References.Of(unit.Store.Profile.ReferencePrefix, number),
            ReferenceNumber = number,
            GivenName = told.GivenName,
            Surname = told.Surname,
            Gender = told.Gender,
            Ethnicity = told.Ethnicity,
            DateOfBirth = told.AgeInDays is { } age ? firstDay.AddDays(-age) : null,
            Address = $"{told.House} {told.Street}",
            Postcode = postcode,
            PostcodeKey = PostcodeKeys.Normalise(postcode),
            Voicemail = told.House % 3 == 0 ? Voicemail.No : told.House % 3 == 1 ? Voicemail.Yes : Voicemail.NotAsked,
            BeforeRinging = unit.Seal(id, PersonWords.BeforeRinging, id.Value, told.BeforeRinging),
            SafeTimes = unit.Seal(id, PersonWords.SafeTimes, id.Value, told.SafeTimes),
            AddedAt = At(story.Referrals[0].Day, story.Referrals[0].MinuteOfDay),
            Version = Ids.New(),
        });
        var phone = InventedNames.Phone(told.Phone);
        phones.Add(new PersonPhone { Id = Ids.New(), PersonId = id, Number = phone, Reversed = PhoneKeys.Reversed(phone, unit.Store.Profile.Region) ?? "" });
        if (told.Family is not { } member)
            return;
        var row = Ids.New();
        family.Add(new FamilyMember { Id = row, PersonId = id, Name = $"{member.Name} {told.Surname}", Tie = member.Tie, MayHear = unit.Seal(id, PersonWords.MayHear, row, member.MayHear), Version = Ids.New() });
    }

    private Spell AddSpell(StorySpell told, PersonId person, CaseId @case)
    {
        var spell = new Spell
        {
            Id = SpellId.New(),
            CaseId = @case,
            PersonId = person,
            OpenedOn = Day(told.Opened),
            SteppedDownOn = told.SteppedDown is { } stepped ? Day(stepped) : null,
            ClosedOn = told.Closed is { } closed ? Day(closed) : null,
            CloseReason = told.Reason,
            Version = Ids.New(),
        };
        spell.HowThingsAre = unit.Seal(person, PersonWords.HowThingsAre, spell.Id.Value, told.AtTheEnd);
        spells.Add(spell);
        return spell;
    }

    private void AddReferral(StoryReferral told, PersonId person, SpellId spell)
    {
        var id = ReferralId.New();
        var at = At(told.Day, told.MinuteOfDay);
        referrals.Add(new Referral
        {
            Id = id,
            PersonId = person,
            SpellId = spell,
            Channel = Channel.Phone,
            ReceivedAt = at,
            Day = Day(told.Day),
            Order = at.Ticks,
            Team = told.Team,
            HowSoon = told.HowSoon,
            ToldUs = unit.Seal(person, "referral.told_us", id.Value, told.ToldUs),
            Needs = unit.Seal(person, "referral.needs", id.Value, told.Needs),
            Risks = unit.Seal(person, "referral.risks", id.Value, told.Risks),
            Kind = told.Kind,
            Outcome = ReferralOutcome.TakenOn,
            DecidedAt = at.AddMinutes(10),
            DecidedByName = plan.Peers[0].Name,
            TalkedWith = "the nurse on duty",
            TalkedAt = at,
            Version = Ids.New(),
        });
        foreach (var factor in told.Factors)
            factors.Add(new PersonFactor { Id = Ids.New(), PersonId = person, ReferralId = id.Value, Factor = factor, SeenBy = SeenBy.Referrer, Day = Day(told.Day) });
    }

    private void AddContact(StoryContact told, PersonId person)
    {
        var id = ContactId.New();
        var peer = plan.Peers[told.Peer];
        var at = At(told.Day, told.MinuteOfDay);
        contacts.Add(new Contact
        {
            Id = id,
            PersonId = person,
            Kind = told.Kind,
            At = at,
            Day = Day(told.Day),
            Minutes = told.Minutes,
            PeerId = peer.Id,
            PeerName = peer.Id is null ? peer.Name : null,
            Words = unit.Seal(person, "contact.words", id.Value, told.Words),
            LoggedAt = at.AddMinutes(told.Minutes ?? 0),
            LoggedById = peer.Id,
        });
    }

    private DateOnly Day(int day) => firstDay.AddDays(day);

    private DateTime At(int day, int minute) => unit.Clock.ToUtc(new LocalMoment(Day(day), new TimeOnly(minute / 60, minute % 60)));
}

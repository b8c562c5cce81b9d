using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Testing.Build;

/// <summary>
/// A small service's year and a bit, made up by seed, in a store and in memory: 20 January 2025 to 6 March 2026. It has what goes wrong in
/// counting: corrected entries, callers nobody knows, unknown minutes, moments around midnight and on clock-change nights, a joined pair.
/// </summary>
public sealed class MadeYear
{
    public static readonly DateOnly FirstDay = new(2025, 1, 20);
    public static readonly DateOnly LastDay = new(2026, 3, 6);

    private static readonly string?[] Genders = ["Woman", "Woman", "woman ", "Man", "Man", "non-binary", "trans woman", null, ""];
    private static readonly string?[] Teams = ["crisis_team", "crisis_team", "home_treatment", "recovery_lounge", "team_we_no_longer_list", null];
    private static readonly string[] FactorCodes = ["anxiety_depression", "anxiety_depression", "alcohol", "housing", "financial", "carer", "own_word"];
    private static readonly int?[] Lengths = [null, 5, 10, 15, 20, 40, 60, 0];
    private readonly Random random = new(20_260_310);
    private readonly GroupStore store;

    private MadeYear(GroupStore store) => this.store = store;

    public List<Person> People { get; } = [];

    public List<Case> Cases { get; } = [];

    public List<Spell> Spells { get; } = [];

    public List<Referral> Referrals { get; } = [];

    public List<PersonFactor> Factors { get; } = [];

    public List<Contact> Contacts { get; } = [];

    public static async Task<MadeYear> FillAsync(GroupStore store)
    {
        var year = new MadeYear(store);
        for (var number = 1; number <= 70; number++)
            year.MakePerson(number);
        for (var i = 0; i < 60; i++)
            year.AddContact(null, year.SomeMoment(FirstDay, LastDay));
        await year.SaveAsync();
        await year.CorrectSomeAsync();
        await year.JoinTwoAsync();
        return year;
    }

    private void MakePerson(int number)
    {
        var person = new Person { Id = PersonId.New(), Reference = $"SS{number:0000}", ReferenceNumber = number, GivenName = $"Given{number}", Surname = "Made", Gender = Pick(Genders), AddedAt = At(FirstDay, 600) };
        People.Add(person);
        var file = new Case { Id = CaseId.New(), PersonId = person.Id };
        Cases.Add(file);
        var day = number == 1 ? FirstDay : FirstDay.AddDays(random.Next(1, 400));
        for (var again = 0; again < random.Next(1, 4) && day <= LastDay.AddDays(-1); again++)
            day = MakeSpell(person.Id, file, day, again == 0);
        file.State = Spells.Any(s => s.CaseId == file.Id && s.ClosedOn is null) ? CaseState.Open : CaseState.Closed;
    }

    private DateOnly MakeSpell(PersonId person, Case file, DateOnly day, bool first)
    {
        var closes = day.AddDays(random.Next(0, 70));
        var spell = new Spell { Id = SpellId.New(), CaseId = file.Id, PersonId = person, OpenedOn = day, ClosedOn = closes <= LastDay ? closes : null };
        Spells.Add(spell);
        file.OpenedOn = day;
        AddReferral(person, spell, day, first ? ReferralKind.First : ReferralKind.Repeat);
        if (random.Next(4) == 0 && day.AddDays(2) is var later && later < (spell.ClosedOn ?? LastDay))
            AddReferral(person, spell, later, ReferralKind.Double);
        var last = spell.ClosedOn ?? LastDay;
        for (var i = random.Next(0, 9); i > 0; i--)
            AddContact(person, SomeMoment(day, last));
        for (var i = random.Next(0, 3); i > 0; i--)
            AddFactor(person, null, SeenBy.Peers, day.AddDays(random.Next(0, 20)));
        return last.AddDays(random.Next(5, 60));
    }

    private void AddReferral(PersonId person, Spell spell, DateOnly day, ReferralKind kind)
    {
        var received = At(day, random.Next(8 * 60, 20 * 60));
        var outcome = random.Next(10) switch { 0 => ReferralOutcome.PointedElsewhere, 1 => ReferralOutcome.NotNow, 2 => ReferralOutcome.Waiting, _ => ReferralOutcome.TakenOn };
        var referral = new Referral
        {
            Id = ReferralId.New(),
            PersonId = person,
            SpellId = spell.Id,
            Channel = random.Next(3) == 0 ? Channel.Import : Channel.Phone,
            ReceivedAt = received,
            Day = day,
            Team = Pick(Teams),
            Kind = kind,
            Outcome = outcome,
            DecidedAt = outcome == ReferralOutcome.Waiting ? null : received.AddMinutes(random.Next(0, 200)),
        };
        Referrals.Add(referral);
        foreach (var factor in Enumerable.Range(0, random.Next(0, 4)).Select(_ => Pick(FactorCodes)).Distinct())
            AddFactor(person, referral.Id.Value, SeenBy.Referrer, day, factor);
    }

    private void AddFactor(PersonId person, Guid? referral, SeenBy seenBy, DateOnly day, string? factor = null) => Factors.Add(new PersonFactor
    {
        Id = Ids.New(),
        PersonId = person,
        ReferralId = referral,
        Factor = factor ?? Pick(FactorCodes),
        SeenBy = seenBy,
        Day = day,
        TakenBackAt = random.Next(8) == 0 ? At(day, 1200) : null,
    });

    private void AddContact(PersonId? person, DateTime at) => Contacts.Add(new Contact
    {
        Id = ContactId.New(),
        PersonId = person,
        Kind = Pick(Enum.GetValues<ContactKind>()),
        At = at,
        Day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, store.Clock.Zone)),
        Minutes = Pick(Lengths),
        LoggedAt = at,
        PeerName = "Wendy",
    });

    private async Task SaveAsync() => await store.Write("Made", Actor.CommandLine, async unit =>
    {
        await unit.InsertManyAsync(People);
        await unit.InsertManyAsync(Cases);
        await unit.InsertManyAsync(Spells);
        await unit.InsertManyAsync(Referrals);
        await unit.InsertManyAsync(Factors);
        await unit.InsertManyAsync(Contacts);
    });

    /// <summary>Some entries are set right by others: another kind, another length, another month.</summary>
    private async Task CorrectSomeAsync()
    {
        foreach (var wrong in Contacts.Where((_, i) => i % 13 == 0).ToList())
        {
            AddContact(wrong.PersonId, wrong.At.AddDays(-3));
            var right = Contacts[^1];
            right.CorrectsId = wrong.Id;
            wrong.CorrectedById = right.Id;
            await store.Write("ContactCorrected", Actor.CommandLine, async unit =>
            {
                unit.Db.Contacts.Add(right);
                (await unit.Db.Contacts.FindAsync(wrong.Id))!.CorrectedById = right.Id;
            });
        }
    }

    /// <summary>Two records were one person: the second's contacts go to the first, its first referral becomes a repeat or a double.</summary>
    private async Task JoinTwoAsync()
    {
        var (kept, gone) = (People[0], People[5]);
        var keptReferrals = Referrals.Where(r => r.PersonId == kept.Id).ToList();
        await store.Write("PeopleMerged", Actor.CommandLine, async unit =>
        {
            (await unit.Db.PeopleWithMerged.FindAsync(gone.Id))!.MergedIntoId = kept.Id;
            foreach (var contact in unit.Db.Contacts.Where(c => c.PersonId == gone.Id).ToList())
                contact.PersonId = kept.Id;
            foreach (var factor in unit.Db.Factors.Where(f => f.PersonId == gone.Id).ToList())
                factor.PersonId = kept.Id;
            foreach (var spell in unit.Db.Spells.Where(s => s.PersonId == gone.Id).ToList())
                unit.Db.Spells.Remove(spell);
            foreach (var referral in unit.Db.Referrals.Where(r => r.PersonId == gone.Id).ToList())
                (referral.PersonId, referral.Kind, referral.SpellId) = (kept.Id, ReferralKind.Double, keptReferrals[0].SpellId);
        });
        gone.MergedIntoId = kept.Id;
        Contacts.Where(c => c.PersonId == gone.Id).ToList().ForEach(c => c.PersonId = kept.Id);
        Factors.Where(f => f.PersonId == gone.Id).ToList().ForEach(f => f.PersonId = kept.Id);
        Spells.RemoveAll(s => s.PersonId == gone.Id);
        Referrals.Where(r => r.PersonId == gone.Id).ToList().ForEach(r => (r.PersonId, r.Kind, r.SpellId) = (kept.Id, ReferralKind.Double, keptReferrals[0].SpellId));
    }

    /// <summary>Now and then the last hour of a month, or the nights on which the clock goes forward and back.</summary>
    private DateTime SomeMoment(DateOnly from, DateOnly to)
    {
        var day = from.AddDays(random.Next(0, Math.Max(1, to.DayNumber - from.DayNumber)));
        DateTime moment = random.Next(12) switch
        {
            0 => At(Month.Of(day).LastDay, (22 * 60) + random.Next(120)),
            1 => At(new DateOnly(2025, 3, 30), random.Next(180)),
            2 => At(new DateOnly(2025, 10, 26), random.Next(180)),
            _ => At(day, random.Next(24 * 60)),
        };
        return moment > At(LastDay, 1430) || moment < At(FirstDay, 0) ? At(day, 700) : moment;
    }

    private static DateTime At(DateOnly day, int minute) => DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), DateTimeKind.Utc);

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}

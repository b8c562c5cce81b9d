using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>
/// What an ordinary day begins with: people who wait for a decision, people a peer has claimed or steps down, calls promised for
/// today and one from yesterday, and records that look alike: some are one person, some a household or a father and son.
/// </summary>
internal sealed class DemonstrationDay(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    public const int Waiting = 3;
    public const int Claimed = 6;
    public const int SteppingDown = 4;

    private static readonly Actor By = Actor.CommandLine;

    public async Task BeginAsync()
    {
        await OpenAsync();
        await store.Write("PeersTied", By, TieAsync);
        await store.Write("CallsPromised", By, PromiseAsync);
        await store.Write("LookAlikesAdded", By, LookAlikes.AddAsync);
        for (var number = 0; number < Waiting; number++)
            await WaitAsync(number);
    }

    /// <summary>Evenings at first, and since half a year from noon on.</summary>
    private async Task OpenAsync()
    {
        var hours = new OpeningHours(store);
        var today = store.Clock.Today;
        await hours.SetAsync(today.AddYears(-2), Every("16:30-21:00"), seen: null, By);
        await using var db = await store.ReadAsync();
        await hours.SetAsync(today.AddDays(-183), Every("12:00-21:30"), (await db.OpeningPlans.SingleAsync()).Version, By);

        static OpeningWeek Every(string spans) => OpeningWeek.Parse(string.Join('|', Enumerable.Repeat(spans, OpeningWeek.Days)));
    }

    private async Task TieAsync(Unit unit)
    {
        var peer = accounts[Role.Peer].UserId;
        var open = await unit.Db.Cases.Where(c => c.State == CaseState.Open).OrderByDescending(c => c.OpenedOn).ThenBy(c => c.PersonId).Take(Claimed).ToListAsync();
        var stepped = await unit.Db.Cases.Where(c => c.State == CaseState.SteppedDown).OrderBy(c => c.OpenedOn).ThenBy(c => c.PersonId).Take(SteppingDown).ToListAsync();
        foreach (var @case in open.Concat(stepped))
        {
            unit.Db.PeerTies.Add(new PeerTie
            {
                Id = Ids.New(),
                PersonId = @case.PersonId,
                PeerId = peer,
                Kind = @case.State == CaseState.Open ? TieKind.Claimed : TieKind.StepDown,
                From = unit.Clock.StartOf(@case.OpenedOn).AddHours(12),
            });
        }
    }

    /// <summary>Two for today, one that was for yesterday, one for tomorrow that anybody on shift may keep.</summary>
    private async Task PromiseAsync(Unit unit)
    {
        var peer = accounts[Role.Peer].UserId;
        var claimed = await unit.Db.PeerTies.Where(t => t.Kind == TieKind.Claimed && t.PeerId == peer).OrderBy(t => t.Id).Select(t => t.PersonId).ToListAsync();
        var today = unit.Clock.Today;
        (int Person, DateOnly Day, bool Anybody)[] promised = [(0, today, false), (1, today, false), (2, today.AddDays(-1), false), (3, today.AddDays(1), true)];
        foreach (var (person, day, anybody) in promised.Where(p => p.Person < claimed.Count))
        {
            unit.Db.Promises.Add(new Promise
            {
                Id = Ids.New(),
                PersonId = claimed[person],
                PeerId = anybody ? null : peer,
                DueOn = day,
                DueAt = person == 0 ? unit.Clock.ToUtc(new LocalMoment(day, new TimeOnly(18, 30))) : null,
                MadeAt = unit.Clock.StartOf(day.AddDays(-2)).AddHours(19),
                MadeById = peer,
            });
        }
    }

    /// <summary>Somebody referred within the last hour or two, about whom nobody has decided.</summary>
    private Task WaitAsync(int number) => store.Write("ReferralReceived", new Actor(accounts[Role.Referrer].UserId, accounts[Role.Referrer].DisplayName), async unit =>
    {
        (PersonDetails Who, string HowSoon, string[] Factors, string Told)[] waiting =
        [
            (new PersonDetails { GivenName = "Sam", Surname = "Hollis", DateOfBirth = new DateOnly(1988, 4, 2), Phones = [new PhoneDetails("07700 900 417", "his own")], SafeTimes = "After 17:00." },
                "today", ["anxiety_depression", "isolation"], "Seen this morning, going home to an empty flat. Asked for somebody who has been there."),
            (new PersonDetails { GivenName = "Katarzyna", Surname = "Pawlak", KnownAs = "Kasia", Language = "Polish", Phones = [new PhoneDetails("07700 900 233")] },
                "this_week", ["bereavement"], "Lost her mother in spring. Speaks English, would be glad of Polish."),
            (new PersonDetails { GivenName = "Terry", Surname = "Ogden", DateOfBirth = new DateOnly(1959, 11, 23), Voicemail = Voicemail.No },
                "today", ["alcohol", "relationship_issues"], "Rang the lounge twice last night."),
        ];
        var (who, howSoon, factors, told) = waiting[number];
        var person = await PersonWriter.AddAsync(unit, who);
        var at = unit.Now.AddMinutes(-110 + (40 * number));
        var day = unit.Clock.DayOf(at);
        var spell = await CaseWriter.OpenAsync(unit, person.Id, day, "crisis_team");
        var id = ReferralId.New();
        unit.Db.Referrals.Add(new Referral
        {
            Id = id,
            PersonId = person.Id,
            SpellId = spell.Id,
            Channel = Channel.Form,
            ReceivedAt = at,
            Day = day,
            Order = at.Ticks,
            Team = "crisis_team",
            ReferrerName = accounts[Role.Referrer].DisplayName,
            ReferrerId = accounts[Role.Referrer].UserId,
            NamedAs = unit.Seal(person.Id, ReferralWords.NamedAs, id.Value, person.FullName),
            HowSoon = howSoon,
            ToldUs = unit.Seal(person.Id, ReferralWords.ToldUs, id.Value, told),
            Kind = ReferralKind.First,
            Outcome = ReferralOutcome.Waiting,
        });
        foreach (var factor in factors)
            unit.Db.Factors.Add(new PersonFactor { Id = Ids.New(), PersonId = person.Id, ReferralId = id.Value, Factor = factor, SeenBy = SeenBy.Referrer, Day = day });
    });
}

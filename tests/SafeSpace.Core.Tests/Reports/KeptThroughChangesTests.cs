using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Core.Tests.Reports;

/// <summary>What is kept of people (factors, first tries, waits, gender, calls of all months) stays as the rows have it, whatever is changed, in whatever order, many at once.</summary>
public sealed class KeptThroughChangesTests
{
    private const int Rounds = 12, AtOnce = 8;
    private static readonly string[] OfPeople = ["Factors", "First tried", "Calls of each", "Waits of", "People referred"];
    private static readonly string[] Codes = ["anxiety_depression", "housing", "alcohol", "own_word"];

    [Theory]
    [InlineData(EngineKind.Sqlite, 1)]
    [InlineData(EngineKind.Sqlite, 2)]
    [InlineData(EngineKind.Sqlite, 3)]
    [InlineData(EngineKind.Postgres, 1)]
    [InlineData(EngineKind.Postgres, 2)]
    [InlineData(EngineKind.Postgres, 3)]
    public async Task AnyRowChanged_ByManyAtOnce_IsCountedAsItStands(EngineKind engine, int seed)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await OpenAsync(store, "16:30-21:00");
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var sameRows = round % 2 == 1; // changed again and again within one batch
            var changes = Enumerable.Range(0, AtOnce).Select(_ => (What: sameRows ? 4 + random.Next(3) : random.Next(10), Pick: sameRows ? random.Next(2) : random.Next(10_000), Other: random.Next(10_000))).ToList();
            await Task.WhenAll(changes.Select(c => store.Write("Changed", Actor.CommandLine, unit => ChangeAsync(unit, c.What, c.Pick, c.Other))));
            await using var db = await store.ReadAsync();
            var wrong = (await KeptRecount.RunAsync(db, store.Clock)).Where(s => OfPeople.Any(w => s.StartsWith(w, StringComparison.Ordinal))).ToList();
            Assert.True(wrong.Count == 0, $"After {string.Join(", ", changes)}: {string.Join(' ', wrong)}");
            Assert.True(await db.WaitMonths.AnyAsync(m => m.Waits != null) == (round > 0), "Months that nothing changed stay worked out.");
            await KeptWaits.WorkOutAsync(store);
        }
    }

    /// <summary>On two nodes at once: what one has not saved yet the other does not see, and yet nobody is counted twice or not at all.</summary>
    [Fact]
    public async Task TwoNodes_AboutTheSamePerson_AtOnce_CountThemOnce()
    {
        await using var one = await TestStores.OpenAsync(EngineKind.Postgres);
        var here = await one.NewGroupAsync();
        await MadeYear.FillAsync(here);
        await using var other = House.Open(one.Folder, one.Database, one.Clock);
        var there = await other.GetAsync(here.Slug);
        for (var round = 0; round < 40; round++)
        {
            var number = round;
            Referral referral;
            await using (var db = await here.ReadAsync())
                referral = await db.Referrals.AsNoTracking().OrderBy(r => r.Day).ThenBy(r => r.Id).Skip(number).FirstAsync();
            await Task.WhenAll(
                here.Write("Heard", Actor.CommandLine, unit => HearAsync(unit, referral, "alcohol")),
                there.Write("Heard", Actor.CommandLine, unit => HearAsync(unit, referral, "housing")));
            await Task.WhenAll(
                here.Write("Decided", Actor.CommandLine, async unit => (await unit.Db.Referrals.SingleAsync(r => r.Id == referral.Id)).Outcome = number % 2 == 0 ? ReferralOutcome.TakenOn : ReferralOutcome.NotNow),
                KeptWaits.WorkOutAsync(here),
                there.Write("Logged", Actor.CommandLine, unit => Task.FromResult(unit.Db.Contacts.Add(new Contact { Id = ContactId.New(), PersonId = referral.PersonId, Kind = ContactKind.CallOut, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now, PeerName = "Wendy" }))));
        }

        await using var now = await here.ReadAsync();
        Assert.DoesNotContain(await KeptRecount.RunAsync(now, here.Clock), s => OfPeople.Any(w => s.StartsWith(w, StringComparison.Ordinal)));

        static Task HearAsync(Unit unit, Referral referral, string factor) =>
            Task.FromResult(unit.Db.Factors.Add(new PersonFactor { Id = Ids.New(), PersonId = referral.PersonId, Factor = factor, SeenBy = SeenBy.Peers, Day = unit.Clock.Today }));
    }

    /// <summary>A store that was made before these were kept: they are counted when it is brought up to date.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AStoreFromBefore_IsCountedWhenItIsBroughtUpToDate(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await store.Write("PersonAdded", Actor.CommandLine, unit => PersonWriter.AddAsync(unit, new PersonDetails { GivenName = "Sam", Surname = "Harley", DateOfBirth = new DateOnly(1984, 3, 14) }, "SS0900"));
        await using (var db = await store.ReadAsync())
        {
            var steps = (await db.Database.GetAppliedMigrationsAsync()).ToList();
            await db.Database.MigrateAsync(steps[steps.FindIndex(s => s.EndsWith("_KeptFurther", StringComparison.Ordinal)) - 1]);
        }

        await stores.Stores.CloseAsync(store.Slug);
        Assert.NotEmpty(Assert.Single(await new Migrating(stores.Stores).RunAsync(store.Slug)).Steps);

        await using var now = await (await stores.Stores.GetAsync(store.Slug)).ReadAsync();
        Assert.Empty(await KeptRecount.RunAsync(now, store.Clock));
        Assert.Equal(1984, (await now.NamePairs.SingleAsync()).BornIn);
        Assert.True(await now.FactorDays.AnyAsync() && await now.Reaches.AnyAsync() && await now.PersonMonths.AnyAsync(m => m.Month == PersonMonth.All));
        Assert.True(await now.ReferredMonths.AnyAsync(m => m.Earlier != ReferredMonth.Never) && await now.WaitMonths.AnyAsync());
        Assert.True(await KeptWaits.WorkOutAsync(await stores.Stores.GetAsync(store.Slug)) > 10);
    }

    /// <summary>What was worked out is read, and gives the figures of the rows; with other opening hours it is not.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task MonthsThatAreWorkedOut_AreReadWithTheHoursTheyWereWorkedOutWith_AndAddUpAsTheRowsDo(EngineKind engine)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await MadeYear.FillAsync(store);
        await OpenAsync(store, "16:30-21:00");
        var (from, to) = (Month.Of(MadeYear.FirstDay), Month.Of(store.Clock.Today));
        await store.Write("Waiting", Actor.CommandLine, unit => AddAsync(unit, 1, MadeYear.FirstDay, store.Clock.StartOf(MadeYear.FirstDay)));
        var rows = await ReadAsync();

        Assert.True(await KeptWaits.WorkOutAsync(store) > 10);
        Assert.Equal(0, await KeptWaits.WorkOutAsync(store));
        Assert.Equal(rows, await ReadAsync());
        Assert.True(rows is { OpeningHours: "set", OpeningKnown: > 0, MedianMinutes: > 0 });

        await AnswerAsync(store);
        rows = rows with { Answered = rows.Answered + 1 };
        Assert.Equal((rows.Answered, rows.TakenOn), ((await ReadAsync()).Answered, rows.TakenOn));
        Assert.Equal(1, await KeptWaits.WorkOutAsync(store));
        rows = await ReadAsync();

        await store.Write("Broken", Actor.System, async unit =>
        {
            var others = await unit.Db.WaitMonths.Where(m => m.Month == from).Select(m => m.Waits).SingleAsync();
            await unit.Db.WaitMonths.Where(m => m.Month == from.Next).ExecuteUpdateAsync(m => m.SetProperty(x => x.Waits, others));
        });
        Assert.NotEqual(rows, await ReadAsync());

        await OpenAsync(store, "12:00-21:30");
        var other = await ReadAsync();
        Assert.Equal(rows.MedianMinutes, other.MedianMinutes);
        Assert.NotEqual(rows.MedianOpenMinutes, other.MedianOpenMinutes);
        Assert.True(await KeptWaits.WorkOutAsync(store) > 10);
        Assert.Equal(other, await ReadAsync());

        async Task<WaitingTimes> ReadAsync()
        {
            await using var db = await store.ReadAsync();
            return (await MonitoringReport.WorkAsync(db, store.Clock, from, to, store.Clock.Today)).Waiting;
        }
    }

    /// <summary>Somebody who was referred months ago is spoken with.</summary>
    private static async Task AnswerAsync(GroupStore store)
    {
        PersonId person;
        await using (var db = await store.ReadAsync())
            person = (await db.People.SingleAsync(p => p.GivenName == "New")).Id;
        await store.Write("Logged", Actor.CommandLine, unit => Task.FromResult(unit.Db.Contacts.Add(
            new Contact { Id = ContactId.New(), PersonId = person, Kind = ContactKind.CallOut, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now, PeerName = "Wendy" })));
    }

    private static async Task OpenAsync(GroupStore store, string hours)
    {
        var plan = new OpeningPlan { Id = Ids.New(), From = MadeYear.FirstDay.AddYears(-1), Week = string.Join('|', Enumerable.Repeat(hours, OpeningWeek.Days)) };
        await store.Write("Opened", Actor.CommandLine, unit => Task.FromResult(unit.Db.OpeningPlans.Add(plan)));
    }

    private static async Task ChangeAsync(Unit unit, int what, int pick, int other)
    {
        var db = unit.Db;
        var (person, second) = (await OneAsync(db.People.OrderBy(p => p.ReferenceNumber), pick), await OneAsync(db.People.OrderBy(p => p.ReferenceNumber), other));
        var day = MadeYear.FirstDay.AddDays(other % 400);
        var at = DateTime.SpecifyKind(day.ToDateTime(new TimeOnly(other % 24, 0)), DateTimeKind.Utc);
        var (referral, contact) = (await OneAsync(db.Referrals.OrderBy(r => r.Day).ThenBy(r => r.Id), pick), await OneAsync(db.Contacts.OrderBy(c => c.At).ThenBy(c => c.Id), pick));
        switch (what)
        {
            case 0:
                db.Contacts.Add(new Contact { Id = ContactId.New(), PersonId = person.Id, Kind = (ContactKind)(other % Enum.GetValues<ContactKind>().Length), At = at, Day = day, LoggedAt = at, PeerName = "Wendy" });
                break;
            case 1:
                contact.CorrectedById = contact.CorrectedById is null ? ContactId.New() : null;
                break;
            case 2:
                (contact.PersonId, contact.At, contact.Day) = (other % 3 == 0 ? null : second.Id, at, day);
                break;
            case 3:
                db.Factors.Add(new PersonFactor { Id = Ids.New(), PersonId = person.Id, ReferralId = other % 2 == 0 ? referral.Id.Value : null, Factor = Codes[other % Codes.Length], SeenBy = (SeenBy)(other % 2), Day = day });
                break;
            case 4:
                var factor = await OneAsync(db.Factors.OrderBy(f => f.Day).ThenBy(f => f.Id), pick);
                (factor.TakenBackAt, factor.Day) = (factor.TakenBackAt is null ? unit.Now : null, day);
                break;
            case 5:
                (referral.Outcome, referral.DecidedAt) = (referral.Outcome == ReferralOutcome.TakenOn ? ReferralOutcome.NotNow : ReferralOutcome.TakenOn, at);
                break;
            case 6:
                (referral.PersonId, referral.SpellId, referral.Kind, referral.Day) = (second.Id, null, await db.Referrals.AnyAsync(r => r.PersonId == second.Id && r.Kind == ReferralKind.First) ? (ReferralKind)(1 + (other % 2)) : ReferralKind.First, day);
                break;
            case 7:
                var spell = await OneAsync(db.Spells.OrderBy(s => s.OpenedOn).ThenBy(s => s.Id), pick);
                spell.ClosedOn = spell.ClosedOn is null ? day : null;
                break;
            case 8:
                person.Gender = other % 3 == 0 ? null : "Woman " + (other % 3);
                break;
            default:
                await AddAsync(unit, other, day, at);
                break;
        }
    }

    /// <summary>Somebody new, with all that comes at once.</summary>
    private static async Task AddAsync(Unit unit, int number, DateOnly day, DateTime at)
    {
        var next = await unit.Db.PeopleWithMerged.MaxAsync(p => p.ReferenceNumber) + 1;
        var person = new Person { Id = PersonId.New(), Reference = $"SS{next:0000}", ReferenceNumber = next, GivenName = "New", Surname = "Made", AddedAt = at };
        var referral = new Referral { Id = ReferralId.New(), PersonId = person.Id, Channel = Channel.Phone, ReceivedAt = at, Day = day, Kind = ReferralKind.First, Outcome = ReferralOutcome.TakenOn, DecidedAt = at };
        unit.Db.PeopleWithMerged.Add(person);
        unit.Db.Referrals.Add(referral);
        unit.Db.Factors.Add(new PersonFactor { Id = Ids.New(), PersonId = person.Id, ReferralId = referral.Id.Value, Factor = Codes[number % Codes.Length], SeenBy = SeenBy.Referrer, Day = day });
        if (number % 2 == 0)
            unit.Db.Contacts.Add(new Contact { Id = ContactId.New(), PersonId = person.Id, Kind = ContactKind.CallOut, At = at.AddHours(1), Day = day, LoggedAt = at, PeerName = "Wendy" });
    }

    private static async Task<T> OneAsync<T>(IOrderedQueryable<T> rows, int pick) where T : class => (await rows.Skip(pick % await rows.CountAsync()).FirstAsync());
}

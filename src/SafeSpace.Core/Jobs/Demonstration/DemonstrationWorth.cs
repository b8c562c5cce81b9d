using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;

namespace SafeSpace.Core.Jobs.Demonstration;

/// <summary>
/// The record books behind the value statement: four whole months and the beginning of this one. Two months are closed, one statement is
/// checked and published, and a member's card opens the door. All names are invented; the rates are illustrative.
/// </summary>
internal sealed class DemonstrationWorth(GroupStore store, IReadOnlyDictionary<Role, User> accounts)
{
    private const int WholeMonths = 4;
    private const int Supporters = 24;
    private const int Leaders = 5;
    private const int Members = 60;
    private static readonly Actor By = Actor.CommandLine;
    private static readonly string[] Given = ["Aisha", "Ben", "Carl", "Dawn", "Fay", "Gary", "Hana", "Ian", "Kim", "Lee", "Mo", "Nia"];
    private static readonly string[] Surnames = ["Archer", "Bell", "Cole", "Dunn", "Ellis"];

    private static readonly (ValueComponent Component, string Level, long Pence)[] Rates =
    [
        (ValueComponent.Leadership, "supporter", 1268), (ValueComponent.Leadership, "coordinator", 1876), (ValueComponent.Leadership, "lead", 2912),
        (ValueComponent.PeerSupport, "level_1", 49298), (ValueComponent.PeerSupport, "level_2", 97360), (ValueComponent.PeerSupport, "level_3", 174526),
        (ValueComponent.CentreUse, "day", 5800), (ValueComponent.CentreUse, "half_day", 2900),
        (ValueComponent.Membership, "registered", 2000), (ValueComponent.Membership, "facebook", 500),
        (ValueComponent.CrisisSupport, "severe", 24000), (ValueComponent.CrisisSupport, "brief", 10000),
    ];

    public async Task FillAsync()
    {
        var now = Month.Of(store.Clock.Today);
        var first = Month.Of(now.FirstDay.AddMonths(-WholeMonths));
        await store.Write("RatesAgreed", By, unit =>
        {
            foreach (var (component, level, pence) in Rates)
                unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = component, Level = level, Unit = RateService.UnitOf(component), Pence = pence, From = first.FirstDay, AgreedBy = "The council and the group", Source = "Minutes of the partners", PriceYear = "2019" });
            return Task.CompletedTask;
        });
        await store.Write("BookBroughtIn", By, unit => FillAsync(unit, first, now));
        await SignOffAsync(first);
        await new DoorService(store, (_, _, _) => Task.FromResult(false)).OpenDoorAsync("Front door", null, By);
    }

    private async Task FillAsync(Unit unit, Month first, Month now)
    {
        foreach (var month in Month.Range(first, now))
        {
            unit.Db.Incomes.Add(new Income { Id = Ids.New(), Month = month, Kind = IncomeKind.Statutory, Pence = 388_800, From = "The council" });
            unit.Db.Incomes.Add(new Income { Id = Ids.New(), Month = month, Kind = IncomeKind.Other, Pence = 151_000 });
        }

        unit.Db.SupportLevelMonths.Add(new SupportLevelMonth { Id = Ids.New(), Month = first });
        await unit.InsertManyAsync([.. Enumerable.Range(0, Supporters).Select(i => new SupportLevel { Id = Ids.New(), Month = first, Name = Name(i), NameKey = BookNames.Of(Name(i)), Level = $"level_{1 + (i % 3)}", Version = Ids.New() })]);
        await unit.InsertManyAsync([.. Enumerable.Range(1, Members).Select(i => Member(i, first))]);
        await unit.InsertManyAsync([.. Weeks(first, unit.Clock.Today).SelectMany(Hours)]);
        await unit.InsertManyAsync([.. Days(first, unit.Clock.Today).SelectMany(Visits)]);
        foreach (var month in Month.Range(first, now.Previous))
            unit.Db.CrisisEntries.Add(new CrisisEntry { Id = Ids.New(), Day = month.FirstDay.AddDays(9), Kind = "severe", Name = Name(month.Number), NameKey = BookNames.Of(Name(month.Number)) });
    }

    private async Task SignOffAsync(Month first)
    {
        var closing = new ClosingService(store);
        var (one, two) = (first, first.Next);
        await closing.CloseAsync(one, By);
        await closing.CloseAsync(two, By);
        var statements = new StatementService(store);
        var id = Ids.New();
        await statements.PrepareAsync(id, one, two, null, ActorOf(Role.Coordinator));
        await statements.CheckAsync(id, ActorOf(Role.Steering));
        await statements.PublishAsync(id, ActorOf(Role.Coordinator));
    }

    private Actor ActorOf(Role role) => new(accounts[role].UserId, accounts[role].DisplayName);

    private static string Name(int i) => $"{Given[i % Given.Length]} {Surnames[i / Given.Length % Surnames.Length]}";

    private static Member Member(int i, Month first) => new()
    {
        Id = Ids.New(),
        Number = $"M{i:0000}",
        Name = Name(i),
        NameKey = BookNames.Of(Name(i)),
        Network = i % 3 == 0 ? "facebook" : "registered",
        JoinedOn = first.FirstDay.AddDays(-30 * (i % 40)),
        LeftOn = i % 20 == 7 ? first.Next.FirstDay.AddDays(i % 20) : null,
        Card = i <= 3 ? $"1000{i}" : null,
        Version = Ids.New(),
    };

    private IEnumerable<LeaderHours> Hours(DateOnly monday) => Enumerable.Range(0, Leaders).Select(i => new LeaderHours
    {
        Id = Ids.New(),
        Week = monday,
        Month = Month.Of(monday),
        Name = i == 0 ? accounts[Role.Peer].DisplayName : Name(i * 7),
        NameKey = BookNames.Of(i == 0 ? accounts[Role.Peer].DisplayName : Name(i * 7)),
        UserId = i == 0 ? accounts[Role.Peer].UserId : null,
        Level = i switch { 0 or 1 or 2 => "supporter", 3 => "coordinator", _ => "lead" },
        Seconds = (28 + (i * 3) + (monday.Day % 5)) * 900,
        Version = Ids.New(),
    });

    /// <summary>Those of the last few days came by the door: nobody has said a day or half a day yet.</summary>
    private IEnumerable<CentreSignIn> Visits(DateOnly day) => Enumerable.Range(0, 3 + (day.DayNumber % 5)).Select(i =>
    {
        var name = Name((day.DayNumber * 7) + (i * 11));
        var isNew = day > store.Clock.Today.AddDays(-3);
        return new CentreSignIn
        {
            Id = Ids.New(),
            Day = day,
            At = new TimeOnly(9 + i, (day.DayNumber * 5 % 12) * 5),
            Name = name,
            NameKey = BookNames.Of(name),
            Session = isNew ? null : i % 2 == 0 ? "day" : "half_day",
            Way = isNew ? SignInWay.Door : SignInWay.Sheet,
            Version = Ids.New(),
        };
    });

    private static IEnumerable<DateOnly> Weeks(Month first, DateOnly today)
    {
        for (var monday = HoursService.MondayOf(first.FirstDay.AddDays(6)); monday <= today; monday = monday.AddDays(7))
            yield return monday;
    }

    private static IEnumerable<DateOnly> Days(Month first, DateOnly today)
    {
        for (var day = first.FirstDay; day < today; day = day.AddDays(1))
            yield return day;
    }
}

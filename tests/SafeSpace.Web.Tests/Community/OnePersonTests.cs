using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.SocialValue;

namespace SafeSpace.Web.Tests.Community;

/// <summary>Two records turn out to be one person: members, sign-ins and crises count once; and twice again when they are parted.</summary>
public sealed class OnePersonTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AMembershipThatHadEnded_IsNotOpenedBesideTheNextOne(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var person = await group.AddPersonAsync("Kate", "Nowak");
        var members = new MemberService(group.Store, ClosedMonths.IsClosedAsync);
        foreach (var (number, joined, left) in new[] { ("M1", new DateOnly(2020, 10, 1), (DateOnly?)new DateOnly(2021, 10, 31)), ("M2", new DateOnly(2022, 2, 1), null) })
            await members.AddAsync(new Member { Id = Ids.New(), Number = number, Name = "Kate Nowak", NameKey = BookNames.Of("Kate Nowak"), Network = "registered", JoinedOn = joined, LeftOn = left, PersonId = person.Id }, Actor.System);

        var refused = await (await (await coordinator.GetAsync("/members")).FollowAsync("M1")).SubmitFormAsync("#member", ("LeftOn", ""));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal([new DateOnly(2021, 10, 31), null], (await db.Members.OrderBy(m => m.Number).ToListAsync()).Select(m => m.LeftOn));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TwoRecordsOfOnePerson_CountOnce_AndTwiceAgainWhenTheyAreParted(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (coordinator, facilitator) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Facilitator));
        var door = await DoorAsync(group);
        var one = await group.ReferAsync("Katarzyna", "Nowak", day: new(2026, 3, 2), decision: Refer.TakenOn);
        var other = await group.ReferAsync("Kate", "Nowak", day: new(2026, 3, 4), decision: Refer.TakenOn);
        foreach (var (number, name, record, joined) in new[] { ("M1", "Katarzyna Nowak", one.Reference, "1 10 2025"), ("M2", "Kate Nowak", other.Reference, "1 2 2026") })
        {
            await (await coordinator.GetAsync("/members/new")).SubmitFormAsync("#member", ("Number", number), ("Name", name), ("Network", "registered"), ("JoinedOn", joined), ("Record", record));
            Assert.Contains("Welcome. You are in.", (await TapAsync(group, coordinator, door, number)).Words(), StringComparison.Ordinal);
        }

        await (await coordinator.GetAsync("/value/crises?month=2026-03")).PressAsync("Severe: Katarzyna Nowak");
        await (await coordinator.GetAsync("/value/crises?month=2026-03")).PressAsync("Severe: Kate Nowak");
        Assert.Equal((2, 2, 2), await CountsAsync(group));

        await (await facilitator.GetAsync($"/duplicates/{one.Reference}/{other.Reference}")).SubmitAsync(("Decision", "same"), ("Why", "she said so"));

        Assert.Equal((1, 1, 1), await CountsAsync(group));
        Assert.Contains("counted once, with another number", (await coordinator.GetAsync("/members")).Rows(), StringComparison.Ordinal);
        Assert.Contains("You are in already.", (await TapAsync(group, coordinator, door, "M2")).Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Nowak", (await coordinator.GetAsync("/value/crises?month=2026-03")).Words("section[aria-labelledby=offers]"), StringComparison.Ordinal);
        await AssertSoundAsync(group);

        await (await (await facilitator.GetAsync("/duplicates")).FollowAsync("Part again")).SubmitAsync(("Why", "two sisters"));

        Assert.Equal((2, 2, 2), await CountsAsync(group));
        Assert.DoesNotContain("counted once", (await coordinator.GetAsync("/members")).Rows(), StringComparison.Ordinal);
        await AssertSoundAsync(group);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal([one.Person, other.Person], await db.CrisisEntries.OrderBy(c => c.Day).Select(c => c.PersonId!.Value).ToListAsync());
        Assert.Equal([one.Person, other.Person], await db.Members.OrderBy(m => m.Number).Select(m => m.PersonId!.Value).ToListAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task CaseLeftOutOfTheLog_AndOneLoggedForTheSameCrisis_StandAsTheOneThatWasLogged(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (coordinator, facilitator) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Facilitator));
        var one = await group.ReferAsync("Ana", "Kovac", day: new(2026, 3, 2), decision: Refer.TakenOn);
        var other = await group.ReferAsync("Anna", "Kovac", day: new(2026, 3, 4), decision: Refer.TakenOn);
        await (await coordinator.GetAsync("/value/crises?month=2026-03")).PressAsync("Not for the log: Ana Kovac");
        await (await coordinator.GetAsync("/value/crises?month=2026-03")).PressAsync("Brief: Anna Kovac");

        await (await facilitator.GetAsync($"/duplicates/{one.Reference}/{other.Reference}")).SubmitAsync(("Decision", "same"));

        var log = await coordinator.GetAsync("/value/crises?month=2026-03");
        Assert.Contains("Every case of this month has been looked at.", log.Words("section[aria-labelledby=offers]"), StringComparison.Ordinal);
        Assert.Contains("Anna Kovac Brief", log.Rows(), StringComparison.Ordinal);
        Assert.Single(log.Page.QuerySelectorAll("section[aria-labelledby=log] tbody tr"));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OneRecord_IsAMemberOnceAtATime_AndMayComeBackAsAnother(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var person = await group.AddPersonAsync("Nia", "Stone");
        (string, string)[] as_ = [("Name", "Nia Stone"), ("Network", "registered"), ("Record", person.Reference.ToLowerInvariant())];
        var list = await (await coordinator.GetAsync("/members/new")).SubmitFormAsync("#member", [.. as_, ("Number", "M1"), ("JoinedOn", "1 10 2025")]);
        var again = await (await coordinator.GetAsync("/members/new")).SubmitFormAsync("#member", [.. as_, ("Number", "M2"), ("JoinedOn", "1 2 2026")]);
        Assert.Contains("This record is a member already", again.Words(), StringComparison.Ordinal);
        var nobody = await again.SubmitFormAsync("#member", ("Record", "SS9999"));
        Assert.Contains("There is nobody with this reference.", nobody.Words(), StringComparison.Ordinal);
        Assert.Equal("SS9999", nobody.Page.QuerySelector("[name=Record]")!.GetAttribute("value"));

        var first = list.Page.QuerySelector("table a")!.GetAttribute("href")!;
        Assert.Contains(person.Reference, (await coordinator.GetAsync(first)).Page.QuerySelector("main a[href*='/people/']")!.GetAttribute("href"), StringComparison.Ordinal);
        await (await coordinator.GetAsync(first)).SubmitFormAsync("#member", ("LeftOn", "1 1 2026"));
        await again.SubmitFormAsync("#member", as_[2]);

        await using var db = await group.Store.ReadAsync();
        Assert.Equal([person.Id, person.Id], await db.Members.Select(m => m.PersonId!.Value).ToListAsync());
    }

    /// <summary>The chain holds, and every kept count is what the books say.</summary>
    private static async Task AssertSoundAsync(TestGroup group)
    {
        Assert.Empty((await new Verifier(group.Store).RunAsync([])).Problems);
        await using var db = await group.Store.ReadAsync();
        Assert.Empty(await BookRecount.RunAsync(db));
    }

    private static async Task<string> DoorAsync(TestGroup group) =>
        "/door/" + await new DoorService(group.Store, (_, _, _) => Task.FromResult(false)).OpenDoorAsync("Front door", null, Actor.System);

    /// <summary>Gives the member a card the first time, and taps with it.</summary>
    private static async Task<Answer> TapAsync(TestGroup group, Visitor coordinator, string door, string number)
    {
        await using var db = await group.Store.ReadAsync();
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.Number == number);
        var card = member.Card ?? (await (await coordinator.GetAsync($"/members/{member.Id}")).SubmitFormAsync("#give-card")).Words(".figure");
        return await (await group.Visit().GetAsync(door)).SubmitFormAsync("#here", ("Card", card));
    }

    private static async Task<(int Members, int Uses, int Crises)> CountsAsync(TestGroup group)
    {
        var counts = (await ValueBooks.ReportAsync(group.Site.Folder, group.Slug, "2026-03", "2026-03")).GetProperty("counts").GetProperty("2026-03");
        return (Number("registered_members"), Number("centre_uses"), Number("severe_crises"));

        int Number(string name) => counts.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : -1;
    }
}

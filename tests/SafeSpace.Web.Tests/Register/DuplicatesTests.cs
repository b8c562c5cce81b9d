using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

public sealed class DuplicatesTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Decide_OnePerson_JoinsThem_AndPartsThemAgainWithLaterContacts(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var older = await group.AddPersonAsync("Katarzyna", "Nowak", new DateOnly(1984, 3, 14), "07700 900123");
        var newer = await group.AddPersonAsync("Kate", "Nowack", new DateOnly(1984, 3, 14), "+44 7700 900123");
        await group.AddPersonAsync("Joe", "Someone", new DateOnly(1950, 1, 1));
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var list = await facilitator.GetAsync("/duplicates");
        Assert.Contains("1 pair", list.Words(), StringComparison.Ordinal);
        Assert.Contains("same date of birth", list.Words("#pairs"), StringComparison.Ordinal);
        var compare = await list.FollowAsync("Compare");
        var undecided = await compare.SubmitAsync(("Why", "she said so"));
        Assert.Equal(HttpStatusCode.BadRequest, undecided.Status);
        Assert.Contains("she said so", undecided.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        var joined = await undecided.SubmitAsync(("Decision", "same"));
        Assert.Contains("one person", joined.Words("#decided"), StringComparison.Ordinal);

        var kept = await facilitator.GetAsync($"/people/{newer.Reference}");
        Assert.Equal($"/people/{older.Reference}", kept.Path, ignoreCase: true);
        Assert.Contains($"also {newer.Reference}", kept.Words(), StringComparison.Ordinal);
        var search = await facilitator.GetAsync("/register?Q=nowack");
        Assert.Contains($"{newer.Reference} is now part of this record", search.Words("#found"), StringComparison.Ordinal);

        var later = await group.Store.Write("ContactLogged", Actor.CommandLine, unit =>
        {
            var contact = new Contact { Id = ContactId.New(), PersonId = older.Id, Kind = ContactKind.Video, At = unit.Now, Day = unit.Clock.Today, LoggedAt = unit.Now };
            unit.Db.Contacts.Add(contact);
            return Task.FromResult(contact.Id);
        });
        var undo = await (await facilitator.GetAsync("/duplicates")).FollowAsync("Part again");
        Assert.Contains("video call", undo.Words(), StringComparison.Ordinal);
        var parted = await undo.SubmitAsync(("ToGone", later.Value.ToString()), ("Why", "two sisters"));
        Assert.Equal("/duplicates", parted.Path);
        Assert.Contains("1 pair", parted.Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(newer.Id, (await db.Contacts.AsNoTracking().SingleAsync()).PersonId);
        Assert.Equal($"/people/{newer.Reference}", (await facilitator.GetAsync($"/people/{newer.Reference}")).Path);
        Assert.Empty((await new Verifier(group.Store).RunAsync([])).Problems);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Decide_TwoPeople_IsNotOfferedAgainUntilTakenBack(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var one = await group.AddPersonAsync("Katarzyna", "Nowak", new DateOnly(1984, 3, 14), "07700 900123");
        var other = await group.AddPersonAsync("Kate", "Nowak", new DateOnly(1984, 3, 14), "07700 900123");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var compare = await facilitator.GetAsync($"/duplicates/{one.Reference}/{other.Reference}");
        var list = await compare.SubmitAsync(("Decision", "different"), ("Why", "cousins"));
        Assert.Contains("No two records look alike", list.Words(), StringComparison.Ordinal);
        var form = await facilitator.GetAsync($"/people/{one.Reference}/edit");
        await form.SubmitAsync(("Form.Postcode", "DN1 1AA"));
        Assert.Contains("No two records look alike", (await facilitator.GetAsync("/duplicates")).Words(), StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        var decision = await db.Set<PairDecision>().AsNoTracking().SingleAsync();
        var back = await facilitator.PostAsync("/duplicates?handler=TakeBack",
            [.. list.Page.QuerySelectorAll("#decided input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)), new("decision", decision.Id.ToString())]);
        Assert.Contains("1 pair", back.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync($"/duplicates/{one.Reference}/SS9999")).Status);
        var peer = await group.SignInAsync(Role.Peer);
        Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync("/duplicates")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Look_ThroughAWholeRegister_FindsTheSamePairsAsOneByOne(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        string[] given = ["Ana", "Bilal", "Chloe", "Dmitri", "Eilidh", "Farah", "Gareth", "Hanna", "Ivo", "Jaspreet"];
        string[] surnames = ["Ashworth", "Brzezinski", "Cartledge", "Dunmore", "Ellerby", "Fairweather", "Gledhill", "Hollingworth", "Iveson", "Jowett", "Kellett", "Lumb"];
        await group.Store.Write("PeopleImported", Actor.CommandLine, unit => PersonWriter.AddManyAsync(unit, [.. Enumerable.Range(0, 120)
            .Select(i => (new PersonDetails { GivenName = given[i % 10], Surname = surnames[i / 10], DateOfBirth = new DateOnly(1950 + (i / 3), 1 + (i % 12), 1 + (i * 7 % 28)) }, (string?)null))]));
        var person = await group.AddPersonAsync("Anna", "Ashworth", new DateOnly(1950, 1, 1));
        await new PairFinder(group.Store).LookAsync();
        await using var db = await group.Store.ReadAsync();
        var whole = await db.PairOffers.AsNoTracking().Select(o => new { o.FirstId, o.SecondId }).ToListAsync();
        Assert.Contains(whole, o => o.FirstId == person.Id || o.SecondId == person.Id);
        Assert.Empty(await db.PairsToLook.ToListAsync());
        var again = await group.AddPersonAsync("Bilal", "Ashwort", new DateOnly(1950, 2, 8));
        await new PairFinder(group.Store).LookAsync();
        Assert.True(await db.PairOffers.AnyAsync(o => o.FirstId == again.Id || o.SecondId == again.Id));
        Assert.True(whole.Count < await db.PairOffers.CountAsync());
    }
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Privacy.Erasing;
using SafeSpace.Core.Privacy.Map;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Privacy;

/// <summary>Somebody is erased: nothing of them is left in any table, on the disk or in the chain, and every figure stands.</summary>
public sealed class ErasingTests
{
    private const string Given = "Wilhelmina", Surname = "Quibblethorpe", Merged = "Willamena", Phone = "07700 900 8877", Mail = "wilhelmina.q@post.example";

    private static readonly string[] Words = [Planter.Word, Given, Merged, "900 8877", "7788009", Mail, "Threadneedle Yard"];

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Erased_NothingIsLeftInAnyTable_OnTheDisk_OrUnderAnyKey_AndEveryFigureStands(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(8, 40);
        var (person, reference) = await StoryAsync(group);
        var desk = await group.SignInAsync(Role.Coordinator);
        var before = await FiguresAsync(group);
        Assert.NotEmpty(await Leftovers.OnDiskAsync(group.Store, Words));
        var named = await Leftovers.SealedAsync(group.Store, Words);
        Assert.True(named.Count > 40, string.Join('\n', named));
        var sound = await group.VerifyAsync();
        Assert.DoesNotContain(sound, p => p.Contains("peration", StringComparison.Ordinal));

        var done = await EraseAsync(desk, reference);

        Assert.Equal("/privacy/erasures", done.Path);
        Assert.Empty(await Leftovers.OnDiskAsync(group.Store, Words));
        Assert.Empty(await Leftovers.SealedAsync(group.Store, Words));
        Assert.Equal(before, await FiguresAsync(group));
        Assert.Equal(sound, await group.VerifyAsync());
        await using var db = await group.Store.ReadAsync();
        Assert.All(await db.Erasures.ToListAsync(), e => Assert.NotNull(e.FinishedAt));
        Assert.Equal(2, await db.ErasedRecords.CountAsync());
        Assert.Equal(0, await db.SealingKeys.CountAsync(k => k.OwnerId == person.Id.Value));
        Assert.True(await db.EmptiedOperations.AnyAsync());
    }

    /// <summary>The test above is only as good as what it plants: every table the map knows to be about people has a row of theirs.</summary>
    [Fact]
    public async Task EveryTableAboutPeople_IsPlanted()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var (person, _) = await StoryAsync(group);
        await using var db = await group.Store.ReadAsync();
        var empty = new List<string>();
        foreach (var table in DataMap.Tables.Where(t => t.Belongs is Belongs.ToPeople && t.Columns.Any(c => c.Kept is null)))
        {
            var rows = await CountAsync(db, table.Type, person.Id);
            if (rows == 0)
                empty.Add(table.Type.Name);
        }

        Assert.Empty(empty);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Erased_TheyAreFoundNowhere_TheirOwnAccountIsClosed_AndNothingCanBeWrittenAboutThem(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (person, reference) = await StoryAsync(group);
        var desk = await group.SignInAsync(Role.Coordinator);
        Assert.Contains(Given, (await desk.GetAsync("/register?Q=" + Surname)).Words(), StringComparison.Ordinal);

        await EraseAsync(desk, reference);

        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/people/{reference}")).Status);
        Assert.DoesNotContain(Given, (await desk.GetAsync("/register?Q=" + Surname)).Words("main table, main ul"), StringComparison.Ordinal);
        var owner = group.Visit();
        Assert.DoesNotContain("my page", (await (await owner.GetAsync("/sign-in")).SubmitAsync(("Email", Mail), ("Password", TestSite.Password))).Words(), StringComparison.OrdinalIgnoreCase);
        await using var db = await group.Store.ReadAsync();
        var row = await db.PeopleWithMerged.SingleAsync(p => p.Id == person.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.GetAsync($"/people/{row.Reference}")).Status);
        await Assert.ThrowsAnyAsync<SafeSpaceException>(() => group.Store.Write("Planted", Actor.CommandLine, unit => Task.FromResult(unit.Seal(person.Id, "contact.words", Ids.New(), "again"))));
        Assert.DoesNotContain(Given, string.Join(' ', await db.Users.Select(u => u.DisplayName).ToListAsync()), StringComparison.Ordinal);
    }

    /// <summary>One of us who stepped back has two records, both linked: with one of them the account does not go.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Erased_AnAccountThatHasAnotherRecord_Stays(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var account = await group.AddAccountAsync(Role.Member);
        var (one, other) = (await group.AddPersonAsync("Ida", "Quayle"), await group.AddPersonAsync("Ida", "Quail"));
        foreach (var record in new[] { one, other })
        {
            await new WallService(group.Store).LinkAsync(record.Id, account.UserId, Actor.CommandLine);
            await group.Store.Write("Closed", Actor.CommandLine, unit => CaseWriter.CloseAsync(unit, record.Id, unit.Clock.Today, null, null));
        }

        var erasing = new ErasureService(site.Folder.Stores, group.Store);
        Assert.True((await erasing.EraseAsync(one.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine)).IsDone);

        await using (var db = await group.Store.ReadAsync())
            Assert.True(await db.Users.AnyAsync(u => u.Id == account.Id && u.Email == account.Email && u.RetiredAt == null));
        Assert.True((await erasing.EraseAsync(other.Id, new ErasureDetails(ErasureWay.Everything, ErasureAsked.TheyAsked, null, null), Actor.CommandLine)).IsDone);
        await using var after = await group.Store.ReadAsync();
        Assert.NotEqual(account.Email, await after.Users.Where(u => u.Id == account.Id).Select(u => u.Email).SingleAsync());
    }

    /// <summary>Another node may hold the key it once used: it forgets it too.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnotherNode_ForgetsTheKey(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = Given, SafeTimes = "after ten" });
        await group.CloseCaseAsync(person);
        var beside = await group.AtAsync(await TestSite.BesideAsync(site));
        Assert.Equal("after ten", beside.Store.Vault.Open(PersonWords.SafeTimes, person.Id.Value, person.SafeTimes));

        await EraseAsync(await group.SignInAsync(Role.Coordinator), person.Reference);
        await ErasureService.ForgetKeysAsync(beside.Store);

        Assert.Null(beside.Store.Vault.Open(PersonWords.SafeTimes, person.Id.Value, person.SafeTimes));
        Assert.Null(group.Store.Vault.Open(PersonWords.SafeTimes, person.Id.Value, person.SafeTimes));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task OnlyWhoTheyAre_NamesGo_AndWordsStayUnderTheirKey(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails { GivenName = Given, Surname = Surname, Email = Mail, Phones = [new PhoneDetails(Phone)] });
        var peer = await group.AddAccountAsync(Role.Peer);
        var contact = await group.LogContactAsync(person, peer, words: "slept badly, and is glad to be heard");
        await group.CloseCaseAsync(person);
        var desk = await group.SignInAsync(Role.Coordinator);

        await EraseAsync(desk, person.Reference, ErasureWay.Identity);

        Assert.Empty(await Leftovers.OnDiskAsync(group.Store, Given, Surname, Mail, "900 8877"));
        Assert.Empty(await Leftovers.SealedAsync(group.Store, Given, Surname, Mail, "900 8877"));
        Assert.Contains(await Leftovers.SealedAsync(group.Store, "glad to be heard"), f => f.StartsWith("contact.words", StringComparison.Ordinal));
        Assert.Empty(await group.VerifyAsync());
        await using var db = await group.Store.ReadAsync();
        var row = await db.People.SingleAsync();
        Assert.Contains("Nameless record", (await desk.GetAsync($"/people/{row.Reference}")).Words("h1"), StringComparison.Ordinal);
        Assert.Equal(contact.Id, (await db.Contacts.SingleAsync()).Id);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhileSomethingIsOpen_OrThePasswordIsWrong_NothingIsErased_AndItIsSaidWhy(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(Given, Surname);
        var desk = await group.SignInAsync(Role.Coordinator);
        var open = await desk.GetAsync($"/people/{person.Reference}/erase");
        Assert.Contains("Their case is open. Close it first.", open.Words(), StringComparison.Ordinal);
        Assert.Null(open.Page.QuerySelector("main form[method=post]"));

        await group.CloseCaseAsync(person);
        var page = await desk.GetAsync($"/people/{person.Reference}/erase");
        var wrong = await page.SubmitAsync(("Way", "Everything"), ("Asked", "TheyAsked"), ("How", $"{Surname} came in"), ("CurrentPassword", "not this one"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        foreach (var sentence in new[] { "Please name nobody here", "Please say that you are sure", "This is not your password." })
            Assert.Contains(sentence, wrong.Words(), StringComparison.Ordinal);
        Assert.Contains($"{Surname} came in", wrong.Text, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(Given, (await db.People.SingleAsync()).GivenName);
        Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(Role.Supervisor)).GetAsync($"/people/{person.Reference}/erase")).Status);
    }

    /// <summary>An emptied operation is as safe as any: one more byte changed in it is found.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task AnEmptiedOperation_ChangedAfterwards_IsFound(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (_, reference) = await StoryAsync(group);
        await EraseAsync(await group.SignInAsync(Role.Coordinator), reference);
        var sound = await group.VerifyAsync();
        await using (var db = await group.Store.ReadAsync())
        {
            var emptied = await db.EmptiedOperations.Select(e => e.Sequence).FirstAsync();
            await group.Store.Write("Tampered", Actor.CommandLine, async unit => (await unit.Db.Operations.SingleAsync(o => o.Sequence == emptied)).ByName = "somebody else");
        }

        Assert.Contains((await group.VerifyAsync()).Except(sound), p => p.Contains("was changed", StringComparison.Ordinal));
    }

    internal static async Task<Answer> EraseAsync(Visitor desk, string reference, ErasureWay way = ErasureWay.Everything) =>
        await (await desk.GetAsync($"/people/{reference}/erase")).SubmitAsync(
            ("Way", way.ToString()), ("Asked", "TheyAsked"), ("How", "They came in and showed a letter of ours."), ("Sure", "True"), ("CurrentPassword", TestSite.Password));

    /// <summary>Somebody with a row in every table, a record joined with theirs, a page of their own, and colleagues who type and import about them.</summary>
    private static async Task<(Person Person, string Reference)> StoryAsync(TestGroup group)
    {
        var peer = await group.AddAccountAsync(Role.Peer);
        var details = new PersonDetails { GivenName = Given, Surname = Surname, DateOfBirth = new DateOnly(1981, 2, 3), Email = Mail, Address = "7 Threadneedle Yard", Gender = "woman", SafeTimes = "quibblethorpe after ten", Phones = [new PhoneDetails(Phone)] };
        var person = await group.AddPersonAsync(details);
        var double_ = await group.AddPersonAsync(details with { GivenName = Merged });
        var other = await group.AddPersonAsync("Somebody", "Elsewhere");
        await new DuplicateService(group.Store, House.MergeSteps).SameAsync(person.Id, double_.Id, "Wilhelmina is Willamena", Actor.CommandLine);
        await group.LogContactAsync(person, peer, words: "quibblethorpe rang");
        await group.Store.Write("OwnPagesOn", Actor.CommandLine, unit => Task.FromResult(unit.Db.FollowUpRules.Add(new FollowUpRules { OwnPages = true })));
        await new OwnPageService(group.Store).InviteAsync(person.Id, Mail, Given + " Quibblethorpe", "quibblethorpe's own phone", Actor.CommandLine);
        await using (var db = await group.Store.ReadAsync())
        {
            var account = await db.Users.SingleAsync(u => u.Email == Mail);
            await group.Store.Write("OfferSaid", new Actor(account.UserId, account.DisplayName), async unit => (await unit.Db.People.SingleAsync(p => p.Id == person.Id)).KnownAs = "Quibblethorpe");
            await new ViewLog(group.Store, Path.GetTempPath()).RecordAsync(new Actor(account.UserId, account.DisplayName), "own-page", person.Id);
            await new Drafts(group.Store, db).SaveAsync(peer.UserId, "log-" + person.Reference, "quibblethorpe said");
            await new Drafts(group.Store, db).SaveAsync(peer.UserId, "something-else", "Words:Wilhelmina Quibblethorpe rang");
        }

        await group.Store.Write("Planted", Actor.CommandLine, unit => new Planter(unit, unit.Db.PeopleWithMerged.Single(p => p.Id == person.Id), other, peer.UserId).PlantAsync());
        var run = Ids.New();
        await new ImportRuns(group.Store).UploadedAsync(run, ["register.xlsx"], null, Actor.CommandLine);
        await new ImportRuns(group.Store).FinishAsync(run, new ImportResult { RowsRead = 1, Refused = [new RefusedRow("register.xlsx", null, 2, "day", "“Wilhelmina Quibblethorpe, 32.1.” is no day.")] }, Actor.CommandLine);
        await group.Store.Write("Tidied", Actor.CommandLine, async unit =>
        {
            foreach (var promise in await unit.Db.Promises.Where(p => p.State == PromiseState.Open).ToListAsync())
                promise.State = PromiseState.Released;
        });
        await group.CloseCaseAsync(person);
        return (person, person.Reference);
    }

    private static async Task<string> FiguresAsync(TestGroup group)
    {
        var clock = group.Store.Clock;
        var (from, to) = (Month.Of(clock.Today.AddMonths(-12)), Month.Of(clock.Today));
        await using var db = await group.Store.ReadAsync();
        var monitoring = MonitoringJson.Write(await MonitoringReport.WorkAsync(db, clock, from, to, clock.Today));
        var value = ValueJson.Write(await ValueReport.WorkAsync(db, clock, from, to));
        var pack = await new PackService(group.Store).PreviewAsync(db, from, to);
        return string.Join('\n', monitoring, value, JsonSerializer.Serialize(pack.Exact), JsonSerializer.Serialize(pack.Document.Tables));
    }

    private static async Task<int> CountAsync(GroupDb db, Type type, PersonId person) =>
        await (Task<int>)typeof(ErasingTests).GetMethod(nameof(CountOfAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [db, person])!;

    private static async Task<int> CountOfAsync<T>(GroupDb db, PersonId person) where T : class
    {
        var people = db.Model.FindEntityType(typeof(T))!.GetProperties().Where(DataMap.IsOfPerson).ToList();
        return (await db.Set<T>().AsNoTracking().ToListAsync()).Count(r => people.Any(p => p.PropertyInfo!.GetValue(r) is PersonId id && id == person));
    }
}

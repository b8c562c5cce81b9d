using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Register;

public sealed class SeePersonTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_APersonWithAnOpenCase_ShowsHowToReachThemAndRecordsTheView(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails
        {
            GivenName = "Sam",
            Surname = "Harley",
            KnownAs = "Sammy",
            Phones = [new PhoneDetails("07700 900123", "his own")],
            BeforeRinging = "Likes texts first.",
            SafeTimes = "After five.",
            Voicemail = Voicemail.No,
        }, team: "crisis_team");
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var words = page.Words();
        foreach (var expected in new[] { "Sam Harley", "Sammy", "07700 900123", "his own", "Likes texts first.", "After five.", "Crisis team", "No date of birth yet.", "Nobody has talked with them yet." })
            Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Harley", page.Words("title"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync($"/people/{person.Reference.ToLowerInvariant()}")).Status);
        Assert.NotNull(page.Page.QuerySelector("a[href='tel:07700900123']"));
        await using var db = await group.Store.ReadAsync();
        var looked = await db.Views.AsNoTracking().FirstAsync(v => v.Surface == "person");
        Assert.Equal(peer.Account!.DisplayName, looked.ByName);
        Assert.True(await db.ViewedPeople.AnyAsync(v => v.PersonId == person.Id && v.ViewId == looked.Id));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_WhoMayNotSeeThem_IsNotThere(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var other = await site.NewGroupAsync();
        var closed = await group.AddPersonAsync("Ana", "Kowalska");
        await group.CloseCaseAsync(closed);
        var open = await group.AddPersonAsync("Joe", "May");
        var peer = await group.SignInAsync(Role.Peer);
        var steering = await group.SignInAsync(Role.Steering);
        var elsewhere = await other.SignInAsync(Role.Facilitator);
        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync($"/people/{open.Reference}")).Status);
        var hidden = await peer.GetAsync($"/people/{closed.Reference}");
        var never = await peer.GetAsync("/people/SS9999");
        Assert.Equal(HttpStatusCode.NotFound, hidden.Status);
        Assert.Equal(never.Words("body"), hidden.Words("body"));
        Assert.Equal(HttpStatusCode.NotFound, (await steering.GetAsync($"/people/{open.Reference}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/people/{open.Reference}")).Status);
        foreach (var page in new[] { "edit", "close", "step-down", "reopen", "changes", "looked", "family/new" })
            Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/people/{open.Reference}/{page}")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Timeline_HasWhatHasBeenByFilterAndPage(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Lin", "Wu");
        await group.Store.Write("ContactsLogged", Actor.CommandLine, unit =>
        {
            for (var i = 0; i < 30; i++)
            {
                var id = Core.Diary.ContactId.New();
                unit.Db.Set<Core.Diary.Contact>().Add(new Core.Diary.Contact
                {
                    Id = id,
                    PersonId = person.Id,
                    Kind = Core.Diary.ContactKind.CallOut,
                    At = unit.Now.AddHours(-i),
                    Day = unit.Clock.DayOf(unit.Now.AddHours(-i)),
                    LoggedAt = unit.Now,
                    Minutes = i == 0 ? null : i,
                    Words = unit.Seal(person.Id, "contact.words", id.Value, $"words of call {i}."),
                });
            }

            return Task.CompletedTask;
        });
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}?show=contacts");
        Assert.Equal(20, page.Page.QuerySelectorAll("ol.timeline > li").Length);
        Assert.Contains("words of call 0.", page.Words(), StringComparison.Ordinal);
        var earlier = await page.FollowAsync("Earlier");
        Assert.Equal(10, earlier.Page.QuerySelectorAll("ol.timeline > li").Length);
        Assert.Contains("words of call 29.", earlier.Words(), StringComparison.Ordinal);
        var cases = await peer.GetAsync($"/people/{person.Reference}?show=case");
        Assert.Contains("case opened", cases.Words("ol.timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain("words of call", cases.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Looked_And_Changes_AreForThoseAllowed(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync("Sam", "Harley");
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var supervisor = await group.SignInAsync(Role.Supervisor);
        await (await facilitator.GetAsync($"/people/{person.Reference}/edit")).SubmitAsync(("Form.SafeTimes", "Mornings only."));
        Assert.Equal(HttpStatusCode.NotFound, (await facilitator.GetAsync($"/people/{person.Reference}/looked")).Status);
        var looked = await supervisor.GetAsync($"/people/{person.Reference}/looked");
        Assert.Null(looked.Page.QuerySelector("[rel=next]"));
        await group.Store.Write("ManyLooks", Actor.CommandLine, unit =>
        {
            for (var i = 0; i < 200; i++)
            {
                var view = new View { Id = Ids.New(), At = unit.Now, ByName = "Somebody", Surface = "person", Shown = 1 };
                unit.Db.Views.Add(view);
                unit.Db.ViewedPeople.Add(new ViewedPerson { PersonId = person.Id, ViewId = view.Id });
            }

            return Task.FromResult(0);
        });
        var newest = await supervisor.GetAsync($"/people/{person.Reference}/looked");
        Assert.Equal(200, newest.Page.QuerySelectorAll("#looks tbody tr").Length);
        Assert.DoesNotContain(facilitator.Account!.DisplayName, newest.Words("#looks"), StringComparison.Ordinal);
        looked = await newest.FollowAsync("Earlier");
        Assert.Contains(facilitator.Account!.DisplayName, looked.Words(), StringComparison.Ordinal);
        var changes = await supervisor.GetAsync($"/people/{person.Reference}/changes");
        Assert.Contains("details changed", changes.Words(), StringComparison.Ordinal);
        Assert.Contains("Mornings only.", changes.Words(), StringComparison.Ordinal);
    }

    /// <summary>Rows that came in by the thousand are in the chain by their hashes alone: the page says when the person came, and is not left empty.</summary>
    [Fact]
    public async Task Get_ChangesOfSomebodyBroughtInByTheThousand_SaysWhenTheyCame()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        await new SafeSpace.Core.Jobs.Invented.Inventor(group.Store, new SafeSpace.Core.Jobs.Invented.InventionPlan(3, 10) { Seed = 1, Years = 0.5 }).RunAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);

        var page = await supervisor.GetAsync("/people/SS0001/changes");

        Assert.Contains("Nothing was changed since.", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Came into the register on", page.Words(), StringComparison.Ordinal);
    }
}

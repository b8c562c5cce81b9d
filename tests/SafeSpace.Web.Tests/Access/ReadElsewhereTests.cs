using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.KeepingApart;
using SafeSpace.Core.Feedback;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using ChangesModel = SafeSpace.Web.Modules.Register.Changes.IndexModel;

namespace SafeSpace.Web.Tests.Access;

/// <summary>What has a page of its own for some of us is shown by no other page.</summary>
public sealed class ReadElsewhereTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Changes_ShowNoStory_AndNotWhoIsKeptApart(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (person, other) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Bill", "Apart"));
        await group.Store.Write("StoryTold", Actor.CommandLine, unit =>
        {
            var story = new Story { Id = Ids.New(), PersonId = person.Id, SecretHash = [1] };
            story.Words = unit.Seal(person.Id, "story.words", story.Id, "what only they may lend");
            unit.Db.Stories.Add(story);
            return Task.CompletedTask;
        });
        await new KeepApartService(group.Store).SetAsync(Ids.New(), Party.Of(person.Id), Party.Of(other.Id), "an old quarrel", Actor.CommandLine);
        await group.LogContactAsync(person, await group.AddAccountAsync(Role.Peer), words: "rang back");

        foreach (var role in new[] { Role.Facilitator, Role.Coordinator })
        {
            var page = await (await group.SignInAsync(role)).GetAsync($"/people/{person.Reference}/changes");
            Assert.Contains("rang back", page.Words(), StringComparison.Ordinal);
            foreach (var hidden in new[] { "what only they may lend", "tory", "apart", "quarrel" })
                Assert.DoesNotContain(hidden, page.Words("main"), StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Tables whose changes whoever may edit people reads: each is on pages they read anyway. A new table about people is put here, or elsewhere, by whoever makes it.</summary>
    private static readonly string[] ReadOnChanges =
    [
        "agreement", "appointment", "ask", "asked_for", "call_under_way", "person_case", "cause", "cause_deadline", "centre_sign_in", "connection", "consent",
        "contact", "crisis_entry", "death", "death_told", "delivery_stop", "direct_return", "direction", "doorstep_note", "family_member", "help_given",
        "help_offer", "hospital_stay", "household_member", "member", "merge", "owed_item", "own_page_invitation", "passed_back", "passed_back_told",
        "person", "person_factor", "person_offer", "person_phone", "plan_version", "pot_entry", "promise", "receipt_photo", "referral", "rhythm", "sad_news",
        "spell", "stock_move", "stopped_row", "support_task", "unmet_need", "visit", "voucher",
    ];

    [Fact]
    public async Task EveryTableAboutPeople_IsReadOnChanges_OrElsewhere_AsSomebodyDecided()
    {
        await using var db = await (await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync()).Store.ReadAsync();
        var about = db.Model.GetEntityTypes().Where(t => typeof(IAboutPerson).IsAssignableFrom(t.ClrType)).Select(t => t.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(about.Order(StringComparer.Ordinal), ReadOnChanges.Concat(ChangesModel.Elsewhere.Keys).Where(about.Contains).Order(StringComparer.Ordinal));
        Assert.All(ChangesModel.Elsewhere.Keys, t => Assert.Contains(db.Model.GetEntityTypes(), e => e.GetTableName() == t));
    }

    /// <summary>Hours of a sheet stand under a name: who takes the name for themselves must not have them with it.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANameOfTheBookOfHours_IsNotTaken(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await new HoursService(group.Store).NoteAsync(new HoursOfWeek(Ids.New(), HoursService.MondayOf(group.Store.Clock.Today), "Ottoline Fenn", null, "leader", 3600), Actor.CommandLine);
        var peer = await group.SignInAsync(Role.Peer);

        var refused = await (await peer.GetAsync("/me")).SubmitAsync(("Name", "ottoline  FENN"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("This name stands in the book of hours", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("/me", (await (await peer.GetAsync("/me")).SubmitAsync(("Name", "Otto"))).Path);
    }

    /// <summary>A name beside a line that could not be saved, or beside "is here already", was shown all the same.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ANameThatWasFound_IsAViewToo_WhereNothingCameOfIt(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, two) = (await group.AddPersonAsync("Sam", "Harley"), await group.AddPersonAsync("Bill", "Visitor"));
        var desk = await group.SignInAsync(Role.Facilitator);

        var paper = await (await desk.GetAsync("/log/paper")).SubmitAsync(("Lines[0].Who", one.Reference), ("Lines[0].Time", ""));
        Assert.Contains("Sam", paper.Words(), StringComparison.Ordinal);
        for (var time = 0; time < 2; time++)
            await desk.PostAsync("/desk/visitors/new", [.. (await desk.GetAsync("/desk/visitors/new")).FormFields(("FormId", Ids.New().ToString())).Where(f => f.Key != "Reference"), new("Reference", two.Reference)]);

        await using var db = await group.Store.ReadAsync();
        var seen = await db.ViewedPeople.Join(db.Views, v => v.ViewId, v => v.Id, (p, v) => new { p.PersonId, v.Surface }).ToListAsync();
        Assert.Contains(seen, s => s.PersonId == one.Id && s.Surface == "log/paper");
        Assert.Contains(seen, s => s.PersonId == two.Id && s.Surface == "desk/visitors");
    }

    /// <summary>Two coordinators at one account: what one took stays taken.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Roles_ChosenOnAnOlderPage_LeaveWhatSomebodyElseChanged(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, other) = (await group.SignInAsync(Role.Coordinator), await group.SignInAsync(Role.Coordinator));
        var account = await group.AddAccountAsync(Role.Peer, Role.Facilitator);
        var older = await one.GetAsync($"/accounts/{account.Id}");
        await (await other.GetAsync($"/accounts/{account.Id}")).SubmitAsync(("Roles", "Peer"));

        var fields = older.FormFields().Where(f => f.Key != "Roles").Concat(new[] { "Peer", "Facilitator", "Supervisor" }.Select(r => KeyValuePair.Create("Roles", r)));
        await one.PostAsync($"/accounts/{account.Id}", fields);

        await using var db = await group.Store.ReadAsync();
        Assert.Equal([Role.Peer, Role.Supervisor], (await db.UserRoles.Where(r => r.UserId == account.UserId).Select(r => r.Role).ToListAsync()).Order());
    }
}

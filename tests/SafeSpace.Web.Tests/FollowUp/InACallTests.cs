using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Peers;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.FollowUp;

public sealed class InACallTests
{
    private const string Start = "form[data-aside]";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_StartStopSave_IsOneContactOfItsLength_AndNothingTypedIsLost(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var page = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitFormAsync(Start, ("Kind", "CallIn"));
        Assert.Contains("In a call since", page.Words(), StringComparison.Ordinal);
        Assert.Contains("In a call with Sam H.", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        await StartedAsync(group, minutesAgo: 17);
        var stopped = await page.SubmitAsync(("Do", "stop"), ("Words", "he slept at last"), ("Agreed", "rings his brother"));
        Assert.Equal(HttpStatusCode.OK, stopped.Status);
        Assert.Contains("They hung up at", stopped.Words(), StringComparison.Ordinal);
        Assert.Equal("he slept at last", stopped.Page.QuerySelector("[name=Words]")!.TextContent);
        Assert.Equal("CallIn", stopped.Page.QuerySelector("[name=Kind][checked]")!.GetAttribute("value"));
        Assert.Equal("/mine", (await stopped.SubmitAsync()).Path);
        await stopped.SubmitAsync();
        var contact = await group.OnlyContactAsync();
        Assert.Equal((ContactKind.CallIn, "he slept at last"), (contact.Kind, group.WordsOf(contact)));
        Assert.InRange(contact.Minutes!.Value, 17, 19);
        Assert.Equal("rings his brother", group.Store.Vault.Open(ContactWriter.Agreed, contact.Id.Value, contact.Agreed));
        var call = await group.ReadAsync(db => db.CallsUnderWay.SingleAsync());
        Assert.Equal((contact.Id, contact.At), (call.ContactId!.Value, call.StartedAt));
        Assert.NotNull(call.EndedAt);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_StartTwice_IsOneCall_AlsoFromTwoTabsAndAtOnce(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var (one, two) = (await peer.GetAsync($"/people/{person.Reference}/log"), await peer.GetAsync($"/people/{person.Reference}/log"));
        await Task.WhenAll(one.SubmitFormAsync(Start, ("Kind", "CallOut")), one.SubmitFormAsync(Start, ("Kind", "CallOut")), two.SubmitFormAsync(Start, ("Kind", "CallOut")));
        Assert.Equal(1, await group.ReadAsync(db => db.CallsUnderWay.CountAsync()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_TheSamePersonWithTwoPeersAtOnce_OneContactEach_AndEachSeesTheOther(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (one, two) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        var (pageOne, pageTwo) = (await one.GetAsync($"/people/{person.Reference}/log"), await two.GetAsync($"/people/{person.Reference}/log"));
        var calls = await Task.WhenAll(pageOne.SubmitFormAsync(Start, ("Kind", "CallIn")), pageTwo.SubmitFormAsync(Start, ("Kind", "CallIn")));
        Assert.Contains($"{one.Account!.DisplayName} is in a call with them since", (await two.GetAsync($"/people/{person.Reference}/log")).Words(), StringComparison.Ordinal);
        await Task.WhenAll(calls[0].SubmitAsync(("Words", "of one")), calls[1].SubmitAsync(("Words", "of two")));
        var contacts = await group.ContactsAsync();
        Assert.Equal(["of one", "of two"], contacts.Select(group.WordsOf).Order());
        Assert.Equal(2, contacts.Select(c => c.PeerId).Distinct().Count());
        Assert.Equal(0, await group.ReadAsync(db => db.CallsUnderWay.CountAsync(c => c.EndedAt == null)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_LoggedFromAnOlderTab_EndsTheCallToo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var older = await peer.GetAsync($"/people/{person.Reference}/log");
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitFormAsync(Start, ("Kind", "CallOut"));
        await older.SubmitAsync(("Words", "from the older tab"));
        var contact = await group.OnlyContactAsync();
        Assert.Equal(contact.Id, (await group.ReadAsync(db => db.CallsUnderWay.SingleAsync())).ContactId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_CameToNothing_MakesNoContact(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var page = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitFormAsync(Start, ("Kind", "CallOut"));
        Assert.Equal("/mine", (await page.SubmitAsync(("Do", "nothing"))).Path);
        Assert.Empty(await group.ContactsAsync());
        Assert.NotNull((await group.ReadAsync(db => db.CallsUnderWay.SingleAsync())).EndedAt);
    }

    /// <summary>The account is closed while they talk. What was typed waits, and the desk writes down that the call was.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_APeerRemovedInMidCall_TheDeskEndsIt_AndTheirWordsWait(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var page = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitFormAsync(Start, ("Kind", "CallIn"));
        await StartedAsync(group, minutesAgo: 9);
        await using var db = await group.Store.ReadAsync();
        var drafts = new Drafts(group.Store, db);
        await drafts.SaveAsync(peer.Account!.UserId, $"contact-{person.Reference}", "half a note");
        await new AccountService(group.Store).RetireAsync(peer.Account.UserId, Actor.CommandLine);
        Assert.StartsWith("/sign-in", (await page.SubmitAsync(("Words", "half a note"))).Path, StringComparison.Ordinal);
        Assert.Empty(await group.ContactsAsync());

        var desk = await group.SignInAsync(Role.Facilitator);
        var log = await desk.GetAsync($"/people/{person.Reference}/log");
        var theirs = await log.FollowAsync("End it for them");
        await theirs.SubmitAsync(("Words", "the desk rang back"));

        var contact = await group.OnlyContactAsync();
        Assert.Equal((peer.Account.UserId, ContactKind.CallIn), (contact.PeerId!.Value, contact.Kind));
        Assert.InRange(contact.Minutes!.Value, 9, 11);
        await new AccountService(group.Store).BringBackAsync(peer.Account.UserId, Actor.CommandLine);
        Assert.Equal("half a note", (await drafts.FindAsync(peer.Account.UserId, $"contact-{person.Reference}"))!.Words);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_OneSave_MakesContactPromiseAndTasks(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, other) = (await group.SignInAsync(Role.Peer), await group.AddAccountAsync(Role.Peer));
        var person = await group.AddPersonAsync();
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(
            ("Kind", "CallIn"), ("Next", "1"), ("PromiseTime", "6pm"), ("PromiseVisit", "True"), ("PromiseBy", other.Id.ToString()), ("PromiseAsked", "ThePerson"),
            ("Agreed", "no more night shifts"), ("Needs", "a food pack\n\nthe form for the council"), ("NeedsBy", peer.Account!.Id.ToString()), ("NeedsOn", "tomorrow"), ("Hard", "True"));
        var contact = await group.OnlyContactAsync();
        var debrief = await group.ReadAsync(db => db.Debriefs.SingleAsync());
        Assert.Equal((contact.Id.Value, peer.Account!.UserId), (debrief.ContactId!.Value, debrief.PeerId));
        var promise = await group.ReadAsync(db => db.Promises.SingleAsync());
        Assert.Equal((other.UserId, true, PromiseAsked.ThePerson, contact.Id.Value), (promise.PeerId!.Value, promise.Visit, promise.AskedBy, promise.MadeInContactId!.Value));
        var tasks = await group.ReadAsync(db => db.SupportTasks.OrderBy(t => t.Id).ToListAsync());
        Assert.Equal(["a food pack", "the form for the council"], tasks.Select(t => group.Store.Vault.Open(TaskWriter.What, t.Id, t.What)).Order());
        Assert.All(tasks, t => Assert.Equal((peer.Account.UserId, group.Store.Clock.Today.AddDays(1)), (t.PeerId!.Value, t.DueOn!.Value)));
        Assert.Contains("a food pack", (await peer.GetAsync("/mine")).Words(), StringComparison.Ordinal);
        var sheet = (await peer.GetAsync($"/people/{person.Reference}")).Words();
        Assert.Contains("the form for the council", sheet, StringComparison.Ordinal);
        Assert.Contains("no more night shifts", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_Mood_IsAskedOnlyWhereTheGroupWants_AndSurvivesACorrection(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var address = $"/people/{(await group.AddPersonAsync()).Reference}/log";
        Assert.Null((await peer.GetAsync(address)).Page.QuerySelector("[name=MoodBefore]"));
        await group.RulesAsync(mood: true);
        var page = await peer.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("MoodBefore", "9"))).Status);
        await page.SubmitAsync(("MoodBefore", "1"), ("MoodAfter", "3"));
        var first = await group.OnlyContactAsync();
        await (await peer.GetAsync($"/diary/{first.Id.Value}/correct")).SubmitAsync(("Words", "set right"));
        var right = (await group.ContactsAsync()).Single(c => c.CorrectsId == first.Id);
        Assert.Equal((1, 3), (right.MoodBefore!.Value, right.MoodAfter!.Value));
        await (await peer.GetAsync(address)).SubmitAsync();
        Assert.Null((await group.ContactsAsync())[^1].MoodBefore);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AnothersPromise_IsKeptOnlyWhenSaidSo(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var person = await group.AddPersonAsync();
        var promise = await group.PromiseAsync(person, await group.AddAccountAsync(Role.Peer));
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallIn"));
        Assert.Equal(PromiseState.Open, (await group.ReadAsync(db => db.Promises.SingleAsync())).State);
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallOut"), ("AlsoKeeps", promise.Id.ToString()));
        Assert.Equal(PromiseState.Kept, (await group.ReadAsync(db => db.Promises.SingleAsync())).State);
    }

    /// <summary>Whoever begins a call, hangs up or says it came to nothing is heard from: the desk does not say "not heard since".</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Start_Stop_Nothing_ThePeerIsHeardFrom(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (peer, person) = (await group.AddAccountAsync(Role.Peer), await group.AddPersonAsync());
        await group.SignOnAsync(atHome: true, ShiftState.Free, peer);
        var (calls, by) = (new CallService(group.Store), Follows.ActorOf(peer));
        await QuietAsync();
        var call = (await calls.StartAsync(person.Id, peer.UserId, ContactKind.CallOut, by))!;
        Assert.True(await HeardAsync());
        await QuietAsync();
        await calls.StopAsync(call.Id, by);
        Assert.True(await HeardAsync());
        await QuietAsync();
        await calls.NothingAsync(call.Id, by);
        Assert.True(await HeardAsync());

        Task QuietAsync() => group.Store.Write("QuietForAnHour", Actor.CommandLine, async unit => (await unit.Db.ShiftPlaces.SingleAsync()).HeardAt = unit.Now.AddHours(-1));
        async Task<bool> HeardAsync() => Assert.Single(await group.WhoIsOnAsync()).HeardAt > group.Store.Clock.Now.AddMinutes(-30);
    }

    private static Task<DateTime> StartedAsync(TestGroup group, int minutesAgo) =>
        group.Store.Write("CallMovedBack", Actor.CommandLine, async unit => (await unit.Db.CallsUnderWay.SingleAsync()).StartedAt = unit.Now.AddMinutes(-minutesAgo));
}

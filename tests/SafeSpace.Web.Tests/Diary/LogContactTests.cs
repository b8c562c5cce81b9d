using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Register;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Diary;

public sealed class LogContactTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_NothingChanged_LogsACallOutNowOfUnknownLength(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var saved = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync();
        Assert.True(saved.Path == "/mine", saved.Words("main"));
        Assert.Contains("Saved", saved.Words(), StringComparison.Ordinal);
        var contact = await group.OnlyContactAsync();
        Assert.Equal((ContactKind.CallOut, null, person.Id, peer.Account!.UserId), (contact.Kind, contact.Minutes, contact.PersonId, contact.PeerId!.Value));
        Assert.Null(contact.Words);
        await group.AssertSoundAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Everything_IsKeptAsItWasTyped(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log?from=diary");
        var saved = await page.SubmitAsync(
            ("Kind", "VisitAtHome"), ("Minutes", "1 h 20"), ("When.Day", "9 March 2026"), ("When.Time", "18.04"), ("Words", "  likes tea\r\nno sugar "), ("Next", "1"));
        Assert.Equal($"/people/{person.Reference}/diary", saved.Path);
        var contact = await group.OnlyContactAsync();
        Assert.Equal((ContactKind.VisitAtHome, 80, new DateOnly(2026, 3, 9)), (contact.Kind, contact.Minutes, contact.Day));
        Assert.Equal(new DateTime(2026, 3, 9, 18, 4, 0, DateTimeKind.Utc), contact.At);
        Assert.Equal("  likes tea\r\nno sugar ", group.WordsOf(contact));
        await using var db = await group.Store.ReadAsync();
        var promise = await db.Promises.SingleAsync();
        Assert.Equal((group.Store.Clock.Today.AddDays(1), contact.Id.Value, peer.Account!.UserId), (promise.DueOn, promise.MadeInContactId!.Value, promise.PeerId!.Value));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SentTwice_MakesOneContactAndOnePromise(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        var both = await Task.WhenAll(page.SubmitAsync(("Next", "2")), page.SubmitAsync(("Next", "2")));
        Assert.All(both, answer => Assert.Equal("/mine", answer.Path));
        Assert.Equal("/mine", (await page.SubmitAsync(("Next", "2"))).Path);
        await group.OnlyContactAsync();
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.Promises.CountAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "Minutes", "-5", "shorter than nothing")]
    [InlineData(EngineKind.Postgres, "Minutes", "-5", "shorter than nothing")]
    [InlineData(EngineKind.Sqlite, "Minutes", "1441", "longer than a day")]
    [InlineData(EngineKind.Sqlite, "Minutes", "999999999", "longer than a day")]
    [InlineData(EngineKind.Sqlite, "Minutes", "99999999999", "in minutes")]
    [InlineData(EngineKind.Postgres, "Minutes", "a while", "in minutes")]
    [InlineData(EngineKind.Sqlite, "When.Day", "31 2 2026", "day, month, year")]
    [InlineData(EngineKind.Sqlite, "When.Time", "25:00", "18:04")]
    [InlineData(EngineKind.Sqlite, "When.Time", "23:59", "in the future")]
    [InlineData(EngineKind.Sqlite, "PromiseOn", "1 1 2026", "This day is over")]
    [InlineData(EngineKind.Sqlite, "PromiseOn", "1 1 2099", "two years")]
    [InlineData(EngineKind.Postgres, "PromiseTime", "soon", "18:04")]
    public async Task Post_Mistake_SaysWhatIsWrongAndLosesNothing(EngineKind engine, string field, string value, string sentence)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        var refused = await page.SubmitAsync((field, value), ("Words", "typed <b>words</b>"), ("Kind", "Video"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(sentence, refused.Words("#error-summary"), StringComparison.Ordinal);
        Assert.Equal("typed <b>words</b>", refused.Page.QuerySelector("textarea[name=Words]")!.TextContent);
        Assert.Contains(refused.Page.QuerySelectorAll($"[name='{field}']"), e => e.GetAttribute("value") == value);
        Assert.True(refused.Page.QuerySelector("input[value=Video]")!.HasAttribute("checked"));
        Assert.Empty(await group.ContactsAsync());
        var mended = await refused.SubmitAsync((field, ""));
        Assert.Equal(HttpStatusCode.OK, mended.Status);
        Assert.Equal("typed <b>words</b>", group.WordsOf(await group.OnlyContactAsync()));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WordsTooLong_AreGivenBackWhole(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var long20001 = new string('ä', ContactRules.LongestWords + 1);
        var refused = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Words", long20001));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(long20001, refused.Page.QuerySelector("textarea[name=Words]")!.TextContent);
        Assert.Empty(await group.ContactsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite, "Kind", "Shouting")]
    [InlineData(EngineKind.Postgres, "Kind", "99")]
    [InlineData(EngineKind.Sqlite, "Next", "3")]
    [InlineData(EngineKind.Sqlite, "FormId", "not-an-id")]
    public async Task Post_ValueThatTheFormDoesNotOffer_IsRefused(EngineKind engine, string field, string value)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var refused = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync((field, value));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await group.ContactsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_NaughtyWords_ComeBackToTheLetterAndNeverInTheLog(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("reference/naughty-strings.json")))!;
        Assert.True(strings.Length > 400);
        var all = strings.Chunk(60).Select(chunk => "plantedwordtwo\n" + string.Join("\n", chunk)).ToList();
        foreach (var words in all)
            Assert.Equal(HttpStatusCode.OK, (await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Words", words))).Status);
        var contacts = await group.ContactsAsync();
        Assert.Equal(all.Order(StringComparer.Ordinal), contacts.Select(c => group.WordsOf(c)!).Order(StringComparer.Ordinal));
        var shown = await peer.GetAsync($"/people/{person.Reference}/diary");
        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Empty(shown.Page.QuerySelectorAll("main script, main img, main iframe"));
        Assert.Contains(shown.Page.QuerySelectorAll(".as-typed"), e => e.TextContent.Contains("<script>alert(", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains("plantedwordtwo", StringComparison.Ordinal));
        Assert.DoesNotContain(site.Log.Lines, l => l.Contains(person.Surname, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_ShowsWhatToKnowBeforeRinging(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync(new PersonDetails
        {
            GivenName = "Ana",
            Surname = "Kowalska",
            BeforeRinging = "Her mother died in May.",
            SafeTimes = "Not before five.",
            Voicemail = Voicemail.No,
            WhoMayAnswer = "Her brother.",
            CommunicationNeeds = "Likes texts first.",
            Phones = [new PhoneDetails("07700 900123", "her own")],
        });
        var family = await group.AddFamilyAsync(person, "Jan", "husband", "That we rang, nothing more.");
        var peer = await group.SignInAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        foreach (var words in new[] { "Her mother died in May.", "Not before five.", "Leave no message.", "Her brother.", "Likes texts first.", "Jan, husband", "That we rang, nothing more." })
            Assert.Contains(words, page.Words("section.know"), StringComparison.Ordinal);
        Assert.Equal("tel:07700900123", page.Page.QuerySelector("section.know a.button")!.GetAttribute("href"));
        Assert.NotNull(page.Page.QuerySelector("a[data-leave]"));
        Assert.DoesNotContain("Kowalska", page.Page.Title!, StringComparison.Ordinal);
        await page.SubmitAsync(("With", family.Id.ToString()));
        Assert.Equal(family.Id, (await group.OnlyContactAsync()).FamilyMemberId);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SomebodyElsesFamily_IsRefused(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var (person, other) = (await group.AddPersonAsync(), await group.AddPersonAsync("Ana", "Kowalska"));
        await group.AddFamilyAsync(person, "Jo", null, null);
        var stranger = await group.AddFamilyAsync(other, "Jan", "husband", null);
        var peer = await group.SignInAsync(Role.Peer);
        var refused = await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("With", stranger.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.DoesNotContain("Jan", refused.Words(), StringComparison.Ordinal);
        Assert.Empty(await group.ContactsAsync());
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Get_OutsideOnesView_IsNotThere(EngineKind engine)
    {
        var site = await TestSite.OnAsync(engine);
        var (group, elsewhere) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        var closed = await group.AddPersonAsync(open: false);
        var theirs = await elsewhere.AddPersonAsync("Ana", "Kowalska", reference: "SS7777");
        var peer = await group.SignInAsync(Role.Peer);
        foreach (var reference in new[] { closed.Reference, theirs.Reference, "SS9999", theirs.Id.ToString() })
            Assert.Equal(HttpStatusCode.NotFound, (await peer.GetAsync($"/people/{reference}/log")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await group.SignInAsync(Role.Facilitator)).GetAsync($"/people/{closed.Reference}/log")).Status);
        foreach (var role in new[] { Role.Referrer, Role.Coordinator, Role.Steering, Role.Commissioner, Role.Member })
            Assert.Equal(HttpStatusCode.NotFound, (await (await group.SignInAsync(role)).GetAsync($"/people/{closed.Reference}/log")).Status);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_ForAnotherPeer_OnlyWhoSeesTheDiaryMay(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var (beth, member) = (await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Member));
        var facilitator = await group.SignInAsync(Role.Facilitator);
        var page = await facilitator.GetAsync($"/people/{person.Reference}/log");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Peer", member.Id.ToString()))).Status);
        await page.SubmitAsync(("Peer", beth.Id.ToString()));
        Assert.Equal(beth.UserId, (await group.OnlyContactAsync()).PeerId);
        var peer = await group.SignInAsync(Role.Peer);
        var own = await peer.GetAsync($"/people/{person.Reference}/log");
        Assert.Null(own.Page.QuerySelector("[name=Peer]"));
        var fields = own.FormFields(("Peer", beth.Id.ToString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await peer.PostAsync($"/people/{person.Reference}/log", fields)).Status);
        await group.OnlyContactAsync();
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_AnsweredCall_KeepsThePromiseAndEndsTheWait_ATryDoesNot(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var promise = await group.PromiseAsync(person, peer.Account, at: new TimeOnly(18, 0));
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        Assert.Contains("today, 18:00", page.Words("form[data-draft]"), StringComparison.Ordinal);
        await page.SubmitAsync(("Kind", "NoAnswer"));
        Assert.Equal((PromiseState.Open, null), await StateAsync());
        await (await peer.GetAsync($"/people/{person.Reference}/log")).SubmitAsync(("Kind", "CallOut"));
        var (state, answered) = await StateAsync();
        Assert.Equal(PromiseState.Kept, state);
        Assert.NotNull(answered);
        await group.AssertSoundAsync();

        async Task<(PromiseState, DateTime?)> StateAsync()
        {
            await using var db = await group.Store.ReadAsync();
            return ((await db.Promises.SingleAsync(p => p.Id == promise.Id)).State, (await db.Cases.SingleAsync()).FirstAnsweredAt);
        }
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_PromiseNotKeptByThisCall_StaysOpen(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        await group.PromiseAsync(person, peer.Account);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await peer.PostAsync($"/people/{person.Reference}/log", page.FormFields().Where(f => f.Key != "KeepsPromise"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(PromiseState.Open, (await db.Promises.SingleAsync()).State);
        await group.OnlyContactAsync();
    }
}

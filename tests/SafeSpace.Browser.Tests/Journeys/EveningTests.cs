using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using static Microsoft.Playwright.Assertions;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>
/// An evening of the service over all its roles, from signing on at 17:00 to the report: nobody is forgotten, nothing typed is lost, two
/// never have the same person, and what the commissioner reads is what was done, to the minute.
/// </summary>
public sealed partial class EveningTests(Chromium chromium)
{
    [Theory]
    [InlineData(EngineKind.Sqlite, Traits = ["Part", "Long"])]
    [InlineData(EngineKind.Postgres)]
    public async Task Evening_OverAllRoles_NothingIsLost_AndTheReportAgreesToTheMinute(EngineKind engine)
    {
        await using var evening = await Evening.OpenAsync(chromium, engine);
        var sam = await evening.Group.AddPersonAsync(new PersonDetails { GivenName = "Sam", Surname = "Harley", Phones = [new PhoneDetails("07700 900 123")], SafeTimes = "After five." }, openedOn: new DateOnly(2026, 1, 12));
        await evening.Group.CloseCaseAsync(sam, new DateOnly(2026, 2, 2));

        await SignOnAsync(evening);
        var lena = await ReferSomebodyNewAsync(evening);
        await ReferSomebodyKnownAsync(evening, sam.Reference);
        await ReferAgainAsync(evening, lena);
        await ClaimAtTheSameInstantAsync(evening, lena);
        await CallFromAnOldPhoneAsync(evening, sam.Reference);
        await TryAndVisitAsync(evening, lena, sam.Reference);
        await MissAPromiseAsync(evening, sam.Reference);
        await ExpireInMidNoteAsync(evening, lena);
        await HandOverAsync(evening);
        await ReportAsync(evening);
        foreach (var at in new[] { evening.Desk, evening.Beth, evening.Stuart, evening.Supervisor, evening.Coordinator, evening.Next })
            Assert.Empty(at.Complaints);
    }

    /// <summary>17:00. Three sign on; the supervisor opens the board and leaves it open.</summary>
    private static async Task SignOnAsync(Evening evening)
    {
        foreach (var (at, where) in new[] { (evening.Desk, "In the building"), (evening.Beth, "At home"), (evening.Stuart, "In the building") })
        {
            await at.GoAsync("/shift");
            await at.Page.GetByRole(AriaRole.Radio, new() { Name = where }).CheckAsync();
            if (at == evening.Desk)
                await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Facilitator" }).CheckAsync();
            await PageCheck.FitAsync(at);
            await at.Button("Sign on").ClickAsync();
            await Expect(at.Page.GetByText("You are on until 21:00")).ToBeVisibleAsync();
        }

        await evening.Supervisor.GoAsync("/desk");
        await PageCheck.FitAsync(evening.Supervisor);
        foreach (var on in new[] { evening.Desk, evening.Beth, evening.Stuart })
            await Expect(evening.Supervisor.Page.Locator("ul.peers")).ToContainTextAsync(Evening.NameOf(on));
    }

    /// <summary>17:05. The crisis team rings. The facilitator types with the keyboard alone while they talk.</summary>
    private static async Task<string> ReferSomebodyNewAsync(Evening evening)
    {
        await evening.PassAsync(5);
        var at = evening.Desk;
        await at.GoAsync("/desk");
        await at.TabToAsync("Refer by phone", "Enter");
        await at.Page.WaitForURLAsync("**/refer");
        await PageCheck.FitAsync(at);
        foreach (var (field, words) in new[] { ("First name", "Lena"), ("Surname", "Żółkowska") })
        {
            await at.TabToAsync(field);
            await at.Page.Keyboard.TypeAsync(words);
        }

        await at.TabToAsync("Crisis team", "Space");
        await at.TabToAsync("Their name");
        await at.Page.Keyboard.TypeAsync("Jo on the late shift");
        await at.TabToAsync("Today", "Space");
        await at.TabToAsync("What they told us");
        await at.Page.Keyboard.TypeAsync("Lost her flat last week.");
        await at.TabToAsync("Phone");
        await at.Page.Keyboard.TypeAsync("07700 900 456");
        await at.TabToAsync("Take this person on", "Enter");
        await at.Page.WaitForURLAsync("**/people/*");
        await PageCheck.FitAsync(at);
        var reference = at.Path["/people/".Length..];
        await Expect(evening.Supervisor.Page.Locator("#waiting")).ToHaveTextAsync("Waiting for a first call (1)");
        return reference;
    }

    /// <summary>17:10. Somebody known, whose case was closed: found while typing, and it is a new crisis.</summary>
    private static async Task ReferSomebodyKnownAsync(Evening evening, string sam)
    {
        await evening.PassAsync(5);
        await ReferKnownAsync(evening.Desk, "sam harly", "This is Sam", "Home treatment", "Take Sam on");
        Assert.Equal($"/people/{sam}", evening.Desk.Path);
        await Expect(evening.Supervisor.Page.Locator("#waiting")).ToHaveTextAsync("Waiting for a first call (2)");
    }

    /// <summary>17:15. Another team rings about Lena, ten minutes after the first: the same crisis.</summary>
    private static async Task ReferAgainAsync(Evening evening, string lena)
    {
        await evening.PassAsync(5);
        await ReferKnownAsync(evening.Desk, "Zolkowska", "This is Lena", "Hospital liaison", "Take Lena on");
        Assert.Equal($"/people/{lena}", evening.Desk.Path);
        await Expect(evening.Supervisor.Page.Locator("#waiting")).ToHaveTextAsync("Waiting for a first call (2)");
        Assert.Equal([ReferralKind.First, ReferralKind.Repeat, ReferralKind.Double], await evening.ReadAsync(db => db.Referrals.OrderBy(r => r.ReceivedAt).Select(r => r.Kind).ToListAsync()));
    }

    private static async Task ReferKnownAsync(AtBrowser at, string typed, string thisIs, string team, string take)
    {
        await at.GoAsync("/refer");
        await at.Page.FillAsync("#Q", typed);
        await at.Button(thisIs).ClickAsync();
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = team }).CheckAsync();
        await at.Page.FillAsync("#ReferrerName", "Kim");
        await PageCheck.FitAsync(at);
        await at.Button(take).ClickAsync();
        await at.Page.WaitForURLAsync("**/people/*");
    }

    /// <summary>17:20. Two peers press "I will ring" in the same instant: one rings, and the other reads who.</summary>
    private static async Task ClaimAtTheSameInstantAsync(Evening evening, string lena)
    {
        await evening.PassAsync(5);
        AtBrowser[] both = [evening.Beth, evening.Stuart];
        foreach (var at in both)
        {
            await at.GoAsync($"/people/{lena}/rings");
            await PageCheck.FitAsync(at);
        }

        await Task.WhenAll(both.Select(at => at.Button("I will ring").ClickAsync()));
        foreach (var at in both)
            await at.Page.WaitForLoadStateAsync();

        var winner = Assert.Single(await evening.ReadAsync(db => db.PeerTies.Where(t => t.Until == null).ToListAsync())).PeerId;
        var (faster, slower) = both[0].Account!.UserId == winner ? (both[0], both[1]) : (both[1], both[0]);
        Assert.Contains("You do.", await faster.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains($"{Evening.NameOf(faster)} was a moment faster. Nothing is lost: they ring.", await slower.WordsAsync(), StringComparison.Ordinal);
        await Expect(evening.Supervisor.Page.GetByText($"{Evening.NameOf(faster)} rings")).ToBeVisibleAsync();
    }

    /// <summary>17:25 to 18:10. From a phone of 320 pixels without script: see, ring, stop the clock, write, save; and one call more, written down afterwards.</summary>
    private static async Task CallFromAnOldPhoneAsync(Evening evening, string sam)
    {
        await evening.PassAsync(5);
        var at = evening.Beth;
        await at.GoAsync($"/people/{sam}/log");
        await PageCheck.FitAsync(at);
        Assert.Contains("After five.", await at.WordsAsync(), StringComparison.Ordinal);
        await at.Button("I ring them now").ClickAsync();
        await Expect(at.Page.GetByText("In a call since 17:25.")).ToBeVisibleAsync();
        await Expect(evening.Supervisor.Page.Locator("#calls")).ToHaveTextAsync("In a call now (1)");
        await evening.PassAsync(23);
        await at.Page.FillAsync("#Words", "Talked about the beans.");
        await at.Button("They hung up: stop the clock").ClickAsync();
        await Expect(at.Page.GetByText("They hung up at 17:48, after 23 min.")).ToBeVisibleAsync();
        await PageCheck.FitAsync(at);
        await evening.PassAsync(7);
        Assert.Equal("Talked about the beans.", await at.Page.InputValueAsync("#Words"));
        await at.Page.GetByText("Pick a day, a time, or who").ClickAsync();
        await at.Page.FillAsync("#PromiseTime", "18:30");
        await at.Page.SelectOptionAsync("#PromiseBy", evening.Stuart.Account!.Id.ToString());
        await at.Button("Save").ClickAsync();
        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);
        evening.Counted.Add(ContactKind.CallOut, 23);
        await Expect(evening.Supervisor.Page.Locator("#promised")).ToHaveTextAsync("Promised today (1)");

        await evening.PassAsync(15);
        await at.GoAsync("/log/unknown");
        await PageCheck.FitAsync(at);
        await at.Button("They ring now").ClickAsync();
        await Expect(at.Page.GetByText("In a call since 18:10.")).ToBeVisibleAsync();
        await Expect(evening.Supervisor.Page.Locator("#calls")).ToHaveTextAsync("In a call now (1)");
        await evening.PassAsync(8);
        await at.Page.FillAsync("#Caller", "Kim");
        await at.Page.FillAsync("#Words", "Only wanted to hear a voice.");
        await at.Button("Save").ClickAsync();
        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal("Likes to be called Kim.\nOnly wanted to hear a voice.", await evening.ReadAsync(async db => (await db.Contacts.SingleAsync(c => c.PersonId == null)) is var contact ? evening.Group.Store.Vault.Open(ContactWriter.Words, contact.Id.Value, contact.Words) : null));
        evening.Counted.Add(ContactKind.CallIn, 8);
    }

    /// <summary>18:18. Stuart tries Lena and nobody answers. Sam comes to the building for 40 minutes.</summary>
    private static async Task TryAndVisitAsync(Evening evening, string lena, string sam)
    {
        var (peer, desk) = (evening.Stuart, evening.Desk);
        await peer.GoAsync($"/people/{lena}/log");
        await peer.Page.GetByRole(AriaRole.Radio, new() { Name = "No answer" }).CheckAsync();
        await peer.Button("Save").ClickAsync();
        await peer.Page.WaitForURLAsync("**/mine");
        evening.Counted.Add(ContactKind.NoAnswer);
        await Expect(evening.Supervisor.Page.Locator("#tried")).ToHaveTextAsync("Tried, not reached (1)");

        await desk.GoAsync("/desk/visitors/new?Q=Harley");
        await PageCheck.FitAsync(desk);
        await desk.Button("Is here").First.ClickAsync();
        await Expect(evening.Supervisor.Page.Locator("#building")).ToHaveTextAsync("In the building (1)");
        await evening.PassAsync(40);
        await desk.GoAsync("/desk");
        await desk.Link("Leaves").ClickAsync();
        await PageCheck.FitAsync(desk);
        await desk.Button("Has left").ClickAsync();
        await Expect(desk.Page.Locator("#building")).ToHaveTextAsync("In the building (0)");
        evening.Counted.Add(ContactKind.VisitToBuilding, 40);
    }
}

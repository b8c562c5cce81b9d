using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>320 pixels, no script: see whom I ring, read what to know, ring, log.</summary>
public sealed class PeerOnAnOldPhoneTests(Chromium chromium)
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WithoutScript_SeesWhoIsTheirs_ReadsWhatToKnow_Rings_AndLogs(EngineKind engine)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        var sam = await group.AddPersonAsync(new PersonDetails
        {
            GivenName = "Sam",
            Surname = "Harley",
            Phones = [new PhoneDetails("07700 900 123")],
            BeforeRinging = "Likes to be asked about the garden.",
            SafeTimes = "After five.",
            Voicemail = Voicemail.No,
        });
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script: false);
        await group.PromiseAsync(sam, at.Account);

        await at.GoAsync("/mine");
        await PageCheck.FitAsync(at);
        var words = await at.WordsAsync();
        foreach (var needed in new[] { "Sam H.", "Likes to be asked about the garden.", "After five.", "Leave no message." })
            Assert.Contains(needed, words, StringComparison.Ordinal);
        Assert.Equal("tel:07700900123", await at.Page.GetByRole(AriaRole.Link, new() { Name = "Ring Sam H." }).GetAttributeAsync("href"));

        await at.Link("Log a contact with Sam H.").ClickAsync();
        await PageCheck.FitAsync(at);
        Assert.Contains("Likes to be asked about the garden.", await at.WordsAsync(), StringComparison.Ordinal);
        Assert.True(await at.Page.Locator("header a.emergency").IsVisibleAsync());
        await at.Page.FillAsync("#Words", "Talked about the beans.");
        await at.Button("Save").ClickAsync();
        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);
        await using var db = group.Store.Read();
        Assert.Equal(1, await db.Contacts.CountAsync());
    }
}

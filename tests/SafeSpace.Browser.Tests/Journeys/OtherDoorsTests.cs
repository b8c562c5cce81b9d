using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>
/// A counselling referral over a bank-holiday weekend, a refusal with its reason, and a stay in hospital from admission to home.
/// What happens over Easter hour by hour is in CounsellingTests.
/// </summary>
public sealed class OtherDoorsTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task CounsellingOverABankHoliday_ARefusal_AndAStayInHospital(EngineKind engine, bool script)
    {
        var site = await TestSite.NewOnPortAsync(engine);
        var group = await site.NewGroupAsync();
        var (mina, otto) = (await group.AddPersonAsync("Mina", "Vale"), await group.AddPersonAsync("Otto", "Berg"));
        // To noon of the day before the next bank holiday.
        var today = group.Store.Clock.Today;
        while (!BankHolidays.Is(today.AddDays(1), Nation.EnglandAndWales))
            today = today.AddDays(1);
        if (group.Store.Clock.ToUtc(new LocalMoment(today, new TimeOnly(12, 0))) - group.Store.Clock.Now is { Ticks: > 0 } wait)
            site.Folder.Clock.Advance(wait);
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Supervisor, script);

        // Counselling: the page says by when; weekends and bank holidays are not counted.
        await at.GoAsync($"/people/{mina.Reference}/connect");
        await at.Page.FillAsync("#Called", "Our counsellors");
        await at.Page.SelectOptionAsync("#Kind", "counselling");
        await at.Page.FillAsync("#What", "Somebody to talk with.");
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Save").ClickAsync();
        var due = WorkingDays.After(today, 2, Nation.EnglandAndWales);
        Assert.True(due.DayNumber - today.DayNumber > 2, "the holiday was counted");
        Assert.Contains($"by {due.ToString("ddd d MMM", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}", await at.WordsAsync(), StringComparison.Ordinal);
        await at.GoAsync("/counselling/new");
        await at.Page.FillAsync("#Name", "Noor");
        await at.Button("Save").ClickAsync();
        await at.Link("Add slots").First.ClickAsync();
        await at.Page.FillAsync("#On", "tomorrow");
        await at.Page.FillAsync("#Time", "10:00");
        await at.Button("Add slots").ClickAsync();
        Assert.Contains("Mina Vale", await at.WordsAsync(), StringComparison.Ordinal);
        await at.Link("Offer a slot").First.ClickAsync();
        await at.Page.SelectOptionAsync("#Slot", new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await at.Button("They were offered this").ClickAsync();
        Assert.Contains("Noor", await at.WordsAsync(), StringComparison.Ordinal);

        // A refusal, with its reason; then the same words at another door.
        await at.GoAsync($"/people/{otto.Reference}/connect");
        await at.Page.FillAsync("#Called", "Quay Housing");
        await at.Page.FillAsync("#What", "A room from Friday.");
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Save").ClickAsync();
        await at.Link("They said no").ClickAsync();
        await at.Button("They said no").ClickAsync();
        Assert.Contains("Please choose one of these.", await at.WordsAsync(), StringComparison.Ordinal);
        await at.Page.CheckAsync("input[value=drink_drugs]");
        await at.Button("They said no").ClickAsync();
        Assert.Contains("Because of drink or drugs", await at.WordsAsync(), StringComparison.Ordinal);
        await at.Link("Ask at another door").ClickAsync();
        Assert.Equal("A room from Friday.", (await at.Page.InputValueAsync("#What")).Trim());

        // In hospital, and home again.
        await at.GoAsync($"/people/{mina.Reference}/hospital");
        await at.Page.FillAsync("#Where", "Infirmary, ward 4");
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Save").ClickAsync();
        await at.Link("Give a turn").ClickAsync();
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Promise the visit").ClickAsync();
        Assert.Contains("to come", await at.WordsAsync(), StringComparison.Ordinal);
        await at.Link("They are home again").ClickAsync();
        await at.Page.FillAsync("#How", "By taxi.");
        await at.Button("They are home again").ClickAsync();
        Assert.Contains("By taxi.", await at.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("0 hours", await at.WordsAsync(), StringComparison.Ordinal);

        // The month's tables say the same.
        await at.GoAsync("/unmet");
        Assert.Matches(@"Quay Housing\s+(Why\s+)?Because of drink or drugs\s+(People\s+)?1", await at.WordsAsync());
        await at.GoAsync("/counselling");
        var row = at.Page.Locator("table tbody tr").Last;
        Assert.Equal(["1", "1", "0", "0"], (await row.Locator("td").AllInnerTextsAsync()).Select(t => t.Trim().Split('\n').Last().Trim()).Take(4));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal((2, 1), (await db.Connections.CountAsync(), await db.Connections.CountAsync(c => c.State == ConnectionState.Refused)));
        Assert.Empty(at.Complaints);
    }
}

using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>
/// A counselling referral through the weekend of Easter 2027 (in its night to Sunday the clock goes forward), a refusal with its reason,
/// and a stay in hospital from admission to home. The month's tables agree to the hour, which was counted by hand. A phone of 320 px.
/// </summary>
public sealed class OtherDoorsTests(Chromium chromium)
{
    /// <summary>Noon on the Thursday before Good Friday, London.</summary>
    private static readonly DateTimeOffset Thursday = new(2027, 3, 25, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Eight in the evening on Saturday.</summary>
    private static readonly DateTimeOffset Saturday = new(2027, 3, 27, 20, 0, 0, TimeSpan.Zero);

    /// <summary>Ten in the morning on the Tuesday after Easter, summer time: the first working day since Thursday.</summary>
    private static readonly DateTimeOffset Tuesday = new(2027, 3, 30, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Eleven in the morning on the Thursday after.</summary>
    private static readonly DateTimeOffset WeekLater = new(2027, 4, 1, 10, 0, 0, TimeSpan.Zero);

    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task ThroughABankHolidayWeekend_WithARefusal_AndAStayInHospital(EngineKind engine, bool script)
    {
        var site = await TestSite.NewOnPortAsync(engine, Thursday);
        var group = await site.NewGroupAsync();
        var (mina, otto, iris) = (await group.AddPersonAsync("Mina", "Vale"), await group.AddPersonAsync("Otto", "Berg"), await group.AddPersonAsync("Iris", "Thorn"));
        string counselling, stay;
        await using (var at = await SignedInAsync(group, script))
        {
            counselling = await AskForCounsellingAsync(at, mina);
            await RefusedAsync(at, otto);
            Assert.Empty(at.Complaints);
        }

        site.Folder.Clock.SetUtcNow(Saturday);
        await using (var at = await SignedInAsync(group, script))
        {
            // Good Friday is over, and two more days of the weekend come: nobody is late.
            await at.GoAsync("/counselling");
            Assert.DoesNotContain("late", await at.Page.InnerTextAsync("[aria-labelledby=waiting]"), StringComparison.Ordinal);
            stay = await AdmittedAsync(at, iris);
            Assert.Empty(at.Complaints);
        }

        site.Folder.Clock.SetUtcNow(Tuesday);
        await using (var at = await SignedInAsync(group, script))
        {
            await OfferedAsync(at);
            await HomeAsync(at, stay);
            await TheMonthAsync(at);
            Assert.Empty(at.Complaints);
        }

        site.Folder.Clock.SetUtcNow(WeekLater);
        await using (var at = await SignedInAsync(group, script))
        {
            await KeptAsync(at, counselling);
            Assert.Empty(at.Complaints);
        }

        Assert.Empty(await group.VerifyAsync());
    }

    private Task<AtBrowser> SignedInAsync(TestGroup group, bool script) => AtBrowser.SignedInAsync(chromium, group, Role.Supervisor, script);

    /// <summary>The page says by when: neither Good Friday nor Easter Monday is a working day, so Tuesday and Wednesday are the two.</summary>
    private static async Task<string> AskForCounsellingAsync(AtBrowser at, Person mina)
    {
        await at.GoAsync($"/people/{mina.Reference}/connect");
        await PageCheck.FitAsync(at);
        await at.Page.FillAsync("#Called", "Our counsellors");
        await at.Page.SelectOptionAsync("#Kind", "counselling");
        await at.Page.FillAsync("#What", "Somebody to talk with.");
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Save").ClickAsync();
        await at.Page.WaitForURLAsync("**/connections/*");
        Assert.Contains("A first slot is to be offered by Wed 31 Mar", await at.WordsAsync(), StringComparison.Ordinal);
        var here = at.Path;
        await at.GoAsync("/counselling/new");
        await at.Page.FillAsync("#Name", "Noor");
        await at.Button("Save").ClickAsync();
        await at.Link("Add slots").First.ClickAsync();
        await at.Page.FillAsync("#On", "1 4 2027");
        await at.Page.FillAsync("#Time", "10:00");
        await at.Button("Add slots").ClickAsync();
        await at.Page.WaitForURLAsync("**/counselling");
        Assert.Contains("Mina Vale", await at.WordsAsync(), StringComparison.Ordinal);
        return here;
    }

    /// <summary>A refusal asks for its reason; then the same words stand at another door.</summary>
    private static async Task RefusedAsync(AtBrowser at, Person otto)
    {
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
        await PageCheck.FitAsync(at);
        await at.Link("Ask at another door").ClickAsync();
        Assert.Equal("A room from Friday.", (await at.Page.InputValueAsync("#What")).Trim());
    }

    private static async Task<string> AdmittedAsync(AtBrowser at, Person iris)
    {
        await at.GoAsync($"/people/{iris.Reference}/hospital");
        await at.Page.FillAsync("#Where", "Infirmary, ward 4");
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Save").ClickAsync();
        await at.Page.WaitForURLAsync("**/hospital/*");
        var here = at.Path;
        await at.Link("Give a turn").ClickAsync();
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Promise the visit").ClickAsync();
        await at.Link("Something to bring").ClickAsync();
        await at.Page.FillAsync("#What", "Her glasses");
        await at.Button("Save").ClickAsync();
        Assert.Contains("Her glasses", await at.WordsAsync(), StringComparison.Ordinal);
        await PageCheck.FitAsync(at);
        return here;
    }

    /// <summary>The first working day after the weekend: in time, with a slot on Thursday.</summary>
    private static async Task OfferedAsync(AtBrowser at)
    {
        await at.GoAsync("/counselling");
        await PageCheck.FitAsync(at);
        Assert.DoesNotContain("late", await at.Page.InnerTextAsync("[aria-labelledby=waiting]"), StringComparison.Ordinal);
        await at.Link("Offer a slot").First.ClickAsync();
        await at.Page.SelectOptionAsync("#Slot", new SelectOptionValue { Index = 1 });
        await at.Button("They were offered this").ClickAsync();
        Assert.Contains("Noor", await at.WordsAsync(), StringComparison.Ordinal);
    }

    private static async Task HomeAsync(AtBrowser at, string stay)
    {
        await at.GoAsync(stay);
        await at.Link("They are home again").ClickAsync();
        await at.Page.FillAsync("#How", "By taxi.");
        await at.Button("They are home again").ClickAsync();
        await at.Page.WaitForURLAsync("**" + stay);
        // From 20:00 on Saturday to 10:00 on Tuesday the wall shows 62 hours; the spring night left one out.
        Assert.Contains("61 hours", await at.WordsAsync(), StringComparison.Ordinal);
        Assert.Contains("By taxi.", await at.WordsAsync(), StringComparison.Ordinal);
    }

    private static async Task TheMonthAsync(AtBrowser at)
    {
        await at.GoAsync("/unmet");
        await PageCheck.FitAsync(at);
        Assert.Matches(@"Quay Housing\s+(Why\s+)?Because of drink or drugs\s+(People\s+)?1", await at.WordsAsync());
        // Asked 1, in time 1, late 0, waiting 0; from noon on Thursday to 10:00 summer time on Tuesday 117 hours passed.
        await at.GoAsync("/counselling");
        Assert.Equal(["1", "1", "0", "0", "117"], await CellsAsync(at.Page.Locator("table tbody tr").Last));
        // Asked 2, taken on 1, refused 1, no first appointment yet, none ended.
        await at.GoAsync("/reports/monitoring?From=2027-03&To=2027-03");
        await PageCheck.FitAsync(at);
        Assert.Equal(["2", "1", "1", "0", "–", "0"], (await CellsAsync(at.Page.Locator("section[aria-labelledby=connections] table tbody tr").Last)).Take(6));
    }

    /// <summary>They were there: seven days after they asked.</summary>
    private static async Task KeptAsync(AtBrowser at, string counselling)
    {
        await at.GoAsync(counselling);
        await at.Link("How was it?").ClickAsync();
        await at.Page.CheckAsync("input[value=Kept]");
        await at.Page.FillAsync("#NextOn", "tomorrow");
        await at.Button("Save").ClickAsync();
        await at.Page.WaitForURLAsync("**" + counselling);
        Assert.Contains("7 days to the first appointment", await at.WordsAsync(), StringComparison.Ordinal);
        await at.GoAsync("/reports/monitoring?From=2027-04&To=2027-04");
        Assert.Equal(["0", "0", "0", "1", "7", "0"], (await CellsAsync(at.Page.Locator("section[aria-labelledby=connections] table tbody tr").Last)).Take(6));
    }

    /// <summary>On a narrow screen each cell bears its column's name before it.</summary>
    private static async Task<IEnumerable<string>> CellsAsync(ILocator row) => (await row.Locator("td").AllInnerTextsAsync()).Select(t => t.Trim().Split('\n').Last().Trim());
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Diary;
using SafeSpace.Core.FollowUp;
using SafeSpace.Testing.Build;
using static Microsoft.Playwright.Assertions;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>The end of the evening: a promise that climbs, a note that is not lost, the handover, and what the report says.</summary>
public sealed partial class EveningTests
{
    private const string HalfANote = "Her brother came. She slept an hour 👋 – ring after nine";

    /// <summary>18:58 to 19:52. Stuart, whom Sam expected at 18:30, needs a break. The promise is late; the desk asks who can ring; the supervisor is asked; Beth rings.</summary>
    private static async Task MissAPromiseAsync(Evening evening, string sam)
    {
        var (supervisor, desk, beth) = (evening.Supervisor, evening.Desk, evening.Beth);
        await evening.Stuart.GoAsync("/shift");
        await evening.Stuart.Button("I need a break").ClickAsync();
        await Expect(evening.Stuart.Page.GetByText("You said: on a break")).ToBeVisibleAsync();
        await Expect(supervisor.Page.Locator("#promised")).ToHaveTextAsync("Promised today (1)");
        await evening.PassAsync(8);
        await Expect(supervisor.Page.Locator("#late")).ToHaveTextAsync("Late (1)");
        await Expect(supervisor.Page.GetByText("Asks for you")).ToHaveCountAsync(0);

        await evening.PassAsync(30);
        await Expect(supervisor.Page.GetByText("Asks for you:")).ToBeVisibleAsync();
        await PageCheck.FitAsync(supervisor);
        await supervisor.GoAsync("/promises");
        await PageCheck.FitAsync(supervisor);
        await Expect(supervisor.Page.Locator("#supervisor")).ToContainTextAsync("the supervisor is asked too");
        await Expect(supervisor.Page.Locator("main")).Not.ToContainTextAsync($"they expect {Evening.NameOf(evening.Stuart)}");
        await supervisor.GoAsync("/desk");

        await desk.GoAsync("/desk");
        await PageCheck.FitAsync(desk);
        await desk.Link("Who can ring now?").ClickAsync();
        await PageCheck.FitAsync(desk);
        await desk.Page.GetByLabel(Evening.NameOf(beth)).CheckAsync();
        await desk.Button("Give").First.ClickAsync();
        await beth.GoAsync("/mine");
        await PageCheck.FitAsync(beth);
        await beth.Button("I will").ClickAsync();
        await Expect(beth.Page.GetByText("you said yes")).ToBeVisibleAsync();
        Assert.Equal("tel:07700900123", await beth.Link("Ring Sam H.").First.GetAttributeAsync("href"));
        await evening.PassAsync(16);
        await beth.GoAsync($"/people/{sam}/log");
        await beth.Page.FillAsync("#Minutes", "16");
        await beth.Page.FillAsync("#Words", "Glad that somebody rang.");
        await beth.Button("Save").ClickAsync();
        Assert.Contains("Saved", await beth.WordsAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("you said yes", await beth.WordsAsync(), StringComparison.Ordinal);
        evening.Counted.Add(ContactKind.CallOut, 16);
        Assert.Equal(PromiseState.Kept, Assert.Single(await evening.ReadAsync(db => db.Promises.ToListAsync())).State);
        await Expect(supervisor.Page.Locator("#late")).ToHaveTextAsync("Late (0)");
        await Expect(supervisor.Page.GetByText("Asks for you:")).ToHaveCountAsync(0);
    }

    /// <summary>20:00 or so. Stuart talks with Lena; in the middle of his note the sign-in ends. Every word is there again, and one contact is made.</summary>
    private static async Task ExpireInMidNoteAsync(Evening evening, string lena)
    {
        var at = evening.Stuart;
        await at.GoAsync($"/people/{lena}/log");
        await at.Page.GetByRole(AriaRole.Radio, new() { Name = "Rang us" }).CheckAsync();
        await at.Page.FillAsync("#Minutes", "31");
        await at.Page.FillAsync("#Words", HalfANote);
        await new Sessions(evening.Beside.Store).EndAllAsync(at.Account!.UserId, keep: null, alsoDevices: false);
        await at.Button("Save").ClickAsync();
        await at.Page.Locator("#Password").WaitForAsync();
        await at.SignInHereAsync(at.Account);
        await at.Link("Put it back").ClickAsync();
        await at.Page.WaitForURLAsync("**/log?kept=*");
        Assert.Equal(HalfANote, await at.Page.InputValueAsync("#Words"));
        await PageCheck.FitAsync(at);
        await at.Button("Save").ClickAsync();
        Assert.Contains("Saved", await at.WordsAsync(), StringComparison.Ordinal);
        evening.Counted.Add(ContactKind.CallIn, 31);
        await at.GoAsync($"/people/{lena}/diary");
        await Expect(at.Page.GetByText(HalfANote)).ToHaveCountAsync(1);
        await PageCheck.FitAsync(at);
    }

    /// <summary>Towards the end. The desk hands over from the log; who comes reads it, and both see that it was read.</summary>
    private static async Task HandOverAsync(Evening evening)
    {
        await evening.PassAsync(20);
        var (desk, next) = (evening.Desk, evening.Next);
        await desk.GoAsync("/handover/write");
        await PageCheck.FitAsync(desk);
        var log = string.Join('\n', await desk.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('textarea')].map(one => one.value)"));
        foreach (var happened in new[] { "17:25", "23 min", "16 min", "31 min", "referred", "1 caller we do not know." })
            Assert.Contains(happened, log, StringComparison.Ordinal);
        await desk.Page.Locator("fieldset").First.GetByLabel("Something else").FillAsync("Lena's brother may ring.");
        await desk.Button("Sign and hand over").ClickAsync();
        await Expect(desk.Page.GetByText("Handed over. Thank you, and good night.")).ToBeVisibleAsync();
        var signed = desk.Path;

        await next.GoAsync("/handover");
        await PageCheck.FitAsync(next);
        await next.Link($"From {Evening.NameOf(desk)}").ClickAsync();
        await Expect(next.Page.GetByText("Lena's brother may ring.")).ToBeVisibleAsync();
        await PageCheck.FitAsync(next);
        await next.Button("I have read this").ClickAsync();
        await Expect(next.Page.Locator("section[aria-labelledby=read]")).ToContainTextAsync(Evening.NameOf(next));
        await desk.GoAsync(signed);
        await Expect(desk.Page.Locator("section[aria-labelledby=read]")).ToContainTextAsync(Evening.NameOf(next));
        await evening.Beth.GoAsync("/shift");
        await evening.Beth.Button("Sign off").ClickAsync();
        await Expect(evening.Beth.Page.GetByText("You are signed off.")).ToBeVisibleAsync();
        Assert.DoesNotContain(await evening.Group.WhoIsOnAsync(), on => on.PeerId == evening.Beth.Account!.UserId);
    }

    /// <summary>The board, the report's page and its file say what was counted by hand.</summary>
    private static async Task ReportAsync(Evening evening)
    {
        var (at, counted) = (evening.Coordinator, evening.Counted);
        Assert.Equal((4, 78), (counted.Calls, counted.CallMinutes));
        await evening.Desk.GoAsync("/desk");
        await Expect(evening.Desk.Page.GetByText("now 4 calls and 1 visit")).ToBeVisibleAsync();

        await at.GoAsync("/reports/monitoring?From=2026-03&To=2026-03");
        await PageCheck.FitAsync(at);
        var page = await at.Page.EvaluateAsync<Dictionary<string, string>>("() => Object.fromEntries([...document.querySelectorAll('main dt')].map(one => [one.innerText.trim(), one.nextElementSibling.innerText.trim()]))");
        foreach (var (figure, value) in new[]
        {
            ("Referrals", 3), ("New people", 1), ("Came back", 1), ("Doubles", 1), ("People referred", 2), ("Taken on", 3),
            ("Calls", counted.Calls), ("Minutes of calls", counted.CallMinutes), ("Calls of unknown length", 0), ("Calls of people nobody knows", 1),
            ("Unanswered tries", counted.Of(ContactKind.NoAnswer)), ("Visits", counted.Of(ContactKind.VisitToBuilding)), ("With us at the end", 2), ("Not spoken with yet", 0),
        })
            Assert.True(page.GetValueOrDefault(figure)?.Split(' ', '·')[0] == $"{value}", $"{figure}: {page.GetValueOrDefault(figure)}, and by hand {value}");

        var answer = await at.Context.APIRequest.GetAsync(at.Base + "/reports/monitoring.json?from=2026-03&to=2026-03");
        var file = JsonDocument.Parse(await answer.TextAsync()).RootElement;
        Assert.Equal((counted.All, counted.Calls, counted.CallMinutes), (file.GetProperty("contacts").GetInt32(), file.GetProperty("calls").GetInt32(), file.GetProperty("call_minutes").GetInt32()));
        foreach (var kind in new[] { ContactKind.CallIn, ContactKind.CallOut, ContactKind.NoAnswer, ContactKind.VisitToBuilding })
            Assert.Equal(counted.Of(kind), file.GetProperty("contacts_by_kind").GetProperty(JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString())).GetInt32());
    }
}

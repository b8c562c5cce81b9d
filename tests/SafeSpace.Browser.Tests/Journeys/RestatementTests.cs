using Microsoft.Playwright;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Access;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>A published statement, a mistake found, and the restatement beside it.</summary>
public sealed class RestatementTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task Published_FoundWrong_Restated_AndTheOldOneStands(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await group.Store.Write("BookBroughtIn", Actor.System, unit =>
        {
            unit.Db.Rates.Add(new Rate { Id = Ids.New(), Component = ValueComponent.CentreUse, Level = "day", Unit = "use", Pence = 5800, From = new(2025, 1, 1) });
            unit.Db.Incomes.Add(new Income { Id = Ids.New(), Month = new(2026, 1), Kind = IncomeKind.Statutory, Pence = 11_600 });
            foreach (var day in new[] { 2, 15, 30 })
                unit.Db.CentreSignIns.Add(new CentreSignIn { Id = Ids.New(), Day = new(2026, 1, day), Name = "Lee Jay", NameKey = "lee jay", Session = "day", Way = SignInWay.Sheet });
            return Task.CompletedTask;
        });
        await using var coordinator = await AtBrowser.SignedInAsync(chromium, group, Role.Coordinator, script);
        await using var steering = await AtBrowser.SignedInAsync(chromium, group, Role.Steering, script);

        await PublishAsync(coordinator, steering, 1, "Close January 2026");
        await coordinator.GoAsync("/value/months");
        await PageCheck.FitAsync(coordinator);
        await coordinator.Page.Locator("summary", new() { HasText = "Open it again" }).ClickAsync();
        await coordinator.Page.GetByLabel("Why?").FillAsync("A sheet turned up");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Open again January 2026" }).ClickAsync();
        await coordinator.GoAsync("/centre?day=2026-01-16");
        await coordinator.Page.GetByLabel("A line for each person").FillAsync("9:10 Mo Vale, day");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Write it in for 16 Jan 2026" }).ClickAsync();
        await PublishAsync(coordinator, steering, 2, "Close January 2026");

        await steering.GoAsync("/value/statements/2");
        Assert.Contains("£58.00", await steering.Page.InnerTextAsync("#changed ~ table, section[aria-labelledby=changed]"), StringComparison.Ordinal);
        await PageCheck.FitAsync(steering);
        await steering.GoAsync("/value/statements/1");
        var old = await steering.Page.InnerTextAsync("main");
        Assert.Contains("£174.00", old, StringComparison.Ordinal);
        Assert.Contains("Statement 2 says what is right.", old, StringComparison.Ordinal);
    }

    private static async Task PublishAsync(AtBrowser coordinator, AtBrowser steering, int number, string close)
    {
        await coordinator.GoAsync("/value/months");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = close }).ClickAsync();
        await coordinator.GoAsync("/value/statements");
        await coordinator.Page.Locator("#prepare select[name=From]").SelectOptionAsync("2026-01");
        await coordinator.Page.Locator("#prepare select[name=To]").SelectOptionAsync("2026-01");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Prepare" }).ClickAsync();
        await steering.GoAsync($"/value/statements/{number}");
        await steering.Page.GetByRole(AriaRole.Button, new() { Name = "I have checked it" }).ClickAsync();
        await coordinator.GoAsync($"/value/statements/{number}");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
    }
}

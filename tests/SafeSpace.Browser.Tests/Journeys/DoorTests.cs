using Microsoft.EntityFrameworkCore;
using SafeSpace.Browser.Tests.EveryPage;
using SafeSpace.Core.Community;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>At the door: one tap, a second one taken kindly, guests welcome.</summary>
public sealed class DoorTests(Chromium chromium)
{
    [Theory, MemberData(nameof(Ways.All), MemberType = typeof(Ways))]
    public async Task ImHere_ByCardThenByOneTap_AndAsAGuest(EngineKind engine, bool script)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        var secret = await new DoorService(group.Store, (_, _, _) => Task.FromResult(false)).OpenDoorAsync("Front door", null, Actor.System);
        var members = new MemberService(group.Store, ClosedMonths.IsClosedAsync);
        var member = new Member { Id = Ids.New(), Number = "M1", Name = "Nia Stone", NameKey = "nia stone", Network = "registered", JoinedOn = new(2026, 1, 1) };
        await members.AddAsync(member, Actor.System);
        var card = await members.GiveCardAsync(member.Id, Actor.System);
        await using var at = await AtBrowser.OpenAsync(chromium, group, script);
        await at.GoAsync($"/door/{secret}");
        Assert.Empty(await PageCheck.AllAsync(at, showsPeople: false));

        await at.Page.GetByLabel("The number on your card").FillAsync(card!);
        await at.Page.GetByLabel("This is my own phone: remember my card").CheckAsync();
        await at.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "I'm here" }).ClickAsync();
        Assert.Contains("Welcome. You are in.", await at.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("Nia", await at.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Empty(await PageCheck.AllAsync(at, showsPeople: false));

        await at.GoAsync($"/door/{secret}");
        await at.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "I'm here" }).ClickAsync();
        Assert.Contains("You are in already. Good to see you.", await at.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await at.GoAsync($"/door/{secret}");
        await at.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "I'm a guest" }).ClickAsync();
        Assert.Contains("Welcome. You are in.", await at.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await using var db = await group.Store.ReadAsync();
        Assert.Equal([1, 1], await db.CentreSignIns.GroupBy(s => s.MemberId).Select(g => g.Count()).ToListAsync(TestContext.Current.CancellationToken));
    }
}

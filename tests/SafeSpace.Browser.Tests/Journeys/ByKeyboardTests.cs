using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Handover;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Referrals;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>No mouse, no finger: keys alone, and one always sees where one is.</summary>
public sealed class ByKeyboardTests(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refer_ByKeysAlone_TakesSomebodyKnownOn(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley", new DateOnly(1984, 3, 14), "07700 900 123");
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script, width: 1280);
        await at.GoAsync("/");
        await at.TabToAsync("Refer by phone");
        await at.Page.Keyboard.PressAsync("Enter");
        await at.Page.WaitForURLAsync("**/refer");

        await at.TabToAsync("Known already?");
        await at.Page.Keyboard.TypeAsync("harley 1984");
        if (!script)
            await at.TabToAsync("Look", "Enter");
        await at.Page.Locator("button[value^='this:']").WaitForAsync();
        await at.TabToAsync("This is Sam", "Enter");
        await at.Page.Locator("#Crisis").WaitForAsync();
        await at.TabToAsync("Crisis team", "Space");
        await at.TabToAsync("Their name");
        await at.Page.Keyboard.TypeAsync("Jo");
        await at.TabToAsync("Take Sam on", "Enter");
        await at.Page.WaitForURLAsync($"**/people/{sam.Reference}");

        await using var db = group.Store.Read();
        Assert.Equal(ReferralOutcome.TakenOn, (await db.Referrals.SingleAsync()).Outcome);
    }

    /// <summary>The rest of an evening: signing on, giving somebody to a peer, the call, the handover.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Desk_ByKeysAlone_SignsOn_GivesSomebody_TheCallIsLogged_AndItIsHandedOver(bool script)
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        await group.PlanShiftAsync();
        var wanda = await group.AddPersonAsync("Wanda", "Waits", phone: "07700 900123");
        await using var desk = await AtBrowser.SignedInAsync(chromium, group, Role.Facilitator, script, width: 1280);
        await using var peer = await AtBrowser.SignedInAsync(chromium, group, Role.Peer, script);
        foreach (var at in new[] { desk, peer })
        {
            await at.GoAsync("/shift");
            await at.TabToAsync("In the building", "Space");
            if (at == desk)
                await at.TabToAsync("Peer", "ArrowDown");
            await at.TabToAsync("Sign on", "Enter");
            await at.Page.GetByText("You are on until").WaitForAsync();
        }

        await desk.GoAsync("/desk");
        await desk.TabToAsync("Give to…", "Enter");
        await desk.Page.WaitForURLAsync("**/desk/give/*");
        var first = await desk.Page.Locator("[name=Peer]").First.GetAttributeAsync("value") == peer.Account!.Id.ToString();
        await desk.TabToAsync(first ? peer.Account.DisplayName : desk.Account!.DisplayName, first ? "Space" : "ArrowDown");
        await desk.TabToAsync("Give", "Enter");
        await desk.Page.WaitForURLAsync("**/desk");

        await peer.GoAsync("/mine");
        await peer.TabToAsync("I will", "Enter");
        await peer.Page.GetByText("you said yes").WaitForAsync();
        await peer.GoAsync($"/people/{wanda.Reference}/log");
        await peer.TabToAsync("I ring them now", "Enter");
        await peer.Page.WaitForURLAsync("**/log?call=*");
        await peer.TabToAsync("A word for the next of us");
        await peer.Page.Keyboard.TypeAsync("Slept an hour.");
        await peer.TabToAsync("Save", "Enter");
        await peer.Page.WaitForURLAsync("**/mine");

        await desk.GoAsync("/handover/write");
        await desk.TabToAsync("Something else");
        await desk.Page.Keyboard.TypeAsync("Think of Wanda.");
        await desk.TabToAsync("Sign and hand over", "Enter");
        await desk.Page.GetByText("Handed over. Thank you, and good night.").WaitForAsync();

        await using var db = group.Store.Read();
        Assert.Equal((wanda.Id, ContactKind.CallOut, peer.Account!.UserId), (await db.Contacts.SingleAsync()) is var contact ? (contact.PersonId!.Value, contact.Kind, contact.PeerId!.Value) : default);
        Assert.Equal(1, await db.Handovers.CountAsync(h => h.SignedAt != null));
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.SignIn;

/// <summary>Used or not, a session ends after the group's hours.</summary>
public sealed class LongSessionTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Used_ItEndsAfterTwelveHours_AndWhatWasTypedIsKept(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        for (var hour = 0; hour < 11; hour++)
        {
            site.Folder.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal("/me", (await peer.GetAsync("/me")).Path);
        }

        var page = await peer.GetAsync("/me");
        site.Folder.Clock.Advance(TimeSpan.FromHours(1));
        var late = await page.SubmitFormAsync("form[action*='handler=Name']", ("Name", "Typed for hours"));

        Assert.StartsWith("/sign-in", late.Path, StringComparison.Ordinal);
        await using (var db = await group.Store.ReadAsync())
            Assert.NotNull((await db.Sessions.SingleAsync(s => s.UserId == peer.Account!.UserId)).EndedAt);
        await peer.SignInAsync(peer.Account!);
        Assert.Contains("We kept what you typed", (await peer.GetAsync("/me")).Words("#kept-post"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheGroupsOwnHours_Hold_AndSoDoTheyForAPinOnALockedScreen(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync(idleMinutes: 240);
        var coordinator = await group.SignInAsync(Role.Coordinator);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await coordinator.GetAsync("/group")).SubmitAsync(("Change.SessionHours", "25"))).Status);
        await (await coordinator.GetAsync("/group")).SubmitAsync(("Change.SessionHours", "4"));
        await (await coordinator.GetAsync("/me/pin")).SubmitAsync(("Pin", "7392"));
        await (await coordinator.GetAsync("/me")).SubmitFormAsync("form[action$='/lock']");
        var pin = await coordinator.GetAsync("/sign-in/pin");
        site.Folder.Clock.Advance(TimeSpan.FromHours(4));

        var after = await pin.SubmitAsync(("Pin", "7392"));

        Assert.StartsWith("/sign-in?", after.Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await coordinator.GetAsync("/me")).Path, StringComparison.Ordinal);
    }

    /// <summary>Whoever signed off, and whoever comes with a ticket that ran out days ago, has nothing kept in somebody's name.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ATicketKeptAfterSigningOff_OrForDays_KeepsNothing(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var group = await site.NewGroupAsync();
        var (off, old) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Peer));
        var (thief, pageOff, pageOld) = (group.Visit(), await off.GetAsync("/me"), await old.GetAsync("/me"));
        thief.TakeCookiesOf(off, "/" + group.Slug);
        await pageOff.SubmitFormAsync("form[action$='/sign-out']");
        await thief.PostAsync("/me?handler=Name", pageOff.FormFields(("Name", "By a thief")));
        site.Folder.Clock.Advance(TimeSpan.FromHours(12 + 25));
        await pageOld.SubmitFormAsync("form[action*='handler=Name']", ("Name", "Days later"));

        await using var db = await group.Store.ReadAsync();
        Assert.Equal(0, await db.Drafts.CountAsync());
    }
}

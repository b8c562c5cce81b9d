using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access.Accounts;

/// <summary>Whatever is changed on an account or its ways in is on record, in the chain, and told in plain words.</summary>
public sealed class HappenedTests
{
    private const string NewPassword = "a quiet lamp by the river";

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EveryChangeOfAnAccount_IsToldToItsOwnerAndTheCoordinator_AndVerifies(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var peer = await group.SignInAsync(Role.Peer);
        var account = $"/accounts/{peer.Account!.Id}";
        var passkeys = new Passkeys(group.Store);
        await passkeys.AddAsync(peer.Account.UserId, Passkey("Chrome, Android"), new Actor(peer.Account.UserId, "Peer"));

        await (await peer.GetAsync("/me")).SubmitFormAsync("form[action*='handler=Name']", ("Name", "Bea"));
        await (await peer.GetAsync("/me/pin")).SubmitAsync(("Pin", "7392"));
        await (await peer.GetAsync("/me/recovery-codes")).SubmitAsync(("CurrentPassword", TestSite.Password));
        await (await peer.GetAsync("/me/password")).SubmitAsync(("CurrentPassword", TestSite.Password), ("NewPassword", NewPassword));
        await (await peer.GetAsync("/me")).FollowAsync("Remove").ContinueWith(page => page.Result.SubmitAsync(("CurrentPassword", NewPassword)), TaskScheduler.Default).Unwrap();
        await (await peer.GetAsync("/me")).SubmitFormAsync("form[action*='handler=Everywhere']");
        await (await coordinator.GetAsync(account)).SubmitAsync(("Roles", "Facilitator"));
        await (await coordinator.GetAsync(account)).PressAsync("Sign them out everywhere");
        await (await coordinator.GetAsync(account)).PressAsync("Make a new link");

        var told = await coordinator.GetAsync(account);
        string[] sentences =
        [
            "The account was made: Peer. · by whoever runs the machine", "A phone for the codes was set up.", "A passkey was added: Chrome, Android.", "The name was changed.", "A PIN was chosen.",
            "New recovery codes were made.", "The password was changed.", "A passkey was removed: Chrome, Android.", "It was signed out everywhere.",
            $"What it may do was changed: Facilitator. · by {coordinator.Account!.DisplayName}", "A link to set it up was made.",
        ];
        Assert.All(sentences, s => Assert.Contains(s, told.Words(".timeline"), StringComparison.Ordinal));
        await (await coordinator.GetAsync(account)).PressAsync("Close this account");
        await (await coordinator.GetAsync(account)).PressAsync("Open it again");
        var all = await coordinator.GetAsync("/accounts/happened");
        Assert.All(["The account was closed.", "The account was opened again.", "Bea"], s => Assert.Contains(s, all.Words(".timeline"), StringComparison.Ordinal));
        await peer.SignInAsync(await AgainAsync(group, peer.Account));
        var own = await peer.GetAsync("/me/happened");
        Assert.All(sentences, s => Assert.Contains(s, own.Words(".timeline"), StringComparison.Ordinal));
        Assert.DoesNotContain(coordinator.Account.Email!, own.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True((await new StoreCheck(group.Site.Stores).RunAsync(group.Slug)).IsSound);
    }

    /// <summary>Nobody takes out what happened without its showing.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task ALineThatIsTakenOut_IsMissed(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.AddAccountAsync(Role.Peer);
        await using (var db = await group.Store.ReadAsync())
            Assert.Equal(1, await db.AccountEvents.Where(e => e.Kind == AccountEventKind.CodeSetUp).ExecuteDeleteAsync());

        var found = await new StoreCheck(group.Site.Stores).RunAsync(group.Slug);

        Assert.Contains(found.Problems, p => p.Contains("was recorded and is gone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatHappened_IsReadPageByPage_AndOnlyOnesOwn(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var other = await group.AddAccountAsync(Role.Peer);
        var accounts = new AccountService(group.Store, TestGroup.Hasher);
        for (var i = 0; i < 60; i++)
            await accounts.RenameAsync(peer.Account!.UserId, $"Peer {i}", Actor.CommandLine);
        await accounts.RenameAsync(other.UserId, "Somebody else", Actor.CommandLine);

        var first = await peer.GetAsync("/me/happened");
        var second = await first.FollowAsync("Earlier");

        Assert.Equal(50, first.Page.QuerySelectorAll(".timeline li").Length);
        Assert.Equal(12, second.Page.QuerySelectorAll(".timeline li").Length);
        Assert.Contains("The account was made", second.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody else", first.Words() + second.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EverybodySignedOut_ByTheCoordinator_WhoStays(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var (peer, desk) = (await group.SignInAsync(Role.Peer), await group.SignInAsync(Role.Facilitator));

        var said = await (await coordinator.GetAsync("/accounts")).PressAsync("Sign everybody out");

        Assert.Contains("Everybody else is signed out.", said.Words(), StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await peer.GetAsync("/me")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await desk.GetAsync("/me")).Path, StringComparison.Ordinal);
    }

    internal static UserPasskeyInfo Passkey(string name) =>
        new(Ids.New().ToByteArray(), [1, 2, 3], TestStores.Start, 0, null, true, false, false, [4], [5]) { Name = name };

    /// <summary>The account as it is now, with the password every test knows.</summary>
    private static async Task<User> AgainAsync(TestGroup group, User account)
    {
        await new AccountService(group.Store, TestGroup.Hasher).SetPasswordAsync(account.UserId, TestSite.Password, null, Actor.CommandLine);
        await using var db = await group.Store.ReadAsync();
        return await db.Users.AsNoTracking().SingleAsync(u => u.Id == account.Id);
    }
}

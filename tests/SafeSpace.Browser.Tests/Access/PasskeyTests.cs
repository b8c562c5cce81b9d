using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests.Access;

/// <summary>A passkey from adding it to signing in with it, on a device that the browser plays, on both engines.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Passkey_AddedThenSignedOut_SignsInWithoutPasswordAndCanBeRemoved(EngineKind engine)
    {
        var group = await (await TestSite.OnPortAsync(engine)).NewGroupAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        await GiveDeviceAsync(at);

        await AddAsync(at);
        Assert.Contains("This device can sign you in with a passkey now.", await at.WordsAsync(), StringComparison.Ordinal);

        await at.Button("Sign out").Last.ClickAsync();
        await at.Page.WaitForURLAsync("**/sign-in**");
        await at.Button("Sign in with a passkey").ClickAsync();
        await at.Page.WaitForURLAsync(address => !address.Contains("/sign-in", StringComparison.Ordinal));
        await at.GoAsync("/me");
        Assert.Contains(at.Account!.Email!, await at.WordsAsync(), StringComparison.Ordinal);

        await at.Page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await at.Page.Locator("[name=CurrentPassword]").FillAsync(TestSite.Password);
        await at.Button("Remove it").ClickAsync();
        await at.Page.WaitForURLAsync("**/me");
        Assert.Equal(0, await at.Page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).CountAsync());
        await at.Button("Sign out").Last.ClickAsync();
        await at.Button("Sign in with a passkey").ClickAsync();
        await at.Page.GetByText("This passkey is not known here.").First.WaitForAsync();
        Assert.Empty(at.Complaints);
    }

    [Fact]
    public async Task Passkey_OfAnotherGroup_OpensNothingHere()
    {
        var site = await TestSite.OnPortAsync(EngineKind.Sqlite);
        var mine = await site.NewGroupAsync();
        var other = await site.NewGroupAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, mine, Role.Peer);
        await GiveDeviceAsync(at);
        await AddAsync(at);

        await at.Page.GotoAsync($"{site.Root}/{other.Slug}/sign-in");
        await at.Button("Sign in with a passkey").ClickAsync();

        await at.Page.GetByText("This passkey is not known here.").First.WaitForAsync();
    }

    /// <summary>First with a wrong password, which makes no passkey; then with the right one.</summary>
    private static async Task AddAsync(AtBrowser at)
    {
        await at.GoAsync("/me/passkey");
        await at.Page.Locator("[name=CurrentPassword]").FillAsync("not it at all");
        await at.Button("Add a passkey").ClickAsync();
        await at.Page.GetByText("That did not work. Look at your password, and try again.").WaitForAsync();
        Assert.All(at.Complaints, c => Assert.Contains("400", c, StringComparison.Ordinal));
        at.Complaints.Clear();
        await at.Page.Locator("[name=CurrentPassword]").FillAsync(TestSite.Password);
        await at.Button("Add a passkey").ClickAsync();
        await at.Page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).WaitForAsync();
    }

    /// <summary>A phone with a finger on it: it keeps passkeys and says who its owner is.</summary>
    private static async Task GiveDeviceAsync(AtBrowser at)
    {
        var devtools = await at.Context.NewCDPSessionAsync(at.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
    }
}

using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Browser.Tests.Journeys;

/// <summary>What is typed survives a lost line, a crash, an expired sign-in and two windows, and nobody else at the computer can read it.</summary>
public sealed class DraftsInTheBrowserTests(Chromium chromium)
{
    private const string Note = "plantednote: slept at her sister's";

    [Fact]
    public async Task TypedWithoutALine_IsSealedOnTheDevice_AndOfferedAgainAfterACrash()
    {
        var (at, sam) = await TypingAsync();
        await using var _ = at;
        await at.Context.SetOfflineAsync(true);
        await at.Page.FillAsync("#Words", Note);
        await SealedAsync(at.Page);
        Assert.Contains("no line just now", await at.Page.InnerTextAsync("form[data-draft] .saved[role=status]"), StringComparison.Ordinal);
        Assert.DoesNotContain("plantednote", await StorageAsync(at.Page), StringComparison.Ordinal);
        Assert.DoesNotContain(sam.Reference, await StorageAsync(at.Page), StringComparison.Ordinal);

        var again = await at.Context.NewPageAsync();
        await at.Page.CloseAsync();
        await at.Context.SetOfflineAsync(false);
        await again.GotoAsync($"{at.Base}/people/{sam.Reference}/log");
        await again.GetByRole(AriaRole.Button, new() { Name = "Use it" }).First.ClickAsync();
        Assert.Equal(Note, await again.InputValueAsync("#Words"));
    }

    [Fact]
    public async Task TypedBeforeTheScriptCame_IsKeptToo()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync();
        await using var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        var slow = new TaskCompletionSource();
        await at.Context.RouteAsync("**/js/draft.js*", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        await at.GoAsync($"/people/{sam.Reference}/log");
        await at.Page.FillAsync("#Words", Note);
        slow.SetResult();
        await at.Page.WaitForSelectorAsync("form .saved:has-text('saved')");
    }

    [Fact]
    public async Task WhenTheLineIsBack_WhatAClosedWindowLeft_IsSentFromAnyPage()
    {
        var (at, sam) = await TypingAsync();
        await using var _ = at;
        await at.Context.SetOfflineAsync(true);
        await at.Page.FillAsync("#Words", Note);
        await SealedAsync(at.Page);
        // As if it had lain there for a minute.
        await at.Page.EvaluateAsync("() => { for (const k of Object.keys(localStorage)) if (k.startsWith('draft.')) { const e = JSON.parse(localStorage[k]); e.at -= 60000; localStorage[k] = JSON.stringify(e); } }");
        var again = await at.Context.NewPageAsync();
        await at.Page.CloseAsync();
        await at.Context.SetOfflineAsync(false);
        await again.GotoAsync(at.Base + "/mine");
        await again.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft.'))");
        await using var db = at.Group.Store.Read();
        Assert.Contains("plantednote", Assert.Single(await new Drafts(at.Group.Store, db).FindAllAsync(at.Account!.UserId, $"contact-{sam.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheSignInEnded_TheNextUserReadsNothing_AndTheFirstGetsItBack()
    {
        var (at, sam) = await TypingAsync();
        await using var _ = at;
        await at.Context.SetOfflineAsync(true);
        await at.Page.FillAsync("#Words", Note);
        await SealedAsync(at.Page);
        var left = await StorageAsync(at.Page);
        await new Sessions(at.Group.Store).EndAllAsync(at.Account!.UserId, keep: null, alsoDevices: false);
        await at.Page.CloseAsync();
        await at.Context.SetOfflineAsync(false);
        var first = at.Account;
        var page = await at.Context.NewPageAsync();

        await SignInAsync(page, at, await at.Group.AddAccountAsync(Role.Peer));
        await page.GotoAsync($"{at.Base}/people/{sam.Reference}/log");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).CountAsync());
        Assert.DoesNotContain("plantednote", await page.ContentAsync() + await StorageAsync(page), StringComparison.Ordinal);
        Assert.Equal(left, await StorageAsync(page));
        Assert.Equal("cannot", await page.EvaluateAsync<string>(TryToOpen, at.Base + "/drafts/browser-key"));

        await SignInAsync(page, at, first);
        await page.GotoAsync($"{at.Base}/people/{sam.Reference}/log");
        Assert.Equal("opens", await page.EvaluateAsync<string>(TryToOpen, at.Base + "/drafts/browser-key"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).First.ClickAsync();
        Assert.Equal(Note, await page.InputValueAsync("#Words"));
    }

    [Fact]
    public async Task SigningOff_DeletesWhatTheBrowserKept()
    {
        var (at, _) = await TypingAsync();
        await using var __ = at;
        await at.Context.SetOfflineAsync(true);
        await at.Page.FillAsync("#Words", Note);
        await SealedAsync(at.Page);
        await at.Context.SetOfflineAsync(false);
        var other = await at.Context.NewPageAsync();
        await other.GotoAsync(at.Base + "/me");
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out", Exact = true }).First.ClickAsync();
        await other.Locator("#Password").WaitForAsync();
        await other.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft.'))");
    }

    [Fact]
    public async Task TwoWindowsOnOneForm_KeepBothWords_AndBothAreTold()
    {
        var (at, sam) = await TypingAsync();
        await using var _ = at;
        var other = await at.Context.NewPageAsync();
        await other.GotoAsync($"{at.Base}/people/{sam.Reference}/log");
        const string told = "This form is open in another window too";
        await other.GetByText(told).WaitForAsync();
        await at.Page.GetByText(told).WaitForAsync();
        await at.Page.FillAsync("#Words", "from the one window");
        await other.FillAsync("#Words", "from the other window");
        foreach (var page in new[] { at.Page, other })
            await page.Locator("form[data-draft] .saved[role=status]:not(:empty)").WaitForAsync();
        await using var db = at.Group.Store.Read();
        var kept = await new Drafts(at.Group.Store, db).FindAllAsync(at.Account!.UserId, $"contact-{sam.Reference}");
        Assert.Equal(2, kept.Count);
        Assert.Contains(kept, k => k.Words.Contains("from the one window", StringComparison.Ordinal));
        Assert.Contains(kept, k => k.Words.Contains("from the other window", StringComparison.Ordinal));

        // One is saved for good; the other's words stay.
        await at.Button("Save").ClickAsync();
        await at.Page.WaitForURLAsync("**/mine");
        Assert.Contains("from the other window", Assert.Single(await new Drafts(at.Group.Store, at.Group.Store.Read()).FindAllAsync(at.Account.UserId, $"contact-{sam.Reference}")).Words, StringComparison.Ordinal);
        Assert.Equal("from the other window", await other.InputValueAsync("#Words"));
    }

    [Fact]
    public async Task TheDatabaseAway_TheWordsStayOnTheDevice_AndGoWhenItIsBack()
    {
        var (at, sam) = await TypingAsync();
        await using var _ = at;
        var away = true;
        await at.Context.RouteAsync("**/drafts", async route =>
        {
            if (away)
                await route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = "{}" });
            else
                await route.ContinueAsync();
        });
        await at.Page.FillAsync("#Words", Note);
        await SealedAsync(at.Page);
        away = false;
        await at.Page.Locator("form[data-draft] .saved[role=status]", new() { HasTextString = "saved" }).WaitForAsync();
        await at.Page.WaitForFunctionAsync("() => !Object.keys(localStorage).some(k => k.startsWith('draft.'))");
        await using var db = at.Group.Store.Read();
        Assert.Contains("plantednote", Assert.Single(await new Drafts(at.Group.Store, db).FindAllAsync(at.Account!.UserId, $"contact-{sam.Reference}")).Words, StringComparison.Ordinal);
    }

    /// <summary>With the key of whoever is signed in, whatever name stands on the entry.</summary>
    private const string TryToOpen = """
        async address => {
          const { key } = await (await fetch(address)).json();
          const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
          const aes = await crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["decrypt"]);
          for (const name of Object.keys(localStorage).filter(n => n.startsWith("draft."))) {
            const entry = JSON.parse(localStorage[name]);
            try {
              await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(entry.nonce), additionalData: new TextEncoder().encode(name) }, aes, bytes(entry.box));
              return "opens";
            } catch { }
          }
          return "cannot";
        }
        """;

    private async Task<(AtBrowser At, Person Sam)> TypingAsync()
    {
        var group = await (await TestSite.OnPortAsync(EngineKind.Sqlite)).NewGroupAsync();
        var sam = await group.AddPersonAsync("Sam", "Harley");
        var at = await AtBrowser.SignedInAsync(chromium, group, Role.Peer);
        await at.GoAsync($"/people/{sam.Reference}/log");
        await at.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return (at, sam);
    }

    private static async Task SealedAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(k => k.startsWith('draft.'))");
        await page.Locator("form[data-draft] .saved[role=status]", new() { HasTextString = "kept on this device" }).WaitForAsync();
    }

    private static Task<string> StorageAsync(IPage page) =>
        page.EvaluateAsync<string>("() => JSON.stringify(Object.entries(localStorage).filter(([k]) => k !== 'awake').sort()) + JSON.stringify(Object.entries(sessionStorage))");

    private static async Task SignInAsync(IPage page, AtBrowser at, User account)
    {
        await page.GotoAsync(at.Base + "/sign-in?whole=true");
        await page.FillAsync("#Email", account.Email!);
        await page.FillAsync("#Password", TestSite.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator("#Code").WaitForAsync();
        await page.FillAsync("#Code", at.Group.Visit().CodeOf(account));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.Locator(".foot", new() { HasTextString = account.DisplayName }).WaitForAsync();
    }
}

using Microsoft.Playwright;
using SafeSpace.Core.Access;
using SafeSpace.Testing;

namespace SafeSpace.Browser.Tests;

/// <summary>
/// Somebody at a real browser, with the group's pages before them. Paths are inside the group: "/mine". Nothing leaves this machine:
/// every other address answers with a neutral page. What the browser complains of is kept.
/// </summary>
public sealed class AtBrowser : IAsyncDisposable
{
    public const string NeutralWords = "Weather for tomorrow";

    private AtBrowser(IBrowserContext context, IPage page, TestGroup group)
    {
        Context = context;
        Page = page;
        Group = group;
    }

    public IBrowserContext Context { get; }

    /// <summary>Whether pages run scripts here.</summary>
    public bool Script { get; private init; }

    public IPage Page { get; private set; }

    public TestGroup Group { get; }

    public User? Account { get; private set; }

    /// <summary>Errors of the console (the content policy's among them), of scripts, and of answers that failed.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The group's own address: "http://localhost:1234/slug".</summary>
    public string Base => $"{Group.Site.Root}/{Group.Slug}";

    /// <summary>Where we are, inside the group; the whole address elsewhere.</summary>
    public string Path => Page.Url.StartsWith(Base, StringComparison.Ordinal) ? Page.Url[Base.Length..] : Page.Url;

    /// <summary>Not signed in yet.</summary>
    public static async Task<AtBrowser> OpenAsync(Chromium chromium, TestGroup group, bool script = true, int width = 320, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        context.SetDefaultTimeout(60_000);
        await context.RouteAsync(address => !address.StartsWith(group.Site.Root + "/", StringComparison.Ordinal), route =>
            route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!DOCTYPE html><html lang=en><title>Weather</title><p>{NeutralWords}" }));
        var at = new AtBrowser(context, await context.NewPageAsync(), group) { Script = script };
        at.Listen();
        return at;
    }

    /// <summary>Signed in at the front door as somebody new with these roles.</summary>
    public static async Task<AtBrowser> SignedInAsync(Chromium chromium, TestGroup group, Role role, bool script = true, int width = 320)
    {
        var at = await OpenAsync(chromium, group, script, width);
        await at.SignInAsync(await group.AddAccountAsync(role));
        return at;
    }

    public async Task SignInAsync(User account)
    {
        Account = account;
        await GoAsync("/sign-in?whole=true");
        await SignInHereAsync(account);
    }

    /// <summary>Fills in the sign-in pages that are open already.</summary>
    public async Task SignInHereAsync(User account, string password = TestSite.Password)
    {
        await GivePasswordAsync(account.Email!, password);
        await Page.WaitForLoadStateAsync();
        if (Path.StartsWith("/sign-in/code", StringComparison.Ordinal))
        {
            await Page.FillAsync("#Code", Group.Visit().CodeOf(account));
            await Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        }

        await Page.WaitForLoadStateAsync();
        if (Path.StartsWith("/sign-in", StringComparison.Ordinal))
            throw new InvalidOperationException($"Signing in as {account.Email} led to {Path}: {await Page.InnerTextAsync("body")}");
    }

    public async Task GivePasswordAsync(string email, string password)
    {
        await Page.FillAsync("#Email", email);
        await Page.FillAsync("#Password", password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    public Task<IResponse?> GoAsync(string path) => Page.GotoAsync(Base + path);

    /// <summary>The words of the page's main part.</summary>
    public async Task<string> WordsAsync()
    {
        await Page.WaitForLoadStateAsync();
        return await Page.InnerTextAsync("main");
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Field(string label) => Page.GetByLabel(label);

    /// <summary>Cookies gone: as when a phone was off for a week.</summary>
    public Task ForgetSignInAsync() => Context.ClearCookiesAsync();

    private void Listen()
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal))
                Complaints.Add(message.Text);
        };
        Page.PageError += (_, error) => Complaints.Add(error);
        Page.Response += (_, answer) =>
        {
            if (answer.Status >= 500 || (answer.Status >= 400 && answer.Request.ResourceType != "document"))
                Complaints.Add($"{answer.Status} {answer.Request.Method} {answer.Url}");
        };
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

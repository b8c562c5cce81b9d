using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SafeSpace.Browser.Tests.Look;

/// <summary>The frame, the fields and the scripts in a real browser, under the strict content policy.</summary>
public sealed class LivingPageTests(LivingHost host) : IClassFixture<LivingHost>
{
    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(int width, ColorScheme scheme)
    {
        var complaints = new List<string>();
        await using var context = await host.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(host.Page, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var axe = await page.RunAxe();

        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Everything_one_taps_is_44_pixels_high()
    {
        await using var context = await host.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 320, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Page);

        // Links inside sentences and tables are as high as their line.
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
              .filter(one => !one.closest('p, td, th, dd') && !one.matches('.skip'))
              .filter(one => { const box = (one.closest('.choice') ?? one).getBoundingClientRect(); return box.width > 0 && box.height < 43.5; })
              .map(one => one.outerHTML)
            """);

        Assert.Empty(small);
    }

    [Fact]
    public async Task Escape_twice_leaves_and_the_back_key_shows_nothing_of_ours()
    {
        await using var context = await host.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Page + "?list");
        await page.GotoAsync(host.Page + "?person");

        await page.Keyboard.PressAsync("Escape");
        await page.WaitForTimeoutAsync(1300);
        Assert.Contains("/look", page.Url, StringComparison.Ordinal);
        // Twice within a second, which a busy machine may not manage at the first try.
        for (var tries = 0; tries < 20 && page.Url.Contains("/look", StringComparison.Ordinal); tries++)
        {
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForTimeoutAsync(500);
        }

        await page.WaitForURLAsync("**/neutral");
        await page.EvaluateAsync("() => { setTimeout(() => history.back()); }");
        await page.WaitForTimeoutAsync(800);

        Assert.EndsWith("/neutral", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(host.Page);
        Assert.EndsWith("/look", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_comes_back_when_asked_for()
    {
        await using var context = await host.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Page, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(0, await page.Locator(".kept").CountAsync());

        await page.GetByLabel("A word for the next of us").First.FillAsync("Slept better 👋");
        await page.Locator("form[data-draft] .saved[role=status]:not(:empty)").WaitForAsync();
        var sent = host.Drafts.Single(draft => draft.Contains("Slept better 👋", StringComparison.Ordinal));
        host.Kept = """{ "Words": "Slept better", "Kind": "Text", "Minutes": "30\n25", "Factors": "Money\nHousing", "When.Time": "18:04", "FormId": "never" }""";
        try
        {
            await page.GotoAsync(host.Page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Use it" }).ClickAsync();
        }
        finally
        {
            host.Kept = null;
        }

        Assert.Contains("\"key\":\"look\"", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Token", sent, StringComparison.Ordinal);
        Assert.Equal("Slept better", await page.InputValueAsync("#Words"));
        Assert.Equal("25", await page.InputValueAsync("#Minutes"));
        Assert.Equal("18:04", await page.InputValueAsync("#When_Time"));
        Assert.True(await page.Locator("#When_Time").IsVisibleAsync());
        Assert.NotEqual("never", await page.InputValueAsync("[name=FormId]"));
        Assert.Equal(["Text", "30", "Money", "Housing"],
            await page.EvaluateAsync<string[]>("[...document.querySelectorAll('form[data-draft] :checked:not(option)')].map(one => one.value)"));
    }

    [Fact]
    public async Task What_is_not_wanted_is_thrown_away()
    {
        host.Kept = """{ "Words": "old" }""";
        await using var context = await host.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        try
        {
            await page.GotoAsync(host.Page);
            await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync(), answer => answer.Request.Method == "DELETE");
        }
        finally
        {
            host.Kept = null;
        }

        Assert.Contains("look", host.Thrown);
        Assert.Equal("", await page.InputValueAsync("#Words"));
        Assert.Equal(0, await page.Locator(".kept").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mistake_gives_every_word_back_with_and_without_script(bool script)
    {
        await using var context = await host.Browser.NewContextAsync(new() { JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Page);
        await page.FillAsync("#Surname", "Ñuñez");
        await page.FillAsync("#Born", "3/14/84");
        await page.Locator("form[data-draft] input[value=RangUs]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();
        await page.Locator("#error-summary").WaitForAsync();

        Assert.Equal("Ñuñez", await page.InputValueAsync("#Surname"));
        Assert.Equal("3/14/84", await page.InputValueAsync("#Born"));
        Assert.True(await page.Locator("form[data-draft] input[value=RangUs]").IsCheckedAsync());
        await page.Locator("#error-summary a").First.ClickAsync();
        Assert.Equal(1, await page.Locator("#Born:focus").CountAsync());
    }

    [Fact]
    public async Task Two_taps_on_save_send_one_form()
    {
        await using var context = await host.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Page, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var posts = 0;
        page.Request += (_, request) => posts += request.Method == "POST" && request.Url.EndsWith("/look", StringComparison.Ordinal) ? 1 : 0;

        await page.EvaluateAsync("() => { const save = document.querySelector('form[data-draft] .main'); save.click(); save.click(); }");
        await page.Locator("main > .saved").WaitForAsync();

        Assert.Equal(1, posts);
    }
}

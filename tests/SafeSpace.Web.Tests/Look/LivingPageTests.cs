using System.Net;
using AngleSharp.Dom;

namespace SafeSpace.Web.Tests.Look;

public sealed class LivingPageTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outside_development_the_page_does_not_exist()
    {
        await using var host = await LookHost.Start("Production");

        using var answer = await host.Client.GetAsync("/doncaster/look", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_control_has_a_label_and_every_id_is_there_once()
    {
        await using var host = await LookHost.Start();

        var page = await host.Get("/doncaster/look");

        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]), select, textarea"))
            Assert.True(control.Closest("label") is not null || page.QuerySelector($"label[for='{control.Id}']") is not null, control.OuterHtml);
        var ids = page.All.Select(element => element.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        foreach (var described in page.QuerySelectorAll("[aria-describedby]"))
            Assert.All(described.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(page.GetElementById(id)));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Nothing_is_inline_and_nothing_comes_from_another_host()
    {
        await using var host = await LookHost.Start();

        var page = await host.Get("/doncaster/look");

        Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll("script, link"), element =>
            Assert.StartsWith("/doncaster/", element.GetAttribute("src") ?? element.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_read_comes_back_as_typed_with_a_linked_sentence_and_400()
    {
        await using var host = await LookHost.Start();

        using var answer = await host.Post("/doncaster/look",
            ("Surname", "  O'Brien <b>“👋”</b> "), ("Born", "3/14/84"), ("Minutes", "30"), ("Minutes", "a while"), ("Tries", "two"),
            ("When.Day", "yesterday"), ("When.Time", ""), ("Words", "\nfirst\nsecond"), ("Kind", "RangUs"), ("Factors", "Money"), ("Factors", "Housing"));
        var page = LookHost.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("  O'Brien <b>“👋”</b> ", page.GetElementById("Surname")!.GetAttribute("value"));
        Assert.Equal("3/14/84", page.GetElementById("Born")!.GetAttribute("value"));
        Assert.Equal("a while", page.GetElementById("Minutes")!.GetAttribute("value"));
        Assert.Equal("two", page.GetElementById("Tries")!.GetAttribute("value"));
        Assert.Equal("yesterday", page.GetElementById("When_Day")!.GetAttribute("value"));
        Assert.Equal("\nfirst\nsecond", page.GetElementById("Words")!.TextContent);
        Assert.Equal(["RangUs", "Money", "Housing"],
            page.QuerySelectorAll("form[method=post] :is(input[type=radio], input[type=checkbox])[checked]").Select(input => input.GetAttribute("value")));
        var links = page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["Born", "Minutes", "Tries", "When_Time"], links.Order(StringComparer.Ordinal));
        Assert.All(links, id => Assert.NotNull(page.GetElementById(id)));
        Assert.True(page.QuerySelector(".moment details")!.HasAttribute("open"));
    }

    [Fact]
    public async Task What_is_right_is_saved_and_the_next_page_says_so()
    {
        await using var host = await LookHost.Start();

        using var answer = await host.Post("/doncaster/look", ("Born", "14 Mar 1984"), ("Minutes", "1 h 20"), ("When.Time", "6pm"));
        using var next = new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location);
        foreach (var cookie in answer.Headers.GetValues("Set-Cookie")) next.Headers.Add("Cookie", cookie.Split(';')[0]);
        using var shown = await host.Client.SendAsync(next, Cancel);
        var page = LookHost.Parse(await shown.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("✓ Saved, 18:04.", page.QuerySelector("main > .saved")!.TextContent);
    }

    [Fact]
    public async Task The_form_keeps_its_id_after_a_mistake_and_has_a_new_one_next_time()
    {
        await using var host = await LookHost.Start();
        var first = (await host.Get("/doncaster/look")).QuerySelector("[name=FormId]")!.GetAttribute("value");
        var second = (await host.Get("/doncaster/look")).QuerySelector("[name=FormId]")!.GetAttribute("value");
        var sent = Guid.CreateVersion7().ToString();

        using var answer = await host.Post("/doncaster/look", ("FormId", sent), ("Born", "nonsense"));
        var page = LookHost.Parse(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.NotEqual(first, second);
        Assert.Equal(sent, page.QuerySelector("[name=FormId]")!.GetAttribute("value"));
    }
}

using System.Text.Json;
using AngleSharp.Dom;
using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.Tests.Look;

namespace SafeSpace.Web.Tests.Words;

public sealed class LayoutWordsTests
{
    [Fact]
    public async Task In_the_pseudo_language_the_frame_and_the_fields_have_no_English_left()
    {
        await using var host = await LookHost.Start(language: "xx", look: look => (look.ProblemsPhone, look.SignedInAs) = ("⟦1⟧", "⟦Wendy⟧"));

        var page = await host.Get("/doncaster/look");

        foreach (var selector in new[] { ".skip", ".leave", ".four a", ".foot p", "form[method=post] > .field > label", "form[method=post] .hint", "legend", "summary", "caption", "thead th" })
        {
            var found = page.QuerySelectorAll("main form[method=post] *, header *, footer *, .skip, .four a, figure *, table.cards *").Where(element => element.Matches(selector)).ToList();
            Assert.NotEmpty(found);
            // The charts' own words come from the page, which is for builders and English.
            Assert.All(found.Where(element => element.Closest(".chart thead, .chart caption") is null), element => Assert.Contains("⟦", element.TextContent, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task In_Polish_the_fields_speak_Polish_and_the_page_says_so()
    {
        await using var host = await LookHost.Start(language: "pl", look: look => (look.Language, look.SignedInAs) = ("pl", "Wendy"));

        var page = await host.Get("/doncaster/look");

        Assert.Equal("pl", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Opuść tę stronę", page.QuerySelector(".leave")!.FirstChild!.TextContent.Trim());
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(page.QuerySelector("meta[name=words]")!.GetAttribute("content")!)!;
        Assert.Equal("Zachowaliśmy to, co wpisano.", words["We kept what you typed."]);
        Assert.Contains("3 dni temu", page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
    }
}

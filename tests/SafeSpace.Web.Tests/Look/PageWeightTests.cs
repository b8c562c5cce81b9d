using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Look;

/// <summary>On a bad line every page after the first is small: under 15 kB as it goes over the wire.</summary>
public sealed class PageWeightTests
{
    private const int Most = 15_000;

    [Theory]
    [InlineData(Role.Peer, "/", "/mine", "/log", "/log/paper", "/since", "/handover", "/emergency", "/concerns", "/sad-news", "/me")]
    [InlineData(Role.Facilitator, "/", "/mine", "/handover", "/handover/write", "/since", "/night-sheet", "/referrals", "/register", "/refer", "/diary")]
    [InlineData(Role.Supervisor, "/", "/concerns", "/emergency/edit", "/handover", "/since")]
    [InlineData(Role.Coordinator, "/group/coming-back", "/lists", "/group", "/accounts")]
    public async Task Page_OfTheDemonstration_IsSmall(Role role, params string[] paths)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).DemonstrationAsync();
        var visitor = group.Visit();
        await visitor.SignInAsync(await group.AccountOfAsync(role));
        foreach (var path in paths)
            Assert.Equal((path, true), (path, await WeightAsync(visitor, path) < Most));
    }

    [Fact]
    public async Task APersonsPages_AreSmall()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).DemonstrationAsync();
        var visitor = group.Visit();
        await visitor.SignInAsync(await group.AccountOfAsync(Role.Peer));
        var person = (await visitor.GetAsync("/mine")).Page.QuerySelector("a[href*='/people/'][href$='/log']")!.GetAttribute("href")!;
        foreach (var path in new[] { person, person[..^4], person[..^4] + "/concern", person[..^4] + "/diary" })
            Assert.Equal((path, true), (path, await WeightAsync(visitor, path) < Most));
    }

    private static async Task<int> WeightAsync(Visitor visitor, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br");
        var answer = await visitor.RawAsync(request);
        Assert.Equal((HttpStatusCode.OK, "br"), (answer.StatusCode, answer.Content.Headers.ContentEncoding.FirstOrDefault()));
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Access;

/// <summary>What stands on every answer, and what a proxy in front may say of where a request came from.</summary>
public sealed class HeadersTests
{
    [Theory]
    [InlineData("/sign-in", 200)]
    [InlineData("/not-there", 302)]
    [InlineData("/site.css", 200)]
    [InlineData("/api/v1/people", 401)]
    [InlineData("/error/404", 404)]
    public async Task Answer_OfAnyKind_CarriesThemAll(string path, int status)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var answer = await AskAsync(group, path, IPAddress.Loopback, https: false);

        Assert.Equal(status, answer.StatusCode);
        var headers = answer.Headers;
        Assert.Equal("default-src 'none'; object-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", headers.ContentSecurityPolicy);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
        Assert.Contains("camera=()", headers["Permissions-Policy"].ToString(), StringComparison.Ordinal);
        Assert.False(string.IsNullOrEmpty(headers.CacheControl));
        Assert.Empty(headers.StrictTransportSecurity.ToString());
        Assert.Empty(headers.Server.ToString());
    }

    [Fact]
    public async Task Page_IsNeverStored_AFileOfOursIs()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        Assert.Contains("no-store", (await AskAsync(group, "/sign-in", IPAddress.Loopback, https: false)).Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal("public, max-age=300", (await AskAsync(group, "/site.css", IPAddress.Loopback, https: false)).Headers.CacheControl);
    }

    [Theory]
    [InlineData("/site.css", "text/css; charset=utf-8")]
    [InlineData("/js/page.js", "text/javascript; charset=utf-8")]
    [InlineData("/sign-in", "text/html; charset=utf-8")]
    [InlineData("/openapi/v1.json", "application/json;charset=utf-8")]
    public async Task Answer_SaysWhatItIs_AndInWhichLetters(string path, string type)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        Assert.Equal(type, (await AskAsync(group, path, IPAddress.Loopback, https: false)).ContentType);
    }

    /// <summary>A proxy on this machine is believed; anybody else who says "https" is not.</summary>
    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("203.0.113.7", false)]
    public async Task Https_IsBelievedOfAKnownProxyAlone(string from, bool believed)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var answer = await AskAsync(group, "/sign-in", IPAddress.Parse(from), https: true);

        Assert.Equal(believed ? "max-age=31536000; includeSubDomains" : "", answer.Headers.StrictTransportSecurity.ToString());
        var cookies = answer.Headers.SetCookie.Where(c => c is not null).ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c => Assert.Contains("httponly", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains("samesite=", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Contains($"path=/{group.Slug}", c, StringComparison.OrdinalIgnoreCase));
        Assert.All(cookies, c => Assert.Equal(believed, c!.Contains("secure", StringComparison.OrdinalIgnoreCase)));
    }

    private static async Task<HttpResponse> AskAsync(TestGroup group, string path, IPAddress from, bool https)
    {
        var context = await group.Site.App.GetTestServer().SendAsync(request =>
        {
            request.Request.Method = "GET";
            (request.Request.Scheme, request.Request.Host) = ("http", new HostString("localhost"));
            request.Request.Path = $"/{group.Slug}{path}";
            request.Connection.RemoteIpAddress = from;
            if (https)
                request.Request.Headers["X-Forwarded-Proto"] = "https";
        }, TestContext.Current.CancellationToken);
        return context.Response;
    }
}

using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure;

namespace SafeSpace.Web.Tests.Look;

/// <summary>The pages, the layout and nothing else: no store, nobody signed in unless a test says so.</summary>
public sealed class LookHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private LookHost(WebApplication app) => this.app = app;

    public HttpClient Client { get; private init; } = null!;

    public static async Task<LookHost> Start(string environment = "Development", string language = "en", Action<GroupLook>? look = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ApplicationName = typeof(LookExtensions).Assembly.GetName().Name,
            ContentRootPath = Repository.Path("src/SafeSpace.Web"),
        });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Modules");
        builder.Services.AddLook();
        builder.Services.AddScoped(_ => new GroupClock(
            new FakeTimeProvider(new DateTimeOffset(2026, 1, 14, 18, 4, 0, TimeSpan.Zero)), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));
        var app = builder.Build();
        app.UseLook();
        app.UsePathBase("/doncaster");
        app.Use((context, next) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            look?.Invoke(context.RequestServices.GetRequiredService<GroupLook>());
            return next(context);
        });
        app.UseRouting();
        app.UseStaticFiles();
        app.MapRazorPages();
        await app.StartAsync();
        return new LookHost(app) { Client = app.GetTestClient() };
    }

    public async Task<IDocument> Get(string path) => Parse(await Client.GetStringAsync(path));

    public static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Sends the page's form with its own hidden fields, and these.</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        var page = await Client.GetAsync(path);
        var document = Parse(await page.Content.ReadAsStringAsync());
        var form = document.QuerySelector("form[method=post]")!;
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(input => (Name: input.GetAttribute("name")!, Value: input.GetAttribute("value")!))
            .Where(input => !fields.Any(field => field.Name == input.Name));
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        foreach (var cookie in page.Headers.GetValues("Set-Cookie")) request.Headers.Add("Cookie", cookie.Split(';')[0]);
        return await Client.SendAsync(request);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

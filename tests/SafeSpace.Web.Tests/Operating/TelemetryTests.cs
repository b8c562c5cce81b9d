using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Web.Infrastructure;

namespace SafeSpace.Web.Tests.Operating;

/// <summary>What leaves for a collector, as it arrives there.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Collector_HearsOfRequestsAndSaves_AndNothingAboutAnybody(EngineKind engine)
    {
        await using var collector = await Collector.StartAsync();
        var stores = await TestStores.OpenAsync(engine);
        var store = await stores.NewGroupAsync();
        await using (var app = await SiteAsync(stores, collector.Address))
        {
            var token = (await new ApiTokenService(store).AddAsync("quaggatoken", Role.Peer, Actor.CommandLine)).Secret;
            using var client = app.GetTestClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            client.DefaultRequestHeaders.UserAgent.ParseAdd("quaggaagent/1.0");
            await client.GetAsync($"/{store.Slug}/api/v1/people?q=quagganame");
            await client.GetAsync($"/{store.Slug}/people/SS4711");
            await client.GetAsync($"/{store.Slug}/set-up/quaggasecret");
            await client.GetAsync($"/{store.Slug}/quaggapath");
            await client.GetAsync("/healthz");
            await app.StopAsync();
        }

        var heard = string.Concat(collector.Heard);
        Assert.Contains("people/{reference}", heard, StringComparison.Ordinal);
        Assert.Contains("safespace.store.commit.duration", heard, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", heard, StringComparison.Ordinal);
        foreach (var word in new[] { "quagga", "SS4711", store.Slug, "test.example" })
            Assert.DoesNotContain(word, heard, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Off_UntilAnAddressIsSet()
    {
        await using var app = await SiteAsync(await TestStores.OpenAsync(EngineKind.Sqlite), null);

        Assert.Null(app.Services.GetService<OpenTelemetry.Trace.TracerProvider>());
        Assert.Null(app.Services.GetService<OpenTelemetry.Metrics.MeterProvider>());
    }

    [Fact]
    public async Task AddressThatIsNone_IsSaidAtTheStart() =>
        Assert.Contains("Telemetry__Otlp", (await Assert.ThrowsAsync<SafeSpaceException>(async () => await SiteAsync(await TestStores.OpenAsync(EngineKind.Sqlite), "collector:4318"))).Message, StringComparison.Ordinal);

    private static async Task<WebApplication> SiteAsync(TestStores stores, string? collector)
    {
        var app = await WebHost.BuildAsync(new WebHostOptions(stores.Folder, stores.Database) { Time = stores.Clock }, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.Configure<CopyPlan>(plan => plan.Nightly = false);
            builder.Configuration[Telemetry.Setting] = collector;
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Takes what comes by OTLP over HTTP, as it is.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<string> Heard { get; } = new();

        public string Address => app.Urls.First();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            await collector.ListenAsync();
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task ListenAsync()
        {
            app.MapPost("/v1/{signal}", async (HttpRequest request) =>
            {
                using var body = new MemoryStream();
                await request.Body.CopyToAsync(body);
                Heard.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
            });
            await app.StartAsync();
        }
    }
}

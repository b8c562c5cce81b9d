using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Testing;
using SafeSpace.Web.Infrastructure.Jobs;

namespace SafeSpace.Web.Tests.Jobs;

public sealed class HousekeepingTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task The_end_of_the_chain_is_kept_each_day_and_when_the_application_stops(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        await using var app = await StartAsync(folder, new TestLog());
        var stores = app.Services.GetRequiredService<Stores>();
        var store = await stores.AddAsync(new NewGroup(TestStores.NewSlug(), "Riverside"));
        var anchors = new ChainAnchors(stores);
        await UntilAsync(folder, async () => (await anchors.ReadAsync(store.Slug)).Count == 1);
        await store.InventAsync(1, 1);
        await app.StopAsync(TestContext.Current.CancellationToken);
        var kept = await new ChainAnchors(folder.Stores).ReadAsync(store.Slug);
        Assert.Equal(2, kept.Count);
        Assert.Empty((await new StoreCheck(folder.Stores).RunAsync(store.Slug)).Problems);
    }

    [Fact]
    public async Task A_job_that_fails_is_logged_without_what_it_said_and_tried_again()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var log = new TestLog();
        var tries = 0;
        await using var app = await StartAsync(folder, log, new GroupJob("fail", TimeSpan.Zero, _ =>
        {
            tries++;
            throw new InvalidOperationException("Sam Harley's number");
        }));
        await app.Services.GetRequiredService<Stores>().AddAsync(new NewGroup(TestStores.NewSlug(), "Riverside"));
        await UntilAsync(folder, () => Task.FromResult(tries > 1));
        Assert.Contains(log.Lines, l => l.Contains("The job \"fail\"", StringComparison.Ordinal) && l.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, l => l.Contains("Harley", StringComparison.Ordinal));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Nobody opens either group; the key of one is lost. The other is looked after all the same.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_job_is_done_for_groups_nobody_uses_and_one_that_cannot_be_opened_stops_no_other(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var slugs = new[] { (await folder.NewGroupAsync()).Slug, (await folder.NewGroupAsync()).Slug }.Order(StringComparer.Ordinal).ToList();
        foreach (var slug in slugs)
            await folder.Stores.CloseAsync(slug);
        File.Delete(Path.Combine(folder.Folder, "keys", slugs[0] + ".key"));
        var log = new TestLog();
        var done = new List<string>();
        await using var app = await StartAsync(folder, log, new GroupJob("all", TimeSpan.FromMinutes(1), store =>
        {
            done.Add(store.Slug);
            return Task.CompletedTask;
        }));
        await UntilAsync(folder, () => Task.FromResult(done.Contains(slugs[1])));
        Assert.DoesNotContain(slugs[0], done);
        Assert.Contains(log.Lines, l => l.Contains(slugs[0], StringComparison.Ordinal) && l.Contains("could not be opened", StringComparison.Ordinal));
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Of two groups somebody uses one. That one is looked after each minute, the other every ten minutes at most.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_group_that_nobody_uses_rests(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var (used, unused) = ((await folder.NewGroupAsync()).Slug, (await folder.NewGroupAsync()).Slug);
        await folder.Stores.CloseAsync(unused); // what made it holds it no longer
        var times = new System.Collections.Concurrent.ConcurrentBag<(string Slug, DateTime At)>();
        var prompt = new System.Collections.Concurrent.ConcurrentBag<string>();
        await using var app = await StartAsync(folder, new TestLog(), new GroupJob("count", TimeSpan.FromMinutes(1), store =>
        {
            times.Add((store.Slug, store.Clock.Now));
            return Task.CompletedTask;
        }), new GroupJob("prompt", TimeSpan.FromMinutes(1), store =>
        {
            prompt.Add(store.Slug);
            return Task.CompletedTask;
        }, Prompt: true));
        var began = folder.Clock.GetUtcNow().UtcDateTime;
        var client = app.GetTestClient();
        int Of(string slug) => times.Count(t => t.Slug == slug);
        for (var minutes = 0; minutes < 2000 && (Of(used) < 25 || Of(unused) < 2); minutes++)
        {
            using var answer = await client.GetAsync($"/{used}/sign-in", TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode);
            var before = Of(used);
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
            for (var waited = 0; waited < 10 && Of(used) == before; waited++)
                await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.InRange(Of(unused), 2, ((folder.Clock.GetUtcNow().UtcDateTime - began).TotalMinutes / 10) + 1);
        Assert.True(Of(used) >= 2 * Of(unused), $"{Of(used)} times the one that is used, {Of(unused)} the other");
        Assert.True(prompt.Count(p => p == unused) > Of(unused) + 3, "a reminder is not later because nobody has a page open");
        var stores = app.Services.GetRequiredService<Stores>();
        Assert.True((await stores.GetAsync(used)).IsAwake);
        folder.Clock.Advance(GroupStore.StaysAwake);
        Assert.False((await stores.GetAsync(used)).IsAwake);
        Assert.False((await stores.GetAsync(unused)).IsAwake);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>At rest it holds no file, and can be used as before. Nothing else looks after it here: what does could let it rest in between.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task A_group_at_rest_holds_no_file(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewGroupAsync();
        await store.InventAsync(1, 1);
        Assert.True(engine != EngineKind.Sqlite || IsHeldOpen(store.Slug));
        store.Rest();
        for (var waited = 0; waited < 100 && IsHeldOpen(store.Slug); waited++)
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(IsHeldOpen(store.Slug));
        await store.InventAsync(1, 1);
        Assert.Empty((await new StoreCheck(folder.Stores).RunAsync(store.Slug)).Problems);
    }

    private static bool IsHeldOpen(string slug) =>
        Directory.GetFiles("/proc/self/fd").Any(f => new FileInfo(f).LinkTarget?.Contains($"{slug}.db", StringComparison.Ordinal) == true);

    private static async Task<WebApplication> StartAsync(TestStores folder, TestLog log, params GroupJob[] more)
    {
        var app = await WebHost.BuildAsync(new WebHostOptions(folder.Folder, folder.Database) { Time = folder.Clock }, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders().AddProvider(log);
            foreach (var job in more)
                builder.Services.AddSingleton(job);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>Turns the clock minute by minute until something is so.</summary>
    private static async Task UntilAsync(TestStores folder, Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 500; i++)
        {
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
            if (await isSo())
                return;
        }

        Assert.Fail("It did not happen.");
    }
}

using System.Diagnostics;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Desk;

public sealed class ChangesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TheFirstWord_ComesAtOnce_AndThenEachChange_WithNothingAboutAnybody(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await using var line = await Line.OpenAsync(desk);
        var first = await line.NextAsync();
        await group.AddPersonAsync("Wanda", "Waits");
        var next = await line.NextChangeAsync();

        Assert.Equal("changed", first.Kind);
        Assert.Equal("changed", next.Kind);
        Assert.True(next.Version > first.Version);
        Assert.Equal("text/event-stream", line.ContentType);
        Assert.DoesNotContain("Wanda", line.Everything, StringComparison.Ordinal);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(await db.VersionAsync(), next.Version);
    }

    [Fact]
    public async Task WhoComesBack_IsToldAtOnce_HowFarItIs()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        long before;
        await using (var line = await Line.OpenAsync(desk))
            before = (await line.NextAsync()).Version;
        await group.AddPersonAsync();
        await using var again = await Line.OpenAsync(desk, before);
        Assert.True((await again.NextAsync()).Version > before);
    }

    [Fact]
    public async Task LookingAtTheBoard_WakesNobody_AndABeatShowsThatTheLineHolds()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        await group.ReferAsync("Wanda", "Waits");
        await using var line = await Line.OpenAsync(desk);
        var first = await line.NextAsync();
        await desk.GetAsync("/desk");
        await Task.Delay(300);
        group.Store.Signals.Beat();
        group.Store.Signals.Beat();
        var beat = await line.NextAsync();
        Assert.Equal(("here", first.Version), (beat.Kind, beat.Version));
    }

    [Fact]
    public async Task AnOpenLine_HoldsNoConnectionToTheStore()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Postgres)).NewGroupAsync();
        var desk = await group.SignInAsync(Role.Facilitator);
        var lines = new List<Line>();
        while (lines.Count < 30)
        {
            lines.Add(await Line.OpenAsync(desk));
            await lines[^1].NextAsync();
        }

        Assert.Equal(System.Net.HttpStatusCode.OK, (await desk.GetAsync("/desk")).Status); // of 20 connections none is held
        foreach (var line in lines)
            await line.DisposeAsync();
    }

    [Fact]
    public async Task AChangeOnOneNode_ShowsOnABoardOfTheOther()
    {
        var here = await TestSite.OnAsync(EngineKind.Postgres);
        var there = await TestSite.BesideAsync(here);
        var group = await here.NewGroupAsync();
        var beside = new TestGroup(there, await there.Stores.GetAsync(group.Slug));
        var account = await group.AddAccountAsync(Role.Facilitator);
        var desk = beside.Visit();
        await desk.SignInAsync(account);
        Assert.DoesNotContain("Wanda", (await desk.GetAsync("/desk")).Text, StringComparison.Ordinal);
        await using var line = await Line.OpenAsync(desk);
        var version = (await line.NextAsync()).Version;
        var clock = Stopwatch.StartNew();

        await group.ReferAsync("Wanda", "Waits");

        while (version < group.Store.Signals.Version)
            version = (await line.NextAsync()).Version;
        Assert.True(clock.Elapsed < SignalPump.LookEvery, $"{clock.Elapsed}: the look cured it, the word did not come");
        Assert.Contains("Wanda", (await desk.GetAsync("/desk/rows")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProgramThatStops_EndsItsLines_AndWaitsForNone()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite);
        var group = await site.NewGroupAsync();
        await using var line = await Line.OpenAsync(await group.SignInAsync(Role.Facilitator));
        await line.NextAsync();

        site.App.Lifetime.StopApplication();

        Assert.True(await line.EndsAsync());
    }

    private sealed class Line : IAsyncDisposable
    {
        private readonly HttpResponseMessage response;
        private readonly StreamReader reader;
        private readonly List<string> lines = [];

        private Line(HttpResponseMessage response, StreamReader reader) => (this.response, this.reader) = (response, reader);

        public string? ContentType => response.Content.Headers.ContentType?.MediaType;

        public string Everything => string.Join('\n', lines);

        public static async Task<Line> OpenAsync(Visitor visitor, long? last = null)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/desk/changes");
            if (last is { } version)
                request.Headers.Add("Last-Event-ID", version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            var response = await visitor.RawAsync(request).WaitAsync(Patience);
            Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
            return new Line(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
        }

        public async Task<(string Kind, long Version)> NextAsync()
        {
            var (kind, version) = ("", -1L);
            while (true)
            {
                var line = await reader.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("The line ended.");
                lines.Add(line);
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    kind = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    version = long.Parse(line[6..], System.Globalization.CultureInfo.InvariantCulture);
                else if (line.Length == 0 && version >= 0)
                    return (kind, version);
            }
        }

        public async Task<(string Kind, long Version)> NextChangeAsync()
        {
            var said = await NextAsync();
            while (said.Kind != "changed")
                said = await NextAsync();
            return said;
        }

        /// <summary>Cleanly, as an answer that is complete.</summary>
        public async Task<bool> EndsAsync()
        {
            while (await reader.ReadLineAsync().WaitAsync(Patience) is { } line)
                lines.Add(line);
            return true;
        }

        public ValueTask DisposeAsync()
        {
            reader.Dispose();
            response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

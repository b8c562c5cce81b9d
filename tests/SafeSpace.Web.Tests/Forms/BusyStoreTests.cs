using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Forms;

/// <summary>The store takes no more just now: whoever posts gets every word back and can save again; a program is told when to come again.</summary>
public sealed class BusyStoreTests
{
    private const int QueueLength = 1000;

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_WhileTheStoreIsFull_GivesEveryWordBack_AndSavesWhenSentAgain(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        var program = await group.ProgramAsync(Role.Peer);
        var page = await peer.GetAsync($"/people/{person.Reference}/log");
        await using var full = await FullStore.OfAsync(group.Store);

        var refused = await page.SubmitAsync(("Words", "talked for an hour"), ("Kind", "NoAnswer"), ("Minutes", "7"));
        var told = await program.PostAsync("/contacts", new { person = person.Reference, kind = "text" });

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (refused.Status, told.Status));
        Assert.Equal(("application/problem+json", "Too many people are saving just now. Nothing was lost: please save again."), (told.Type, told.Json.GetProperty("detail").GetString()));
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("talked for an hour", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("No answer", refused.Page.QuerySelectorAll("dt").Single(t => t.TextContent == "Kind").NextElementSibling!.TextContent);
        Assert.Contains("Too many people are saving just now", refused.Words(), StringComparison.Ordinal);
        await full.OpenAsync();
        Assert.Empty(await group.ContactsAsync());
        Assert.Equal("/mine", (await refused.PressAsync("Save again")).Path);
        Assert.Equal(("talked for an hour", 7), (group.WordsOf(await group.OnlyContactAsync()), (await group.OnlyContactAsync()).Minutes));
    }

    /// <summary>A unit that does not end, and a queue behind it that is full.</summary>
    private sealed class FullStore(TaskCompletionSource open, IReadOnlyList<Task> waiting) : IAsyncDisposable
    {
        public static async Task<FullStore> OfAsync(GroupStore store)
        {
            var (open, started) = (new TaskCompletionSource(), new TaskCompletionSource());
            var first = store.Write("Waited", Actor.System, async _ =>
            {
                started.TrySetResult();
                await open.Task;
            });
            await started.Task;
            return new FullStore(open, [first, .. Enumerable.Range(0, QueueLength).Select(_ => store.Write("Waited", Actor.System, _ => Task.CompletedTask))]);
        }

        public async Task OpenAsync()
        {
            open.TrySetResult();
            await Task.WhenAll(waiting);
        }

        public async ValueTask DisposeAsync() => await OpenAsync();
    }
}

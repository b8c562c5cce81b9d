using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Diary;

namespace SafeSpace.Web.Tests.Forms;

/// <summary>The database is away for a minute while people type: a clear sentence, every word given back, and it works again without a restart.</summary>
public sealed class StoreAwayTests
{
    private const string Note = "Talked for an hour.\nShe \"laughed\" <once> & slept 🫖";

    [Fact]
    public async Task Postgres_TheLineIsCutAndMended()
    {
        var settings = new NpgsqlConnectionStringBuilder(TestPostgres.ConnectionString);
        await using var line = new FlakyLine(settings.Host!, settings.Port);
        var site = await TestSite.NewAsync(EngineKind.Postgres, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000), through: line.Port);
        var (group, peer, page) = await TypingAsync(site);

        line.Cut();
        await AwayAsync(group, peer, page, line.Mend);
    }

    [Fact]
    public async Task Sqlite_TheFileIsHeldByAnotherProgram()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var (group, _, page) = await TypingAsync(site);
        // Another program holds the file for writing longer than a save waits.
        var file = Path.Combine(site.Folder.Folder, "groups", group.Slug + ".db");
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        await other.OpenAsync();
        await using (var held = other.BeginTransaction(deferred: false))
        {
            var refused = await page.SubmitAsync(("Words", Note), ("Minutes", "55"));
            await held.RollbackAsync();
            await SavedAgainAsync(group, refused);
        }
    }

    [Fact]
    public async Task Sqlite_TheDiskWithTheFileIsGoneForAWhile()
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite, door => (door.TicketLifetime, door.TriesPerMinute) = (TimeSpan.FromDays(30), 1000));
        var (group, peer, page) = await TypingAsync(site);
        var folder = Path.Combine(site.Folder.Folder, "groups");
        SqliteConnection.ClearAllPools();
        Directory.Move(folder, folder + "-away");
        await AwayAsync(group, peer, page, () => Directory.Move(folder + "-away", folder));
    }

    private static async Task<(TestGroup Group, Visitor Peer, Answer Page)> TypingAsync(TestSite site)
    {
        var group = await site.NewGroupAsync();
        var person = await group.AddPersonAsync();
        var peer = await group.SignInAsync(Role.Peer);
        return (group, peer, await peer.GetAsync($"/people/{person.Reference}/log"));
    }

    private static async Task AwayAsync(TestGroup group, Visitor peer, Answer page, Action mend)
    {
        Answer refused, opened;
        try
        {
            opened = await peer.GetAsync("/mine");
            refused = await page.SubmitAsync(("Words", Note), ("Minutes", "55"));
        }
        finally
        {
            mend();
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, opened.Status);
        Assert.Contains("cannot be reached just now", opened.Words(), StringComparison.Ordinal);
        await SavedAgainAsync(group, refused);
        Assert.Equal(HttpStatusCode.OK, (await peer.GetAsync("/mine")).Status);
    }

    private static async Task SavedAgainAsync(TestGroup group, Answer refused)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Talked for an hour.", refused.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("<once>", refused.Text, StringComparison.Ordinal);
        Assert.Equal("/mine", (await refused.PressAsync("Save again")).Path);
        var contact = await group.OnlyContactAsync();
        Assert.Equal((Note.ReplaceLineEndings("\n"), 55), (group.WordsOf(contact)!.ReplaceLineEndings("\n"), contact.Minutes!.Value));
    }
}

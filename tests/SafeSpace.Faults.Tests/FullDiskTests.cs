using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using SafeSpace.Core.Data;
using SafeSpace.Faults.Tests.Load;
using SafeSpace.Faults.Tests.Machinery;

namespace SafeSpace.Faults.Tests;

/// <summary>No file may grow any more, as on a full disk: an honest "not just now", and once there is room again the same server goes on.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_disk_under_a_file_fills_up_and_is_emptied_again()
    {
        await using var under = await UnderLoad.StartAsync(EngineKind.Sqlite);
        await under.SaveMoreAsync(30);
        for (var full = 0; full < 2; full++)
        {
            // Nothing fits any more beyond what the log beside the store takes already.
            await FileLimit.SetAsync(under.Server.Id, new FileInfo(under.House.StoreFile + "-wal").Length + 20_000);
            await IsRefusedAsync(under);
            await FileLimit.SetAsync(under.Server.Id, null);
            await under.SaveMoreAsync(30);
        }

        await under.EndAsync(output);
    }

    /// <summary>PostgreSQL's own: no table of it may grow any more; what it notes beforehand, in pieces of one size, still may.</summary>
    [Fact]
    public async Task The_disk_under_PostgreSQL_fills_up_and_is_emptied_again()
    {
        var postgres = await PostgresServer.OneAsync();
        await using var under = await UnderLoad.StartAsync(EngineKind.Postgres);
        await under.SaveMoreAsync(30);
        for (var full = 0; full < 2; full++)
        {
            await postgres.LimitAsync(under.House.Database!, room: 200_000);
            try
            {
                await IsRefusedAsync(under);
            }
            finally
            {
                await postgres.LimitAsync(under.House.Database!, room: null); // other tests use the same server
            }

            await under.SaveMoreAsync(30);
        }

        Assert.Contains("could not extend file", await postgres.LogAsync(), StringComparison.Ordinal);
        await under.EndAsync(output);
    }

    /// <summary>Until a program is told 503, with a sentence it can show, and when to come again.</summary>
    private static async Task IsRefusedAsync(UnderLoad under)
    {
        using var http = new HttpClient { BaseAddress = under.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", under.House.Token);
        for (var tries = 0; tries < 2000; tries++)
        {
            var told = await http.PostAsJsonAsync($"/{FaultHouse.Slug}/api/v1/contacts", new { kind = "text", peer = "nobody", words = new string('x', 15_000) }, TestContext.Current.CancellationToken);
            var words = await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (told.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                Assert.Matches("Nothing was (half-)?saved|could not be saved", words);
                Assert.NotNull(told.Headers.RetryAfter);
                return;
            }

            Assert.Equal(HttpStatusCode.Created, told.StatusCode);
            under.Ledger.Note(new Attempt(WriteKind.Contact, System.Text.Json.JsonDocument.Parse(words).RootElement.GetProperty("id").GetGuid()) { SendAsync = _ => Task.CompletedTask, Fate = Fate.Acknowledged });
        }

        Assert.Fail("The disk did not fill up.");
    }
}

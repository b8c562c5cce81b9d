using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using SafeSpace.Core.Shared;

namespace SafeSpace.Bench;

/// <summary>The least code that does the same work over the same wire: a bare endpoint, prepared statements, a contact row and its two audit rows, durable.</summary>
internal static class Floor
{
    private const string Tables = """
        PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
        CREATE TABLE contact (id BLOB PRIMARY KEY, person TEXT, kind TEXT, at TEXT, minutes INTEGER, words BLOB) WITHOUT ROWID;
        CREATE INDEX contact_person ON contact (person, at);
        CREATE INDEX contact_at ON contact (at);
        CREATE TABLE operation (sequence INTEGER PRIMARY KEY, id BLOB, kind TEXT, at TEXT, rows BLOB, hash BLOB);
        CREATE TABLE operation_part (sequence INTEGER, number INTEGER, person TEXT, changes BLOB, PRIMARY KEY (sequence, number)) WITHOUT ROWID;
        """;

    private sealed record Body(string Person, string Kind, int Minutes, string Words);

    public static async Task<(double PerSecond, double Median, double P95)> RunAsync(BenchSite site)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(site.Folder, "floor.db")};Pooling=False");
        await connection.OpenAsync();
        await using (var make = connection.CreateCommand())
        {
            make.CommandText = Tables;
            await make.ExecuteNonQueryAsync();
        }

        await using var insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO contact VALUES ($id, $person, $kind, $at, $minutes, $words);
            INSERT INTO operation (id, kind, at, rows, hash) VALUES ($id, 'ContactLogged', $at, $id, $id);
            INSERT INTO operation_part VALUES (last_insert_rowid(), 0, $person, $words);
            """;
        foreach (var name in new[] { "$id", "$person", "$kind", "$at", "$minutes", "$words" })
            insert.Parameters.Add(new SqliteParameter(name, null));
        var gate = new SemaphoreSlim(1, 1);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapPost("/contacts", async (Body body) =>
        {
            await gate.WaitAsync();
            try
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                insert.Transaction = transaction;
                object[] values = [Ids.New().ToByteArray(true), body.Person, body.Kind, TimeProvider.System.GetUtcNow().UtcDateTime, body.Minutes, System.Text.Encoding.UTF8.GetBytes(body.Words)];
                for (var i = 0; i < values.Length; i++)
                    insert.Parameters[i].Value = values[i];
                insert.ExecuteNonQuery();
                transaction.Commit();
            }
            finally
            {
                gate.Release();
            }

            return Results.Created();
        });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var body = new Body("SS0001", "call_out", 15, "Talked about the week. Sounded steadier.");
        return await Load.RunAsync(BenchPlan.Clients, site.Plan.Seconds, async _ =>
        {
            using var answer = await client.PostAsJsonAsync("contacts", body);
            answer.EnsureSuccessStatusCode();
        });
    }
}

using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using SafeSpace.Core.Shared;

namespace SafeSpace.Bench;

/// <summary>
/// The least code that does the same work over the same wire: bare endpoints and prepared statements that write the same rows, those of the record too, durable.
/// <c>contacts</c> and <c>referrals</c> make one transaction a request; <c>contacts-shared</c> (SQLite) makes one of all that wait.
/// </summary>
internal static class Floor
{
    private const string Tables = """
        CREATE TABLE contact (id {id} PRIMARY KEY, person TEXT, kind TEXT, at {moment}, minutes INTEGER, words {bytes});
        CREATE INDEX contact_person ON contact (person, at);
        CREATE INDEX contact_at ON contact (at);
        CREATE TABLE person (id {id} PRIMARY KEY, given_name TEXT, surname TEXT, born TEXT, added_at {moment});
        CREATE INDEX person_surname ON person (surname, born);
        CREATE TABLE phone (id {id} PRIMARY KEY, person_id {id}, digits TEXT);
        CREATE INDEX phone_digits ON phone (digits);
        CREATE TABLE referral (id {id} PRIMARY KEY, person_id {id}, at {moment}, team TEXT, reason {bytes});
        CREATE INDEX referral_person ON referral (person_id);
        CREATE INDEX referral_at ON referral (at);
        CREATE TABLE operation (sequence {sequence}, id {id}, kind TEXT, at {moment}, rows {bytes}, hash {bytes});
        CREATE TABLE operation_part (id {id} PRIMARY KEY, person TEXT, changes {bytes});
        """;

    private const string LogContact = """
        INSERT INTO contact VALUES (@id, @text, 'call_out', @at, 15, @words);
        INSERT INTO operation (id, kind, at, rows, hash) VALUES (@id, 'ContactLogged', @at, @words, @words);
        INSERT INTO operation_part VALUES (@id, @text, @words);
        """;

    private const string Refer = """
        SELECT id FROM person WHERE surname = @text LIMIT 5;
        SELECT person_id FROM phone WHERE digits = @text LIMIT 5;
        INSERT INTO person VALUES (@id, 'Given', @text, '1980-01-01', @at);
        INSERT INTO phone VALUES (@id, @id, @text);
        INSERT INTO referral VALUES (@id, @id, @at, 'crisis_team', @words);
        INSERT INTO operation (id, kind, at, rows, hash) VALUES (@id, 'Referred', @at, @words, @words);
        INSERT INTO operation_part VALUES (@id, @text, @words);
        """;

    /// <summary>What comes over the wire is what the application is sent.</summary>
    private sealed record ContactBody(string Person, string Kind, int Minutes, string Words);

    private sealed record Named(string GivenName, string Surname, string DateOfBirth, string[] Phones);

    private sealed record ReferralBody(Named Person, string ToldUs);

    private sealed record Row(Guid Id, string Text, DateTime At, byte[] Words)
    {
        public static Row Of(ContactBody body) => new(Ids.New(), body.Person, TimeProvider.System.GetUtcNow().UtcDateTime, System.Text.Encoding.UTF8.GetBytes(body.Words));

        public static Row Of(ReferralBody body) => new(Ids.New(), body.Person.Surname, TimeProvider.System.GetUtcNow().UtcDateTime, System.Text.Encoding.UTF8.GetBytes(body.ToldUs));
    }

    public static async Task<WebApplication> StartAsync(string folder, string? database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower);
        var app = builder.Build();
        if (database is null)
            await MapSqliteAsync(app, Path.Combine(folder, "floor.db"));
        else
            await MapPostgresAsync(app, database);
        await app.StartAsync();
        return app;
    }

    private static async Task MapSqliteAsync(WebApplication app, string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using (var make = connection.CreateCommand())
        {
            make.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + Tables.Replace("{id}", "BLOB", StringComparison.Ordinal).Replace("{moment}", "TEXT", StringComparison.Ordinal)
                .Replace("{bytes}", "BLOB", StringComparison.Ordinal).Replace("{sequence}", "INTEGER PRIMARY KEY", StringComparison.Ordinal);
            await make.ExecuteNonQueryAsync();
        }

        var gate = new SemaphoreSlim(1, 1);
        var (log, refer) = (Prepare(LogContact), Prepare(Refer));
        app.MapPost("/contacts", (ContactBody body) => AloneAsync(log, Row.Of(body)));
        app.MapPost("/referrals", (ReferralBody body) => AloneAsync(refer, Row.Of(body)));
        var queue = Channel.CreateUnbounded<(Row Row, TaskCompletionSource Done)>();
        _ = Task.Run(SharedAsync);
        app.MapPost("/contacts-shared", async (ContactBody body) =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            queue.Writer.TryWrite((Row.Of(body), done));
            await done.Task;
            return Results.Created();
        });

        SqliteCommand Prepare(string sql)
        {
            var command = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var name in new[] { "@id", "@text", "@at", "@words" })
                command.Parameters.Add(new SqliteParameter(name, null));
            return command;
        }

        static void Run(SqliteCommand command, SqliteTransaction transaction, Row values)
        {
            command.Transaction = transaction;
            command.Parameters[0].Value = values.Id.ToByteArray(true);
            command.Parameters[1].Value = values.Text;
            command.Parameters[2].Value = values.At;
            command.Parameters[3].Value = values.Words;
            command.ExecuteNonQuery();
        }

        async Task<IResult> AloneAsync(SqliteCommand command, Row row)
        {
            await gate.WaitAsync();
            try
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                Run(command, transaction, row);
                transaction.Commit();
            }
            finally
            {
                gate.Release();
            }

            return Results.Created();
        }

        async Task SharedAsync()
        {
            var batch = new List<TaskCompletionSource>();
            while (await queue.Reader.WaitToReadAsync())
            {
                await gate.WaitAsync();
                using (var transaction = connection.BeginTransaction(deferred: false))
                {
                    while (queue.Reader.TryRead(out var waiting))
                    {
                        Run(log, transaction, waiting.Row);
                        batch.Add(waiting.Done);
                    }

                    transaction.Commit();
                }

                gate.Release();
                batch.ForEach(b => b.SetResult());
                batch.Clear();
            }
        }
    }

    private static async Task MapPostgresAsync(WebApplication app, string database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database) { SearchPath = "floor", MaxAutoPrepare = 50, AutoPrepareMinUsages = 1, Options = "-c synchronous_commit=on" };
        var source = NpgsqlDataSource.Create(settings);
        await using (var make = source.CreateCommand("DROP SCHEMA IF EXISTS floor CASCADE; CREATE SCHEMA floor;" + Tables.Replace("{id}", "uuid", StringComparison.Ordinal)
            .Replace("{moment}", "timestamptz", StringComparison.Ordinal).Replace("{bytes}", "bytea", StringComparison.Ordinal).Replace("{sequence}", "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY", StringComparison.Ordinal)))
            await make.ExecuteNonQueryAsync();
        app.MapPost("/contacts", (ContactBody body) => RunAsync(LogContact, Row.Of(body)));
        app.MapPost("/referrals", (ReferralBody body) => RunAsync(Refer, Row.Of(body)));

        // One round to the server: all statements of a request, in the transaction the server makes of them.
        async Task<IResult> RunAsync(string sql, Row values)
        {
            await using var command = source.CreateCommand(sql);
            command.Parameters.Add(new NpgsqlParameter("id", NpgsqlDbType.Uuid) { Value = values.Id });
            command.Parameters.Add(new NpgsqlParameter("text", NpgsqlDbType.Text) { Value = values.Text });
            command.Parameters.Add(new NpgsqlParameter("at", NpgsqlDbType.TimestampTz) { Value = values.At });
            command.Parameters.Add(new NpgsqlParameter("words", NpgsqlDbType.Bytea) { Value = values.Words });
            await command.ExecuteNonQueryAsync();
            return Results.Created();
        }
    }
}

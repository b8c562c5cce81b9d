using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>A PostgreSQL server of this harness's own, durable as in production, that is stopped, killed and cut off at will.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(MakeAsync);
    private const long Page = 8192;

    /// <summary>What PostgreSQL notes beforehand it writes in pieces of this size, each made whole at once.</summary>
    private const long PieceOfLog = 1 << 20;

    private readonly string folder;

    private PostgresServer(string folder, int port) => (this.folder, Port) = (folder, port);

    public int Port { get; }

    /// <summary>One for the whole run; removed when the run ends.</summary>
    public static Task<PostgresServer> OneAsync() => Shared.Value;

    public async Task<string> NewDatabaseAsync()
    {
        var name = $"f_{Ids.New():N}";
        await RunAsync($"CREATE DATABASE {name}");
        return $"Host=127.0.0.1;Port={Port};Username=postgres;Database={name}";
    }

    /// <summary>"fast": open transactions are rolled back, clients cut off. "immediate": as if the machine had lost its power.</summary>
    public Task StopAsync(string how) => PgCtlAsync($"-m {how} -w -t 60 stop");

    public Task StartAsync() => PgCtlAsync($"-l {folder}/log -w -t 60 -o '-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200' start");

    /// <summary>Cuts off everybody connected to a database, whatever they are in the middle of.</summary>
    public Task TerminateAsync(string database) => RunAsync(
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = '{new NpgsqlConnectionStringBuilder(database).Database}'");

    /// <summary>A setting of the whole server, taken up at once.</summary>
    public async Task SetAsync(string name, string value)
    {
        await RunAsync($"ALTER SYSTEM SET {name} = '{value}'");
        await RunAsync("SELECT pg_reload_conf()");
    }

    /// <summary>As a full disk: no file of a database may grow beyond the longest of them now and some room. Half a page fits at the end, as on a real disk, so that PostgreSQL says "disk full".</summary>
    /// <param name="room">In bytes; null lifts it.</param>
    public async Task LimitAsync(string database, long? room)
    {
        long? limit = null;
        if (room is { } more)
        {
            var pages = (long.Parse(await AskAsync(database, "SELECT max(pg_relation_size(oid)) FROM pg_class WHERE relkind IN ('r', 'i', 't')"), CultureInfo.InvariantCulture) + more) / Page;
            var notes = Math.Max(PieceOfLog, new FileInfo($"{folder}/log").Length + more); // what it says of the fault has to fit too
            limit = (Math.Max(pages, (notes / Page) + 1) * Page) + (Page / 2);
        }

        // Whoever will be connected, for each process begins as a copy of the first; and whoever is, unless they have gone meanwhile.
        await ShellAsync(FileLimit.Command(File.ReadLines($"{folder}/db/postmaster.pid").First(), limit), asPostgres: true);
        foreach (var id in (await AskAsync(database, "SELECT string_agg(pid::text, ' ') FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            await ShellAsync($"{FileLimit.Command(id, limit)} || test ! -e /proc/{id}", asPostgres: true);
    }

    public Task<string> LogAsync() => File.ReadAllTextAsync($"{folder}/log");

    public async ValueTask DisposeAsync()
    {
        await StopAsync("immediate");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> AskAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={Port};Username=postgres;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("safespace-faults-pg-").FullName;
        var server = new PostgresServer(folder, Proxy.FreePort());
        if (IsRoot)
            await ShellAsync($"chown -R postgres {folder}", asPostgres: false);
        await ShellAsync($"{Bin}/initdb -D {folder}/db -U postgres -A trust --no-sync --wal-segsize=1 -E UTF8 --locale=C.UTF-8", asPostgres: true);
        await server.StartAsync();
        TidyUp.AtTheEnd(() => server.DisposeAsync().AsTask());
        return server;
    }

    private Task PgCtlAsync(string words) => ShellAsync($"{Bin}/pg_ctl -D {folder}/db {words}", asPostgres: true);

    private static bool IsRoot => Environment.UserName == "root";

    private static string Bin => Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
        ?? throw new InvalidOperationException("The tests need PostgreSQL: apt-get install postgresql");

    private static async Task ShellAsync(string command, bool asPostgres)
    {
        var start = asPostgres && IsRoot ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", command]) : new ProcessStartInfo("sh", ["-c", command]);
        (start.RedirectStandardInput, start.WorkingDirectory) = (true, "/");
        // Not read through a pipe: the server that this starts would keep it open.
        start.ArgumentList[^1] += " >/dev/null 2>&1";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"PostgreSQL did not do as it was told: {command}");
    }
}

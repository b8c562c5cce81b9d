using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SafeSpace.Testing;

/// <summary>
/// A PostgreSQL server for the tests: the one that <c>./test</c> started (SAFESPACE_TEST_POSTGRES), or else a throw-away one
/// on 127.0.0.1 that this process starts and stops.
/// </summary>
public static class TestPostgres
{
    private static readonly Lazy<string> Server = new(Start);

    public static string ConnectionString => Server.Value;

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable("SAFESPACE_TEST_POSTGRES") is { Length: > 0 } given)
            return given;
        var bin = Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Max()
            ?? throw new InvalidOperationException("The tests need PostgreSQL: apt-get install postgresql");
        var folder = Directory.CreateTempSubdirectory("safespace-pg-").FullName;
        var port = FreePort();
        RunAsPostgres($"chown -R postgres {folder}", asRoot: true);
        RunAsPostgres($"{bin}/initdb -D {folder}/db -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8");
        RunAsPostgres($"{bin}/pg_ctl -D {folder}/db -l {folder}/log -w -o '-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=500 -c fsync=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off -c track_counts=off -c jit=off -c shared_buffers=256MB' start");
        TidyUp.AtTheEnd(() =>
        {
            RunAsPostgres($"{bin}/pg_ctl -D {folder}/db -m immediate stop");
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
        return $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";
    }

    private static void RunAsPostgres(string command, bool asRoot = false)
    {
        var isRoot = Environment.UserName == "root";
        if (asRoot && !isRoot)
            return;
        var start = isRoot && !asRoot ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", command]) : new ProcessStartInfo("sh", ["-c", command]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        if (!process.WaitForExit(60_000) || process.ExitCode != 0)
            throw new InvalidOperationException($"PostgreSQL for the tests did not start: {command}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

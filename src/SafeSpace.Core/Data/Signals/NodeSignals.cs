using System.Globalization;
using Npgsql;

namespace SafeSpace.Core.Data.Signals;

/// <summary>
/// Carries "changed" from one node to the others by the database's own NOTIFY. Never inside a write transaction: that would make
/// every writer of the database wait for every other. The channel is per database, so the words name the group.
/// </summary>
public sealed class NodeSignals(NpgsqlDataSource source)
{
    private const string Channel = "safe_space";
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromSeconds(2);

    public async Task TellAsync(string slug, long version)
    {
        try
        {
            await using var command = source.CreateCommand("SELECT pg_notify($1, $2)");
            command.Parameters.Add(new NpgsqlParameter { Value = Channel });
            command.Parameters.Add(new NpgsqlParameter { Value = string.Create(CultureInfo.InvariantCulture, $"{slug} {version}") });
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // The change is saved; the other nodes look by themselves each few seconds.
        }
    }

    /// <summary>Listens until it is stopped, on a connection of its own; comes back by itself when the line breaks.</summary>
    public async Task ListenAsync(Action<string, long> heard, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stop);
                connection.Notification += (_, said) => Hear(said.Payload, heard);
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stop);
                while (!stop.IsCancellationRequested)
                    await connection.WaitAsync(stop);
            }
            catch (Exception error) when (error is NpgsqlException or System.Net.Sockets.SocketException)
            {
                await Task.Delay(TryAgainAfter, stop);
            }
        }
    }

    private static void Hear(string payload, Action<string, long> heard)
    {
        if (payload.Split(' ') is [var slug, var version] && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            heard(slug, number);
    }
}

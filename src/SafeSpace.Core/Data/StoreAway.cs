using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SafeSpace.Core.Data;

/// <summary>Tells "the database cannot be reached just now" from everything else that can go wrong: waiting helps, and nothing has to be restarted.</summary>
public static class StoreAway
{
    private static readonly string[] PostgresStates = ["57P01", "57P02", "57P03", "53300"]; // shutting down, crashed, starting, too many connections

    private static readonly int[] SqliteCodes = [5, 6, 10, 14]; // busy, locked, cannot read or write, cannot open

    public static bool Is(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            switch (error)
            {
                case PostgresException told:
                    return PostgresStates.Contains(told.SqlState) || told.SqlState.StartsWith("08", StringComparison.Ordinal);
                case NpgsqlException { InnerException: SocketException or IOException or TimeoutException or null }:
                case SqliteException { SqliteErrorCode: var code } when SqliteCodes.Contains(code):
                    return true;
                case AggregateException { InnerExceptions: var many } when many.Any(Is):
                    return true;
            }
        }

        return false;
    }
}

using Microsoft.Data.Sqlite;
using Npgsql;

namespace SafeSpace.Core.Data;

/// <summary>Errors of the store that say nothing about what was asked of it: it is away, restarting, full, or two were in each other's way.</summary>
public static class StoreTrouble
{
    public const string Sentence = "The store cannot be reached just now. Nothing was half-saved: please try again in a moment.";

    // SQLite: busy, locked, input or output failed, full, cannot be opened.
    private static readonly int[] OfFiles = [5, 6, 10, 13, 14];

    // PostgreSQL, by class: connection, rolled back by the server, no resources, locked, an operator stepped in, its system failed, its own mistake.
    private static readonly string[] OfServers = ["08", "40", "53", "55P03", "57P", "58", "XX"];

    /// <summary>Will it pass, so that the same may be tried again as it is?</summary>
    public static bool IsPassing(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is GroupKeyChangedException or GoneMeanwhileException)
                return true;
            if (error is PostgresException said)
                return Array.Exists(OfServers, c => said.SqlState.StartsWith(c, StringComparison.Ordinal));
            if (error is NpgsqlException { IsTransient: true } || (error is NpgsqlException && error.InnerException is EndOfStreamException or ObjectDisposedException))
                return true;
            if (error is SqliteException file)
                return OfFiles.Contains(file.SqliteErrorCode);
        }

        return false;
    }

    /// <summary>Two were in each other's way, and one had to give way: it is tried again.</summary>
    public static bool IsInTheWay(Exception error) =>
        error is GoneMeanwhileException || error.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Another program held the file for as long as anybody is to wait: trying again at once would be waiting twice.</summary>
    public static bool HasWaited(Exception error) => error.GetBaseException() is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>Somebody else made the same row in the same moment, on another node: whoever comes second sees it when they look again.</summary>
    public static bool IsRace(Exception error) => error.GetBaseException() switch
    {
        PostgresException said => said.SqlState == PostgresErrorCodes.UniqueViolation,
        SqliteException file => file.SqliteExtendedErrorCode is 1555 or 2067,
        _ => false,
    };
}

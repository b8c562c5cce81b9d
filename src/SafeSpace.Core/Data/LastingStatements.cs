using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SafeSpace.Core.Data;

/// <summary>
/// Statements of a SQLite connection that stays open, the writer's: each is parsed once and used again, which for small statements is
/// half of their cost. The other engine keeps its own.
/// </summary>
internal sealed class LastingStatements
{
    /// <summary>More than the units of a day use. A page that makes a new text each time gets no place once they are taken.</summary>
    private const int Most = 400;

    private static readonly ConditionalWeakTable<DbConnection, LastingStatements> Of = [];
    private readonly Dictionary<string, Statement> known = [];
    private readonly SqliteConnection connection;

    private LastingStatements(SqliteConnection connection) => this.connection = connection;

    /// <summary>From now on what this connection is asked lasts as long as it does.</summary>
    public static void Begin(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite)
            Of.GetValue(connection, _ => new LastingStatements(sqlite));
    }

    /// <summary>Before the connection is closed: with a statement left, the file would stay open.</summary>
    public static void End(DbConnection connection)
    {
        if (!Of.TryGetValue(connection, out var lasting))
            return;
        Of.Remove(connection);
        foreach (var statement in lasting.known.Values)
            statement.End();
    }

    /// <summary>A command with this text, to be disposed as any: a lasting one where the connection keeps them.</summary>
    public static DbCommand Command(DbConnection connection, string text, DbTransaction? transaction)
    {
        var command = Of.TryGetValue(connection, out var lasting) && lasting.Take(text) is { } taken ? taken : connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        command.Parameters.Clear();
        return command;
    }

    private Statement? Take(string text)
    {
        if (!known.TryGetValue(text, out var statement))
        {
            if (known.Count == Most)
                return null;
            known[text] = statement = new Statement(text, connection);
        }

        return statement.Lend();
    }

    /// <summary>Not disposed by who uses it but with its connection.</summary>
    private sealed class Statement(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        private bool lent;

        /// <summary>Null while it is in use: somebody asks while they read.</summary>
        public Statement? Lend()
        {
            if (lent)
                return null;
            lent = true;
            return this;
        }

        [SuppressMessage("Usage", "CA2215", Justification = "It is ended by its connection.")]
        protected override void Dispose(bool disposing)
        {
            Parameters.Clear();
            lent = false;
        }

        public void End() => base.Dispose(true);
    }

    /// <summary>Puts lasting statements under what the mapper asks.</summary>
    internal sealed class Interceptor : DbCommandInterceptor
    {
        public static readonly Interceptor Instance = new();

        public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
        {
            if (!Of.TryGetValue(result.Connection!, out var lasting) || lasting.Take(result.CommandText) is not { } statement)
                return result;
            statement.Transaction = (SqliteTransaction?)result.Transaction;
            statement.CommandTimeout = result.CommandTimeout;
            var parameters = result.Parameters.Cast<SqliteParameter>().ToArray();
            result.Parameters.Clear();
            statement.Parameters.AddRange(parameters);
            result.Dispose();
            return statement;
        }
    }
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SafeSpace.Testing;

/// <summary>Asks the database, for each query a piece of work makes, how it would find the rows.</summary>
public sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<ConcurrentQueue<string>?> Watching = new();
    private static readonly Lazy<IDisposable> Started = new(() => DiagnosticListener.AllListeners.Subscribe(new QueryPlans()));

    /// <summary>The plans of every query that <paramref name="work"/> made, one text for each. PostgreSQL is told to avoid scans, so that one that is left could not be avoided.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        _ = Started.Value;
        var plans = new ConcurrentQueue<string>();
        Watching.Value = plans;
        try
        {
            await work();
        }
        finally
        {
            Watching.Value = null;
        }

        return [.. plans];
    }

    /// <summary>Plans that read a whole table: SQLite says SCAN, PostgreSQL Seq Scan.</summary>
    public static IEnumerable<string> Scans(IEnumerable<string> plans, params string[] tables) =>
        plans.Where(plan => tables.Any(t => plan.Split('\n').Any(line =>
            line.Contains($"Seq Scan on {t} ", StringComparison.Ordinal)
            || (line.Contains("SCAN", StringComparison.Ordinal) && !line.Contains("USING", StringComparison.Ordinal) && plan.Contains($"FROM \"{t}\" AS \"{Alias(line)}\"", StringComparison.Ordinal)))));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Watching.Value is not { } plans || value.Value is not CommandEventData data || value.Key != RelationalEventId.CommandExecuting.Name)
            return;
        Watching.Value = null;
        try
        {
            plans.Enqueue(Explain(data.Command));
        }
        finally
        {
            Watching.Value = plans;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static string Alias(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts ? parts[Array.IndexOf(parts, "SCAN") + 1] : "";

    private static string Explain(DbCommand asked)
    {
        var lite = asked.Connection is SqliteConnection;
        using var command = asked.Connection!.CreateCommand();
        command.Transaction = asked.Transaction;
        if (!lite)
        {
            command.CommandText = "SET enable_seqscan = off";
            command.ExecuteNonQuery();
        }

        command.CommandText = (lite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + asked.CommandText;
        foreach (DbParameter parameter in asked.Parameters)
            command.Parameters.Add(parameter is ICloneable npgsql ? npgsql.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value));
        var lines = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            lines.Add(reader.GetString(lite ? 3 : 0));
        return string.Join('\n', lines) + "\n" + asked.CommandText;
    }
}

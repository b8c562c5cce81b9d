using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SafeSpace.Core.Data;

/// <summary>
/// One statement for each of many rows, its values by place ($1, $2 …), inside the writer's transaction: on SQLite one after the other,
/// parsed once; on PostgreSQL all in one way to the server and back.
/// </summary>
internal static class EachRow
{
    /// <returns>For each row whether the statement changed anything.</returns>
    public static Task<bool[]> RunAsync(GroupDb db, string statement, IReadOnlyList<object[]> rows)
    {
        if (rows.Count == 0)
            return Task.FromResult<bool[]>([]);
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return db.Database.GetDbConnection() is NpgsqlConnection postgres
            ? AtOnceAsync(postgres, (NpgsqlTransaction?)transaction, statement, rows)
            : Task.FromResult(OneByOne(db.Database.GetDbConnection(), transaction, statement, rows));
    }

    private static async Task<bool[]> AtOnceAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction, string statement, IReadOnlyList<object[]> rows)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        var commands = new NpgsqlBatchCommand[rows.Count];
        for (var row = 0; row < commands.Length; row++)
        {
            batch.BatchCommands.Add(commands[row] = new NpgsqlBatchCommand(statement));
            foreach (var value in rows[row])
                commands[row].Parameters.Add(new NpgsqlParameter { Value = value });
        }

        await batch.ExecuteNonQueryAsync();
        return Array.ConvertAll(commands, c => c.RecordsAffected > 0);
    }

    private static bool[] OneByOne(DbConnection connection, DbTransaction? transaction, string statement, IReadOnlyList<object[]> rows)
    {
        using var command = LastingStatements.Command(connection, statement, transaction);
        for (var i = 1; i <= rows[0].Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"${i}";
            command.Parameters.Add(parameter);
        }

        var changed = new bool[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < rows[row].Length; i++)
                command.Parameters[i].Value = rows[row][i];
            changed[row] = command.ExecuteNonQuery() > 0;
        }

        return changed;
    }
}

using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SafeSpace.Core.Data;

/// <summary>Many rows at once inside the writer's transaction.</summary>
internal static class BulkInsert
{
    public static async Task RunAsync<T>(Unit unit, IReadOnlyList<T> rows) where T : class
    {
        if (rows.Count == 0)
            return;
        var type = unit.Db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not mapped.");
        await RowsAsync(unit.Db, rows);
        if (!typeof(IRecorded).IsAssignableFrom(typeof(T)))
            return;
        var table = type.GetTableName()!;
        foreach (var row in rows)
        {
            unit.Log.Bulk.Add(new RowChange
            {
                Table = table,
                RowId = ((IRecorded)row).RowId,
                About = (row as IAboutPerson)?.About,
                After = row,
                StateHash = RowState.Hash(type, row),
            });
        }
    }

    /// <summary>Rows that are not recorded: the record itself.</summary>
    public static async Task RowsAsync<T>(GroupDb db, IReadOnlyList<T> rows) where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = Columns.GetValue(type, static t => [.. t.GetProperties().Where(p => p.ValueGenerated == ValueGenerated.Never || !p.IsPrimaryKey()).Select(p => new Column(p))]);
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await CopyAsync(postgres, type, columns, rows);
        else
            await InsertAsync(db, type, columns, rows);
    }

    private static readonly ConditionalWeakTable<IEntityType, Column[]> Columns = [];

    private static async Task InsertAsync<T>(GroupDb db, IEntityType type, Column[] columns, IReadOnlyList<T> rows) where T : class
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var insert = $"INSERT INTO \"{type.GetTableName()}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => "$" + i))})";
        await using var command = LastingStatements.Command(connection, insert, db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var i in Enumerable.Range(0, columns.Length))
            command.Parameters.Add(new SqliteParameter("$" + i, null));
        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Length; i++)
                command.Parameters[i].Value = columns[i].Read(row) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, IEntityType type, Column[] columns, IReadOnlyList<T> rows) where T : class
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{type.GetTableName()}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType);
                else
                    await copy.WriteNullAsync();
            }
        }

        await copy.CompleteAsync();
    }

    private static string Names(Column[] columns) => string.Join(", ", columns.Select(c => $"\"{c.Name}\""));

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public string StoreType { get; } = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public object? Read(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return convert is null ? value : convert(value);
        }
    }
}

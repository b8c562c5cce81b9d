using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>
/// One table from one engine to the other, value by value. It knows only how the house keeps values in each engine
/// (identifiers as 16 bytes or uuid, moments as text or timestamptz), so it copies tables of any version.
/// </summary>
internal static class TableCopy
{
    public static async Task ToSqliteAsync(NpgsqlConnection source, SqliteConnection target, string table)
    {
        await using var read = new NpgsqlCommand($"SELECT * FROM \"{table}\"", source);
        await using var reader = await read.ExecuteReaderAsync();
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        await using var filling = target.BeginTransaction();
        await using var insert = target.CreateCommand();
        insert.Transaction = filling;
        insert.CommandText = $"INSERT INTO \"{table}\" ({Quoted(names)}) VALUES ({string.Join(", ", names.Select((_, i) => "$" + i))})";
        for (var i = 0; i < names.Length; i++)
            insert.Parameters.Add(new SqliteParameter("$" + i, null));
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < names.Length; i++)
                insert.Parameters[i].Value = reader.IsDBNull(i) ? DBNull.Value : ForSqlite(reader, i);
            insert.ExecuteNonQuery();
        }

        await filling.CommitAsync();
    }

    public static async Task ToPostgresAsync(SqliteConnection source, NpgsqlConnection target, string schema, string table)
    {
        var columns = await ColumnsAsync(target, schema, table);
        await using (var read = source.CreateCommand())
        {
            read.CommandText = $"SELECT {Quoted(columns.Select(c => c.Name))} FROM \"{table}\"";
            await using var reader = await read.ExecuteReaderAsync();
            await using var copy = await target.BeginBinaryImportAsync($"COPY \"{table}\" ({Quoted(columns.Select(c => c.Name))}) FROM STDIN (FORMAT BINARY)");
            while (await reader.ReadAsync())
            {
                await copy.StartRowAsync();
                for (var i = 0; i < columns.Count; i++)
                {
                    if (reader.IsDBNull(i))
                        await copy.WriteNullAsync();
                    else
                        await copy.WriteAsync(ForPostgres(reader, i, columns[i].Type), columns[i].Type);
                }
            }

            await copy.CompleteAsync();
        }

        foreach (var column in columns.Where(c => c.Counts))
            await CountOnAsync(target, table, column.Name);
    }

    /// <summary>Tables so that a row comes after every row it points at.</summary>
    public static async Task<IReadOnlyList<string>> InOrderAsync(NpgsqlConnection connection, string schema)
    {
        const string sql = """
            SELECT t.tablename, ref.relname FROM pg_tables t
            LEFT JOIN pg_constraint c ON c.contype = 'f' AND c.conrelid = format('%I.%I', t.schemaname, t.tablename)::regclass AND c.confrelid <> c.conrelid
            LEFT JOIN pg_class ref ON ref.oid = c.confrelid
            WHERE t.schemaname = $1 AND t.tablename <> 'schema_version'
            """;
        var needs = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        await using (var command = new NpgsqlCommand(sql, connection))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = schema });
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var table = reader.GetString(0);
                needs.TryAdd(table, []);
                if (!reader.IsDBNull(1))
                    needs[table].Add(reader.GetString(1));
            }
        }

        var order = new List<string>();
        while (needs.Count > 0)
        {
            var ready = needs.Where(n => n.Value.All(order.Contains)).Select(n => n.Key).ToList();
            if (ready.Count == 0)
                throw new InvalidOperationException($"Tables point at each other in a circle: {string.Join(", ", needs.Keys)}");
            order.AddRange(ready);
            ready.ForEach(r => needs.Remove(r));
        }

        return order;
    }

    private static object ForSqlite(NpgsqlDataReader reader, int i) => reader.GetDataTypeName(i) switch
    {
        "uuid" => reader.GetGuid(i).ToByteArray(true),
        "date" => reader.GetFieldValue<DateOnly>(i),
        "timestamp with time zone" => reader.GetDateTime(i),
        "time without time zone" => reader.GetFieldValue<TimeOnly>(i),
        "interval" => reader.GetFieldValue<TimeSpan>(i),
        "json" or "jsonb" => reader.GetString(i),
        "text[]" => System.Text.Json.JsonSerializer.Serialize(reader.GetFieldValue<string[]>(i)),
        _ => reader.GetValue(i),
    };

    private static object ForPostgres(SqliteDataReader reader, int i, string type) => type switch
    {
        "uuid" => new Guid((byte[])reader.GetValue(i), bigEndian: true),
        "bytea" => (byte[])reader.GetValue(i),
        "date" => reader.GetFieldValue<DateOnly>(i),
        "timestamptz" => DateTime.SpecifyKind(DateTime.Parse(reader.GetString(i), CultureInfo.InvariantCulture), DateTimeKind.Utc),
        "time" => reader.GetFieldValue<TimeOnly>(i),
        "interval" => reader.GetTimeSpan(i),
        "bool" => reader.GetBoolean(i),
        "int2" => reader.GetInt16(i),
        "int4" => reader.GetInt32(i),
        "int8" => reader.GetInt64(i),
        "float8" => reader.GetDouble(i),
        "numeric" => reader.GetDecimal(i),
        "_text" => System.Text.Json.JsonSerializer.Deserialize<string[]>(reader.GetString(i))!,
        "text" or "varchar" or "json" or "jsonb" => reader.GetString(i),
        _ => throw new SafeSpaceException($"A backup cannot hold values of the kind \"{type}\"."),
    };

    private static async Task<List<(string Name, string Type, bool Counts)>> ColumnsAsync(NpgsqlConnection connection, string schema, string table)
    {
        await using var command = new NpgsqlCommand(
            "SELECT column_name, udt_name, is_identity = 'YES' FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 ORDER BY ordinal_position", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = schema });
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string, bool)>();
        while (await reader.ReadAsync())
            columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return columns;
    }

    /// <summary>A column that counts by itself goes on after the highest number that was copied.</summary>
    private static async Task CountOnAsync(NpgsqlConnection connection, string table, string column)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT setval(pg_get_serial_sequence('\"{table}\"', '{column}'), (SELECT coalesce(max(\"{column}\"), 0) + 1 FROM \"{table}\"), false)", connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"\"{n}\""));
}

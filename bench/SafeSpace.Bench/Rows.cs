using System.Data.Common;

namespace SafeSpace.Bench;

/// <summary>Every row an SQL sentence finds, however long it takes.</summary>
internal static class Rows
{
    private const int LongestWait = 3600;

    public static async Task<List<object[]>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, LongestWait);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>One SQLite file that holds one group's store.</summary>
internal static class BackupFile
{
    public static string Address(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, ForeignKeys = false }.ToString();

    /// <summary>Sees that the file is whole and holds a group; answers where its chain ends.</summary>
    public static async Task<ChainHead> CheckAsync(string file)
    {
        try
        {
            await using var connection = new SqliteConnection(Address(file));
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync() is not "ok")
                throw new SafeSpaceException("This backup is damaged: parts of it cannot be read.");
            command.CommandText = "SELECT sequence, hash, mac FROM chain_head WHERE id = 1";
            await using var reader = await command.ExecuteReaderAsync();
            if (await reader.ReadAsync())
                return new ChainHead { Id = 1, Sequence = reader.GetInt64(0), Hash = (byte[])reader.GetValue(1), Mac = (byte[])reader.GetValue(2) };
        }
        catch (SqliteException error)
        {
            throw new SafeSpaceException("This file is not a backup of a group, or it is damaged.", error);
        }

        throw new SafeSpaceException("This file is not a backup of a group.");
    }

    /// <summary>Brings a copy of an older version to this one; answers the group's name.</summary>
    public static async Task<string> BringUpToDateAsync(string file)
    {
        await using var db = Context(file);
        var known = db.Database.GetMigrations().ToHashSet();
        if ((await db.Database.GetAppliedMigrationsAsync()).Any(m => !known.Contains(m)))
            throw new SafeSpaceException("This backup was made by a newer version of Safe Space.");
        await StaleLock.ForgetAsync(db);
        await db.Database.MigrateAsync();
        return await db.Profile.AsNoTracking().Select(p => p.Name).SingleAsync();
    }

    public static GroupDb Context(string file)
    {
        var options = new DbContextOptionsBuilder<GroupDb>();
        options.UseSqlite(Address(file), o => o.MigrationsAssembly("SafeSpace.Migrations.Sqlite").MigrationsHistoryTable("schema_version"));
        return new GroupDb(options.Options);
    }

    public static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public static void MakeDurable(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }
}

using System.Globalization;
using Microsoft.Data.Sqlite;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Network.Backup;

/// <summary>Copies of a store that is a file: page by page while it serves, and back by a rename.</summary>
internal static class SqliteCopies
{
    public static async Task TakeAsync(SqliteEngine engine, string store, string file)
    {
        await using var source = (SqliteConnection)engine.Connect(store, Lane.Reading);
        await engine.OpenAsync(source, store);
        PrivateFile.Begin(file);
        await using var target = new SqliteConnection(BackupFile.Address(file));
        await target.OpenAsync();
        source.BackupDatabase(target);
        // The copy is one file: no log beside it.
        await BackupFile.RunAsync(target, "PRAGMA journal_mode=DELETE");
    }

    /// <summary>Answers where the old file is kept.</summary>
    public static async Task<string?> ReplaceAsync(SqliteEngine engine, string store, string staged, DateTime now)
    {
        var file = engine.FileOf(store);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // All that may fail for want of room comes before the old store is touched.
        await KeepLogAsync(staged);
        BackupFile.MakeDurable(staged);
        string? kept = null;
        if (File.Exists(file))
        {
            await SettleAsync(engine, store, file);
            kept = $"{file}.before-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
            File.Move(file, kept);
        }

        File.Delete(file + "-wal");
        File.Delete(file + "-shm");
        try
        {
            File.Move(staged, file);
        }
        catch when (kept is not null)
        {
            File.Move(kept, file);
            await KeepLogAsync(file);
            throw;
        }

        return kept;
    }

    /// <summary>The mode in which nobody who reads waits for who writes; the file says it of itself.</summary>
    private static async Task KeepLogAsync(string file)
    {
        await using var connection = new SqliteConnection(BackupFile.Address(file));
        await connection.OpenAsync();
        await BackupFile.RunAsync(connection, "PRAGMA journal_mode=WAL");
    }

    /// <summary>Takes everything into the one file. SQLite lets nobody leave the log mode while another program has the store open: so none has.</summary>
    private static async Task SettleAsync(SqliteEngine engine, string store, string file)
    {
        engine.Rest(store);
        try
        {
            await using var alone = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 2 }.ToString());
            await alone.OpenAsync();
            await BackupFile.RunAsync(alone, "PRAGMA busy_timeout=2000");
            await BackupFile.RunAsync(alone, "PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 5 or 6)
        {
            throw new SafeSpaceException("The store is in use. Stop the application first, then restore.", error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is 11 or 26)
        {
            // The old file is damaged: it is kept as it is, which may be why it is being replaced.
            System.Diagnostics.Debug.WriteLine(error.Message);
        }
    }
}

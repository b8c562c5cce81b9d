using SafeSpace.Core.Data;

namespace SafeSpace.Core.Network.Backup;

/// <summary>What each engine does to copy a store out and in.</summary>
internal static class EngineCopies
{
    extension(Engine engine)
    {
        /// <summary>Writes the store, as it is at one moment, to a SQLite file that is not there yet.</summary>
        public Task CopyToFileAsync(string store, string file) => engine is SqliteEngine sqlite
            ? SqliteCopies.TakeAsync(sqlite, store, file)
            : PostgresCopies.TakeAsync((PostgresEngine)engine, store, file);

        /// <summary>Puts a checked SQLite file of this version in the store's place; answers where the old store is kept.</summary>
        public Task<string?> ReplaceAsync(string store, string staged, DateTime now) => engine is SqliteEngine sqlite
            ? SqliteCopies.ReplaceAsync(sqlite, store, staged, now)
            : PostgresCopies.ReplaceAsync((PostgresEngine)engine, store, staged, now);
    }
}

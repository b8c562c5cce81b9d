using Microsoft.EntityFrameworkCore;

namespace SafeSpace.Core.Network.Backup;

/// <summary>
/// On SQLite the mapper's lock of migrations is a row that only its own end takes away. After a kill or a power cut the next would wait for it
/// for ever, and so would whoever restores a copy with it. Called by who is alone with the store by another lock.
/// </summary>
internal static class StaleLock
{
    public static async Task ForgetAsync(DbContext db)
    {
        if (!db.Database.IsSqlite())
            return;
        if (await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync() > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"");
    }
}

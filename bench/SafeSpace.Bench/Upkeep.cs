using System.Diagnostics;
using SafeSpace.Core;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Bench;

/// <summary>Back up while serving; verify everything.</summary>
internal static class Upkeep
{
    public static async Task RunAsync(BenchSite site)
    {
        var clock = Stopwatch.StartNew();
        var made = await new Backups(site.Stores).MakeAsync(site.Store.Slug, Path.Combine(site.Folder, "bench-backup.db"));
        BenchSite.Say($"Back up: {clock.Elapsed.TotalSeconds:0.00} s, {made.Bytes / 1_000_000.0:0.0} MB");
        clock.Restart();
        var found = await new StoreCheck(site.Stores, House.Recounts).RunAsync(site.Store.Slug);
        BenchSite.Say($"Verify: {clock.Elapsed.TotalSeconds:0.00} s, {found.Rows:#,0} rows, {found.Operations:#,0} operations, {(found.IsSound ? "sound" : string.Join(" ", found.Problems))}");
    }
}

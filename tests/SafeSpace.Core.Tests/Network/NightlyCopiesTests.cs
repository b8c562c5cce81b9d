using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Network.Backup;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Network;

public sealed class NightlyCopiesTests
{
    /// <summary>What the page says of somebody who was erased: by that day no copy of before is kept, and on no day before it is that sure.</summary>
    [Theory]
    [InlineData("2026-03-10", 7, 5, 12)]
    [InlineData("2026-01-31", 7, 5, 12)]
    [InlineData("2026-02-01", 3, 0, 0)]
    [InlineData("2026-03-01", 1, 4, 2)]
    public void GoneBy_IsTheFirstDay_OnWhichNoCopyOfBeforeIsKept(string erased, int days, int weeks, int months)
    {
        var day = DateOnly.Parse(erased, System.Globalization.CultureInfo.InvariantCulture);
        var plan = new CopyPlan { Days = days, Weeks = weeks, Months = months };
        var kept = new HashSet<DateOnly>(Enumerable.Range(0, 900).Select(n => day.AddDays(-n)));
        kept.IntersectWith(plan.Keep(kept));
        var first = day;
        while (kept.Any(night => night <= day))
        {
            first = first.AddDays(1);
            kept.Add(first);
            kept.IntersectWith(plan.Keep(kept));
        }

        Assert.Equal(first, plan.GoneBy(day));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Night_IsCopiedOnce_UnderTheGroupsKey_AndGoesBack(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewFilledGroupAsync(10, 40);
        var copies = new NightlyCopies(folder.Stores, new CopyPlan());
        await copies.RunAsync(store);
        await copies.RunAsync(store);

        var made = Assert.Single(await RunsAsync(folder, CareKind.Copy));
        Assert.True(made.WentWell);
        Assert.Equal(new DateOnly(2026, 3, 10), made.Night);
        Assert.Equal(new FileInfo(made.File!).Length, made.Bytes);
        Assert.Equal(made.File, Assert.Single(Directory.GetFiles(copies.Folder, "*", SearchOption.AllDirectories)));
        // A number of somebody stands plain in the store, and not in the copy.
        await using (var db = await store.ReadAsync())
        {
            var number = await db.Set<SafeSpace.Core.Register.Person>().Select(p => p.Surname).FirstAsync(s => s != null);
            Assert.False(Contains(await File.ReadAllBytesAsync(made.File!, TestContext.Current.CancellationToken), number!));
        }

        folder.Clock.Advance(TimeSpan.FromDays(1));
        await store.InventAsync(3, 3);
        await folder.Stores.CloseAsync(store.Slug);
        SqliteConnection.ClearAllPools();
        var back = await new Backups(folder.Stores).RestoreAsync(store.Slug, made.File!);
        Assert.Equal(made.Sequence, back.Sequence);
        Assert.Empty((await new StoreCheck(folder.Stores, House.Recounts).RunAsync(store.Slug)).Problems);
    }

    [Fact]
    public async Task Night_BeforeTheHour_IsStillYesterdays()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewGroupAsync();
        var copies = new NightlyCopies(folder.Stores, new CopyPlan());
        await copies.RunAsync(store); // Tuesday at 17:00
        folder.Clock.SetUtcNow(new(2026, 3, 11, 2, 59, 0, TimeSpan.Zero));
        await copies.RunAsync(store);
        Assert.Single(await RunsAsync(folder, CareKind.Copy));
        folder.Clock.SetUtcNow(new(2026, 3, 11, 3, 0, 0, TimeSpan.Zero));
        await copies.RunAsync(store);
        Assert.Equal([new(2026, 3, 11), new DateOnly(2026, 3, 10)], (await RunsAsync(folder, CareKind.Copy)).Select(r => r.Night));
    }

    [Fact]
    public async Task Copies_OfManyNights_AreThinnedOut()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewGroupAsync();
        var copies = new NightlyCopies(folder.Stores, new CopyPlan { Days = 3, Weeks = 2, Months = 2 });
        for (var night = 0; night < 40; night++)
        {
            await copies.RunAsync(store);
            folder.Clock.Advance(TimeSpan.FromDays(1));
        }

        var runs = await RunsAsync(folder, CareKind.Copy);
        Assert.Equal(40, runs.Count);
        // The last night is 18 April, a Saturday: three nights; the Sunday before as the newest of its week; 31 March as the newest of its month.
        DateOnly[] kept = [new(2026, 4, 18), new(2026, 4, 17), new(2026, 4, 16), new(2026, 4, 12), new(2026, 3, 31)];
        Assert.Equal(kept, runs.Where(r => r.RemovedAt is null).Select(r => r.Night));
        Assert.Equal(kept.Length, Directory.GetFiles(copies.Folder, "*", SearchOption.AllDirectories).Length);
        Assert.All(runs, r => Assert.Equal(r.RemovedAt is null, File.Exists(r.File)));
    }

    [Fact]
    public async Task Copy_ThatCannotBeWritten_SaysSo_AndIsTriedAgainAfterAnHour()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewGroupAsync();
        var blocked = Path.Combine(folder.Folder, "a-file");
        await File.WriteAllTextAsync(blocked, "", TestContext.Current.CancellationToken);
        var copies = new NightlyCopies(folder.Stores, new CopyPlan { Folder = blocked });
        await Assert.ThrowsAnyAsync<IOException>(() => copies.RunAsync(store));
        await copies.RunAsync(store); // too soon: not tried
        var failed = Assert.Single(await RunsAsync(folder, CareKind.Copy));
        Assert.StartsWith("The file could not be written or read", failed.Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Folder, "copying-*"));
        File.Delete(blocked);
        folder.Clock.Advance(TimeSpan.FromHours(1));
        await copies.RunAsync(store);
        Assert.Equal([true, false], (await RunsAsync(folder, CareKind.Copy)).Select(r => r.WentWell));
    }

    [Fact]
    public async Task Nodes_TwoAtOnce_MakeOneCopy()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Postgres);
        var store = await folder.NewGroupAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new NightlyCopies(folder.Stores, new CopyPlan()).RunAsync(store)));
        Assert.Single(await RunsAsync(folder, CareKind.Copy));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Drill_PutsTheNewestCopyUp_ChecksIt_AndLeavesNothing(EngineKind engine)
    {
        await using var folder = await TestStores.OpenAsync(engine);
        var store = await folder.NewFilledGroupAsync(10, 40);
        var (copies, drills) = (new NightlyCopies(folder.Stores, new CopyPlan()), new RestoreDrills(folder.Stores, new CopyPlan()));
        await drills.RunAsync(store); // nothing to try yet
        Assert.Empty(await RunsAsync(folder, CareKind.Drill));
        await copies.RunAsync(store);
        await drills.RunAsync(store);
        await drills.RunAsync(store);
        var drill = Assert.Single(await RunsAsync(folder, CareKind.Drill));
        Assert.True(drill.WentWell, drill.Problem);
        Assert.True(drill.Rows > 50);
        Assert.Empty(Directory.GetDirectories(folder.Folder, "drill-*"));
        folder.Clock.Advance(TimeSpan.FromDays(30));
        await drills.RunAsync(store);
        Assert.Equal(2, (await RunsAsync(folder, CareKind.Drill)).Count);
    }

    [Theory]
    [InlineData(40, "made with another key, or it is damaged")]
    [InlineData(-1, "made with another key, or it is damaged")]
    [InlineData(null, "is not there any more")]
    public async Task Drill_OfADamagedCopy_SaysSo(int? at, string says)
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewFilledGroupAsync(5, 10);
        await new NightlyCopies(folder.Stores, new CopyPlan()).RunAsync(store);
        var file = Assert.Single(await RunsAsync(folder, CareKind.Copy)).File!;
        if (at is null)
            File.Delete(file);
        else
            Damage(file, at.Value);
        await Assert.ThrowsAsync<SafeSpaceException>(() => new RestoreDrills(folder.Stores, new CopyPlan()).RunAsync(store));
        Assert.Contains(says, Assert.Single(await RunsAsync(folder, CareKind.Drill)).Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(folder.Folder, "drill-*"));
    }

    [Fact]
    public async Task Drill_OfACopyThatWasChangedBeforeItWasSealed_SaysSo()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var store = await folder.NewFilledGroupAsync(5, 10);
        await using (var db = await store.ReadAsync())
            await db.Database.ExecuteSqlRawAsync("UPDATE contact SET minutes = 99 WHERE minutes <> 99 OR minutes IS NULL");
        await new NightlyCopies(folder.Stores, new CopyPlan()).RunAsync(store);
        await Assert.ThrowsAsync<SafeSpaceException>(() => new RestoreDrills(folder.Stores, new CopyPlan()).RunAsync(store));
        Assert.Contains("is not as it was recorded", Assert.Single(await RunsAsync(folder, CareKind.Drill)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_CutAtAPiece_DoesNotOpen()
    {
        await using var folder = await TestStores.OpenAsync(EngineKind.Sqlite);
        var (plain, box, open) = (Path.Combine(folder.Folder, "plain"), Path.Combine(folder.Folder, "box"), Path.Combine(folder.Folder, "open"));
        var words = new byte[(2 << 20) + 17];
        Random.Shared.NextBytes(words);
        var key = new byte[32];
        await File.WriteAllBytesAsync(plain, words, TestContext.Current.CancellationToken);
        SealedCopy.Seal(key, plain, box);
        SealedCopy.Open(key, box, open);
        Assert.Equal(words, await File.ReadAllBytesAsync(open, TestContext.Current.CancellationToken));
        using (var file = File.OpenWrite(box))
            file.SetLength(file.Length - 17 - 16); // the last piece whole: what is left is whole pieces
        Assert.Throws<SafeSpaceException>(() => SealedCopy.Open(key, box, open));
        Assert.False(File.Exists(open));
    }

    private static async Task<IReadOnlyList<CareRun>> RunsAsync(TestStores folder, CareKind kind)
    {
        await using var network = await folder.Stores.NetworkAsync();
        return await network.CareRuns.AsNoTracking().Where(r => r.Kind == kind).OrderByDescending(r => r.StartedAt).ToListAsync();
    }

    private static void Damage(string file, int at)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.Position = at < 0 ? stream.Length + at : at;
        var was = stream.ReadByte();
        stream.Position--;
        stream.WriteByte((byte)(was ^ 1));
    }

    private static bool Contains(byte[] bytes, string text) => bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
}

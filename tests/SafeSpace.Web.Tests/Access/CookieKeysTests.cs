using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Shared;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;
using SafeSpace.Web.Tests.Cli;

namespace SafeSpace.Web.Tests.Access;

/// <summary>Who reads the network store can make no ticket: the keys of cookies are sealed in it with a key that lies elsewhere.</summary>
public sealed class CookieKeysTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatTheStoreHolds_IsSealed_AndAnotherNodeReadsIt(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var peer = await (await site.NewGroupAsync()).SignInAsync(Role.Peer);

        Assert.NotEmpty(await RowsAsync(site));
        Assert.All(await RowsAsync(site), row => Assert.DoesNotContain("<", row, StringComparison.Ordinal));
        Assert.Contains(await new CookieKeys(site.Stores).ReadAsync(), xml => xml.Contains("masterKey", StringComparison.Ordinal));
        var beside = await TestSite.BesideAsync(site);
        Assert.Equal("/me", await WhereAsync(beside, peer));
        await NotInTheFilesAsync(site, "masterKey");
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile(site)));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task WhatAnOlderVersionLeftOpen_IsSealedAtTheStart_AndNobodyIsSignedOut(EngineKind engine)
    {
        var site = await TestSite.NewAsync(engine);
        var peer = await (await site.NewGroupAsync()).SignInAsync(Role.Peer);
        var open = await new CookieKeys(site.Stores).ReadAsync();
        await using (var db = await site.Stores.NetworkAsync())
        {
            await db.CookieKeys.Where(k => k.Name == "which key").ExecuteDeleteAsync(); // it had none
            var rows = await db.CookieKeys.ToListAsync();
            for (var row = 0; row < rows.Count; row++)
                rows[row].Xml = open[row];
            await db.SaveChangesAsync();
        }

        File.Delete(KeyFile(site));

        var newer = await TestSite.BesideAsync(site);

        Assert.All(await RowsAsync(site), row => Assert.StartsWith("sealed ", row, StringComparison.Ordinal));
        Assert.Equal(open, await new CookieKeys(site.Stores).ReadAsync());
        Assert.Equal("/me", await WhereAsync(newer, peer));
        await NotInTheFilesAsync(site, "masterKey");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WithoutTheKey_OrWithAnother_ItSaysSo_AndMakesNoNewOne(bool another)
    {
        var site = await TestSite.NewAsync(EngineKind.Sqlite);
        var peer = await (await site.NewGroupAsync()).SignInAsync(Role.Peer);
        var before = await RowsAsync(site);
        File.Delete(KeyFile(site));
        if (another)
            await File.WriteAllTextAsync(KeyFile(site), new string('a', 64));

        var refused = await Assert.ThrowsAsync<SafeSpaceException>(() => TestSite.BesideAsync(site));

        Assert.Contains("keys/network.key", refused.Message, StringComparison.Ordinal);
        Assert.Contains("SAFESPACE_KEY_NETWORK", refused.Message, StringComparison.Ordinal);
        Assert.Equal(another, File.Exists(KeyFile(site)));
        Assert.Equal(before, await RowsAsync(site));

        // It is lost: the sentence says what to do.
        var run = await Run.OfAsync(site.Folder, "key", "cookies", "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal(before.Count - 1, run.Json.GetProperty("forgotten").GetInt32()); // one row only says which key it is
        var afresh = await TestSite.BesideAsync(site);
        Assert.StartsWith("/sign-in", await WhereAsync(afresh, peer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoNodesThatStartAtOnce_EachWithAKeyOfItsOwn_OneIsTold()
    {
        await using var here = await TestStores.OpenAsync(EngineKind.Postgres);
        var folder = Directory.CreateTempSubdirectory("safespace-test-").FullName;
        await using var there = Core.House.Open(folder, here.Database, here.Clock);

        var told = await Task.WhenAll(SaidAsync(here.Stores), SaidAsync(there));

        Assert.Contains("keys/network.key", Assert.Single(told.OfType<string>()), StringComparison.Ordinal);
        Assert.Equal(told, await Task.WhenAll(SaidAsync(here.Stores), SaidAsync(there)));
        Directory.Delete(folder, recursive: true);

        static async Task<string?> SaidAsync(Stores stores)
        {
            try
            {
                await new CookieKeys(stores).PrepareAsync();
                return null;
            }
            catch (SafeSpaceException refused)
            {
                return refused.Message;
            }
        }
    }

    [Fact]
    public async Task TheInstallationsKey_WrittenWrong_IsSaidBeforeAnybodyIsServed()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        Directory.CreateDirectory(Path.Combine(stores.Folder, "keys"));
        await File.WriteAllTextAsync(Path.Combine(stores.Folder, "keys", "network.key"), "abc", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SafeSpaceException>(() => new CookieKeys(stores.Stores).PrepareAsync());

        Assert.Equal("The key of the installation is not 64 hexadecimal digits.", refused.Message);
    }

    /// <summary>Where somebody comes to at another node with the cookies they have.</summary>
    private static async Task<string> WhereAsync(TestSite node, Visitor who)
    {
        var there = new Visitor(node, who.PathBase);
        there.TakeCookiesOf(who, who.PathBase);
        return (await there.GetAsync("/me")).Path;
    }

    private static string KeyFile(TestSite site) => Path.Combine(site.Folder.Folder, "keys", "network.key");

    private static async Task<List<string>> RowsAsync(TestSite site)
    {
        await using var db = await site.Stores.NetworkAsync();
        return await db.CookieKeys.OrderBy(k => k.Id).Select(k => k.Xml).ToListAsync();
    }

    /// <summary>On SQLite: neither in the store nor in what lies beside it.</summary>
    private static async Task NotInTheFilesAsync(TestSite site, string words)
    {
        foreach (var file in Directory.GetFiles(site.Folder.Folder, "network.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(words, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}

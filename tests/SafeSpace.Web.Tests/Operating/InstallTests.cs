using System.Diagnostics;
using System.IO.Compression;

namespace SafeSpace.Web.Tests.Operating;

/// <summary><c>deploy/install.sh</c>, below a folder of its own: installed, brought forward with a store of the first version in it, and back again.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("safespace-install-").FullName;

    [Fact]
    public async Task Installed_BroughtForward_AndBack_TheStoreIsWholeEachTime()
    {
        Assert.Contains("Nothing is installed here.", await RunAsync(1, Script, "--root", root, "--back"), StringComparison.Ordinal);

        Assert.Contains("Now make a group", await InstallAsync(), StringComparison.Ordinal);
        var first = Current();
        await RunAsync(0, Command, "group", "add", "new-town", "--name", "New Town");
        Assert.Contains("new-town", await RunAsync(0, Command, "group", "list"), StringComparison.Ordinal);
        Assert.Equal("700", (await RunAsync(0, "stat", "-c", "%a", Below("var/lib/safespace"))).Trim());
        Assert.Equal("600", (await RunAsync(0, "stat", "-c", "%a", Below("var/lib/safespace/keys/new-town.key"))).Trim());
        Assert.Contains("no version before", await RunAsync(1, Script, "--root", root, "--back"), StringComparison.Ordinal);

        await LayOldStoreAsync();
        await File.AppendAllTextAsync(Below("etc/safespace/safespace.env"), "# ours\n");
        Assert.DoesNotContain("Now make a group", await InstallAsync(), StringComparison.Ordinal);
        var second = Current();
        Assert.NotEqual(first, second);
        Assert.Contains("# ours", await File.ReadAllTextAsync(Below("etc/safespace/safespace.env")), StringComparison.Ordinal);
        Assert.Contains("demo-before-migrating-", await File.ReadAllTextAsync(Below("opt/safespace/current/copies")), StringComparison.Ordinal);
        Assert.Contains("75 people", await RunAsync(0, Command, "verify", "--group", "demo"), StringComparison.Ordinal);

        await MakeOlderAsync(first);
        var back = await RunAsync(0, Script, "--root", root, "--back");
        Assert.Equal(first, Current());
        Assert.Contains("1 keys of cookies are gone.", back, StringComparison.Ordinal);
        Assert.Equal(0L, await InNetworkAsync("SELECT count(*) FROM cookie_key"));
        Assert.Contains("Restored \"demo\"", back, StringComparison.Ordinal);
        Assert.Contains("The store that was there is kept", back, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("75 people", await RunAsync(0, Command, "verify", "--group", "demo"), StringComparison.Ordinal);
        Assert.Contains("is sound", await RunAsync(0, Command, "verify", "--group", "new-town"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoresThatCannotBeBroughtForward_KeepTheVersionBefore()
    {
        await InstallAsync();
        var first = Current();
        await RunAsync(0, Command, "group", "add", "new-town", "--name", "New Town");
        await LayOldStoreAsync();
        await RunAsync(0, Command, "group", "add", "zebra", "--name", "Zebra"); // comes after demo, which is brought forward before
        await File.WriteAllTextAsync(Below("var/lib/safespace/groups/zebra.db"), "no store at all");
        File.Delete(Below("var/lib/safespace/groups/zebra.db-wal"));

        var said = await RunAsync(1, Script, "--root", root, "--from", Built());
        Assert.Contains("Restored \"demo\"", said, StringComparison.Ordinal);
        Assert.Contains($"{first} goes on.", said, StringComparison.Ordinal);
        Assert.Equal(first, Current());
        Assert.Equal([first], Directory.GetDirectories(Below("opt/safespace/versions")).Select(d => Path.GetFileName(d)));
        Assert.Contains("is sound", await RunAsync(0, Command, "verify", "--group", "new-town"), StringComparison.Ordinal);
    }

    /// <summary>The line to the machine broke when the store was of the new version and the old program still in its place.</summary>
    [Fact]
    public async Task CutOffHalfWay_RunAgain_KnowsTheCopiesOfTheFirstTry_AndBack_PutsThemBack()
    {
        await InstallAsync();
        var first = Current();
        await RunAsync(0, Command, "group", "add", "new-town", "--name", "New Town");
        await LayOldStoreAsync();
        await CutOffAsync(first);

        await InstallAsync();
        Assert.NotEqual(first, Current());
        Assert.False(Directory.Exists(Below("opt/safespace/versions/half-way")));
        Assert.False(File.Exists(Below("opt/safespace/upgrading")));
        var copies = await File.ReadAllTextAsync(Below("opt/safespace/current/copies"));
        Assert.Contains("demo-before-migrating-", copies, StringComparison.Ordinal);

        await RunAsync(0, "touch", "-d", "3 days ago", copies.Trim());
        Assert.Contains("--back --yes", await RunAsync(1, Script, "--root", root, "--back"), StringComparison.Ordinal);
        Assert.Contains("Restored \"demo\"", await RunAsync(0, Script, "--root", root, "--back", "--yes"), StringComparison.Ordinal);
        Assert.Equal(first, Current());

        await CutOffAsync(first, copied: copies.Trim());
        var back = await RunAsync(0, Script, "--root", root, "--back");
        Assert.Contains("half-way in", back, StringComparison.Ordinal);
        Assert.Contains("Restored \"demo\"", back, StringComparison.Ordinal);
        Assert.Contains("75 people", await RunAsync(0, Command, "verify", "--group", "demo"), StringComparison.Ordinal);
    }

    private async Task CutOffAsync(string before, string? copied = null)
    {
        Directory.CreateDirectory(Below("opt/safespace/versions/half-way"));
        await File.WriteAllTextAsync(Below("opt/safespace/upgrading"), $"{before} half-way\n");
        await Task.Delay(50);
        if (copied is null)
            await RunAsync(0, Command, "migrate");
        else
            await RunAsync(0, "touch", copied);
    }

    /// <summary>The service takes the settings as they stand; so does the command, and what they hold is carried out by neither.</summary>
    [Fact]
    public async Task Settings_AreReadAndNotCarriedOut_AndTheEnvironmentGoesFirst()
    {
        await InstallAsync();
        var (elsewhere, planted) = (Below("elsewhere"), Below("planted"));
        await File.AppendAllTextAsync(Below("etc/safespace/safespace.env"), $"Reminders__SmtpPassword=a$b;touch {planted}\nSAFESPACE_DATA='{elsewhere}'\n");
        await RunAsync(0, Command, "group", "add", "new-town", "--name", "New Town");
        Assert.True(File.Exists(Path.Combine(elsewhere, "groups", "new-town.db")));
        Assert.Contains("new-town", await RunAsync(0, Command, "group", "list"), StringComparison.Ordinal);
        Assert.DoesNotContain("new-town", await RunAsync(0, "env", $"SAFESPACE_DATA={Below("var/lib/safespace")}", Command, "group", "list"), StringComparison.Ordinal);
        await InstallAsync();
        Assert.False(File.Exists(planted));
    }

    [Fact]
    [Trait("Part", "Long")]
    public async Task ThreeVersionsAreKept_TheOneThatRunsAndTheOneBeforeAmongThem()
    {
        var installed = new List<string>();
        for (var time = 0; time < 4; time++)
        {
            await InstallAsync();
            installed.Add(Current());
        }

        Assert.Equal(installed.TakeLast(3), Directory.GetDirectories(Below("opt/safespace/versions")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WrongWords_SayHowItIsUsed() => Assert.Contains("sudo deploy/install.sh", await RunAsync(2, Script, "--sideways"), StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string Command => Below("usr/local/bin/safespace");

    private static string Script => Path.Combine(Repository(), "deploy", "install.sh");

    private string Below(string path) => Path.Combine(root, path);

    private string Current() => Path.GetFileName(File.ResolveLinkTarget(Below("opt/safespace/current"), returnFinalTarget: true)!.FullName);

    private Task<string> InstallAsync() => RunAsync(0, Script, "--root", root, "--from", Built());

    /// <summary>A group of the first version, as if it had been here from the start.</summary>
    private async Task LayOldStoreAsync()
    {
        var data = Below("var/lib/safespace");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "OldStores", "0.1-first.key"), Path.Combine(data, "keys", "demo.key"));
        await using (var packed = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "OldStores", "0.1-first.db.gz")), CompressionMode.Decompress))
        await using (var store = File.Create(Path.Combine(data, "groups", "demo.db")))
            await packed.CopyToAsync(store);
        await InNetworkAsync("INSERT INTO \"group\" (slug, name, added_at) VALUES ('demo', 'Riverside Safe Space', '2026-01-01 00:00:00')");
    }

    /// <summary>From now on a version installed before knows of no sealed keys of cookies, and there is one.</summary>
    private async Task MakeOlderAsync(string version)
    {
        var program = Below($"opt/safespace/versions/{version}/SafeSpace.Web");
        await RunAsync(0, "mv", program, program + ".itself");
        await File.WriteAllTextAsync(program, "#!/bin/sh\nif [ \"$1 $2\" = \"key --help\" ]; then echo rotate; exit; fi\nexec \"$0.itself\" \"$@\"\n");
        await RunAsync(0, "chmod", "755", program);
        await InNetworkAsync("INSERT INTO cookie_key (name, xml) VALUES ('key-1', 'sealed AAAA')");
    }

    private async Task<object?> InNetworkAsync(string sql)
    {
        await using var network = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Below("var/lib/safespace/network.db")};Pooling=False");
        await network.OpenAsync();
        await using var command = network.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    private static async Task<string> RunAsync(int code, string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await process.WaitForExitAsync(patience.Token);
        var said = await output + await error;
        Assert.True(process.ExitCode == code, $"{Path.GetFileName(program)} {string.Join(' ', words)} ended with {process.ExitCode}: {said}");
        return said;
    }

    /// <summary>What the solution's build made of the program, with its web files beside it as when published.</summary>
    private static string Built()
    {
        var built = Path.Combine(Repository(), "src", "SafeSpace.Web", "bin", "Release", "net10.0");
        return Directory.Exists(built) ? built : throw new DirectoryNotFoundException(built);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SafeSpace.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}

using System.CommandLine;
using SafeSpace.Core;
using SafeSpace.Core.Network;

namespace SafeSpace.Web.Cli;

/// <summary>The options every command takes: where the stores are.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string?> data = new("--data") { Description = "Folder for keys, files and (on SQLite) stores; or SAFESPACE_DATA. Default: ./data" };
    private readonly Option<string?> database = new("--database") { Description = "PostgreSQL connection; or SAFESPACE_DATABASE. Without it: SQLite in the data folder." };

    public StoreOptions(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(database);
    }

    public string DataFolder(ParseResult parsed) =>
        Path.GetFullPath(parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("SAFESPACE_DATA") ?? "data");

    public string? Database(ParseResult parsed) => parsed.GetValue(database) ?? Environment.GetEnvironmentVariable("SAFESPACE_DATABASE");

    public async Task<Stores> OpenAsync(ParseResult parsed, bool olderToo = false)
    {
        var stores = House.Open(DataFolder(parsed), Database(parsed), TimeProvider.System);
        await stores.PrepareAsync(olderToo);
        return stores;
    }
}

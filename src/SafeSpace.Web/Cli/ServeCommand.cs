using System.CommandLine;

namespace SafeSpace.Web.Cli;

internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Make()
    {
        var command = new Command(Name, "Runs the application.");
        var stores = new StoreOptions(command);
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://localhost:5080" };
        command.Options.Add(urls);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = await WebHost.BuildAsync(new WebHostOptions(stores.DataFolder(parsed), stores.Database(parsed)) { Urls = parsed.GetValue(urls) });
            await ServeAsync(app, cancel);
            return 0;
        });
        return command;
    }

    /// <summary>Runs until it is stopped. An address that is taken is one sentence, not a crash.</summary>
    public static async Task ServeAsync(WebApplication app, CancellationToken cancel)
    {
        try
        {
            await app.RunAsync(cancel);
        }
        catch (IOException error) when (error.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new Core.Shared.SafeSpaceException($"Something else listens there already: {error.Message}", error);
        }
    }
}

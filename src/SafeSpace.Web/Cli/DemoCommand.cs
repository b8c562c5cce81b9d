using System.CommandLine;
using System.Security.Cryptography;
using SafeSpace.Core;
using SafeSpace.Core.Jobs.Demonstration;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Cli;

internal static class DemoCommand
{
    public const string Name = "demo";

    public static Command Make()
    {
        var command = new Command(Name, "Makes a demonstration group of invented people, fresh, and serves it on this machine.");
        var port = new Option<int>("--port") { Description = "Where to listen.", DefaultValueFactory = _ => 5080 };
        port.MustBe<int>(n => n is >= 1 and <= 65535, "--port must be from 1 to 65535.");
        var data = new Option<string?>("--data") { Description = "An empty folder for it. Default: a temporary one, removed at the end." };
        var password = new Option<string?>("--password") { Description = "The password of every account, 12 characters or more. Default: a new one, printed." };
        var small = new Option<bool>("--small") { Description = "60 people in half a year instead of 1,000 in a year and a half." };
        foreach (var option in new Option[] { port, data, password, small })
            command.Options.Add(option);
        var json = Answers.Json(command);
        command.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(port), parsed.GetValue(data), parsed.GetValue(password), parsed.GetValue(small), json, cancel));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, int port, string? data, string? password, bool small, Option<bool> json, CancellationToken cancel)
    {
        if (password is { Length: < 12 })
            throw new SafeSpaceException("The password must have 12 characters or more.");
        if (data is not null && Directory.Exists(data) && Directory.EnumerateFileSystemEntries(data).Any())
            throw new SafeSpaceException($"The folder {data} is not empty. Choose a new one: the demonstration starts fresh.");
        var folder = data is null ? Directory.CreateTempSubdirectory("safespace-demo-").FullName : Path.GetFullPath(data);
        password ??= "try-" + RandomNumberGenerator.GetHexString(10, lowercase: true);
        try
        {
            await using (var stores = House.Open(folder, database: null, TimeProvider.System))
            {
                using var line = ProgressLine.For(parsed.Error(), "Inventing people");
                await new DemonstrationGroup(stores).MakeAsync(password, small, line.Report, cancel);
            }

            await using var app = await WebHost.BuildAsync(new WebHostOptions(folder, Database: null) { Urls = $"http://localhost:{port}" }, Quiet);
            app.Lifetime.ApplicationStarted.Register(() => Say(parsed, json, port, password));
            await ServeCommand.ServeAsync(app, cancel);
            return 0;
        }
        finally
        {
            if (data is null)
                Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The sign-ins stay on the screen: only what goes wrong is said after them.</summary>
    private static void Quiet(WebApplicationBuilder builder) =>
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);

    private static void Say(ParseResult parsed, Option<bool> json, int port, string password)
    {
        var address = $"http://localhost:{port}/{DemonstrationGroup.Slug}/";
        parsed.AnswerAsync(
            json,
            new { address, group = DemonstrationGroup.Slug, sign_ins = DemonstrationGroup.SignIns.Select(one => new { email = one.Email, role = one.Role.ToString().ToLowerInvariant(), password }) },
            [
                $"The demonstration is at {address} (nobody in it is real). Sign in as:",
                .. DemonstrationGroup.SignIns.Select(one => $"  {one.Email,-28} {password}"),
                "Stop it with Ctrl+C.",
            ]).GetAwaiter().GetResult();
        parsed.Out().Flush();
    }
}

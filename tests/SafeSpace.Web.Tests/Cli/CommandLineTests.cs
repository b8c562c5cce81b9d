using Microsoft.Extensions.Logging;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Cli;

public sealed class CommandLineTests
{
    private static readonly string[] Commands = ["demo", "serve", "backup", "restore", "verify", "migrate", "generate", "import"];

    [Fact]
    public async Task Help_names_every_command_and_each_has_help_of_its_own()
    {
        var help = await Run.OfAsync("--help");
        Assert.Equal(0, help.Code);
        foreach (var command in Commands)
        {
            Assert.Contains($"  {command} ", help.Output, StringComparison.Ordinal);
            var own = await Run.OfAsync(command, "--help");
            Assert.Equal(0, own.Code);
            Assert.Contains("Options:", own.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Help_and_mistakes_speak_of_safespace_and_of_no_type()
    {
        Assert.Contains("safespace [command]", (await Run.OfAsync("--help")).Output, StringComparison.Ordinal);
        Assert.Contains("safespace group add <slug>", (await Run.OfAsync("group", "add", "--help")).Output, StringComparison.Ordinal);
        Assert.Equal("There is no command \"nonsense\". Try --help.", (await Run.OfAsync("nonsense", "--data", "x")).Error.Trim());
        (await Run.OfAsync("user", "add", "a@b.example", "--group", "x", "--role", "king")).IsRefused(2, "\"king\" cannot be the --role: write one of: referrer, peer");
        (await Run.OfAsync("token", "add", "prog", "--group", "x", "--role", "king")).IsRefused(2, "\"king\" cannot be the --role: write one of: referrer, peer");
        (await Run.OfAsync("demo", "--port", "ten")).IsRefused(2, "\"ten\" cannot be the --port: write a whole number.");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("verify")]
    [InlineData("verify", "--group", "x", "--surprise")]
    [InlineData("generate", "--group", "x", "--people", "many", "--contacts", "1")]
    [InlineData("generate", "--group", "x", "--people", "0", "--contacts", "1")]
    [InlineData("generate", "--group", "x", "--people", "10", "--contacts", "10", "--years", "0")]
    [InlineData("demo", "--port", "70000")]
    public async Task Wrong_usage_is_one_line_and_code_2(params string[] args) => (await Run.OfAsync(args)).IsRefused(2, "");

    [Theory]
    [InlineData(EngineKind.Sqlite, "verify")]
    [InlineData(EngineKind.Postgres, "verify")]
    [InlineData(EngineKind.Sqlite, "migrate")]
    [InlineData(EngineKind.Sqlite, "generate", "--people", "1", "--contacts", "1")]
    [InlineData(EngineKind.Sqlite, "backup", "--to", "/tmp/never.db")]
    public async Task A_group_that_is_not_there_is_one_line_and_code_1(EngineKind engine, params string[] args)
    {
        await using var stores = await TestStores.OpenAsync(engine);
        (await Run.OfAsync(stores, [.. args, "--group", "nobody"])).IsRefused(1, "There is no group \"nobody\".");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_one_line_and_code_1() =>
        (await Run.OfAsync("verify", "--group", "town", "--database", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2")).IsRefused(1, "The database could not be reached");

    [Fact]
    public async Task An_address_that_is_taken_is_one_sentence_and_nothing_of_the_host_is_printed()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var log = new TestLog();
        await using var app = await WebHost.BuildAsync(
            new WebHostOptions(stores.Folder, stores.Database) { Urls = $"http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}" }, b => b.Logging.ClearProviders().AddProvider(log));

        var refused = await Assert.ThrowsAsync<Core.Shared.SafeSpaceException>(() => Web.Cli.ServeCommand.ServeAsync(app, TestContext.Current.CancellationToken));

        Assert.StartsWith("Something else listens there already", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Lines, line => line.Contains("   at ", StringComparison.Ordinal) || line.Contains("Hosting failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_demo_is_never_made_where_something_lies()
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        (await Run.OfAsync("demo", "--data", stores.Folder)).IsRefused(1, "is not empty");
        (await Run.OfAsync("demo", "--password", "short")).IsRefused(1, "12 characters");
    }
}

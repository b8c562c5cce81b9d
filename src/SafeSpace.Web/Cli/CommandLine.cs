using System.CommandLine;
using System.CommandLine.Help;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Cli;

/// <summary>The commands of <c>safespace</c>. Exit: 0 done; 1 failed; 2 wrong usage; 3 done, but some rows were refused.</summary>
public static class CommandLine
{
    /// <param name="output">What the command answers; one JSON object and nothing else with <c>--json</c>.</param>
    /// <param name="error">Progress, and one line when something went wrong.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        output ??= Console.Out;
        error ??= Console.Error;
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await error.WriteLineAsync(OneLine(UsageWords.Of(parsed)) + " Try --help.");
            return 2;
        }

        try
        {
            if (parsed.Action is HelpAction)
                return await HelpAsync(parsed, output);
            var how = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            // A server that is asked to stop takes its time to finish what it has begun; the host sees to that.
            if (parsed.CommandResult.Command.Name is ServeCommand.Name or DemoCommand.Name)
                how.ProcessTerminationTimeout = null;
            return await parsed.InvokeAsync(how);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped.");
            return 1;
        }
        catch (Exception problem)
        {
            await error.WriteLineAsync(Sentence(problem));
            return 1;
        }
    }

    /// <summary>People start it as <c>safespace</c>, whatever the program's file is called.</summary>
    private static async Task<int> HelpAsync(ParseResult parsed, TextWriter output)
    {
        await using var help = new StringWriter();
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = help, EnableDefaultExceptionHandler = false });
        await output.WriteAsync(help.ToString().Replace(RootCommand.ExecutableName, "safespace", StringComparison.Ordinal));
        return code;
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Safe Space: the system a peer-led mental-health crisis service runs on.");
        foreach (var command in Commands())
            root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> Commands() =>
    [
        DemoCommand.Make(),
        ServeCommand.Make(),
        GroupCommands.Make(),
        AccountCommands.MakeUser(),
        AccountCommands.MakeToken(),
        BackupCommand.Make(),
        RestoreCommand.Make(),
        VerifyCommand.Make(),
        RecountCommand.Make(),
        KeyCommands.Make(),
        MigrateCommand.Make(),
        GenerateCommand.Make(),
        DuplicatesCommand.Make(),
        MatchCommand.Make(),
        ReportCommand.Make(),
        ImportCommand.Make(),
    ];

    private static string Sentence(Exception problem) => problem switch
    {
        SafeSpaceException said => OneLine(said.Message),
        System.Data.Common.DbException or TimeoutException => $"The database could not be reached or refused: {OneLine(problem.Message)}",
        IOException or UnauthorizedAccessException => OneLine(problem.Message),
        _ => $"{OneLine(problem.Message)} ({problem.GetType().Name})",
    };

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports.Files;

namespace SafeSpace.Web.Cli;

/// <summary><c>safespace report monitoring --group G --from 2021-01 --to 2021-03</c>.</summary>
internal static class ReportCommand
{
    public static Command Make()
    {
        var command = new Command("report", "Reports of a group.");
        command.Subcommands.Add(Monitoring());
        return command;
    }

    private static Command Monitoring()
    {
        var command = new Command("monitoring", "Referrals, people, calls, visits, waiting, factors: from one month to another.");
        var stores = new StoreOptions(command);
        var group = new Option<string>("--group") { Description = "The group's short name.", Required = true };
        var from = new Option<string>("--from") { Description = "The first month: 2021-01.", Required = true };
        var to = new Option<string>("--to") { Description = "The last month, included.", Required = true };
        var on = new Option<string?>("--on") { Description = "The day for who is with us and for factors: 2021-01-15. Default: the last day of the period, or today." };
        var format = new Option<string>("--format") { Description = "json, csv, xlsx or html.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong([.. ReportFile.Formats]);
        var json = new Option<bool>("--json") { Description = "The same as --format json." };
        var file = new Option<string?>("--out") { Description = "The file to write. Default: standard output." };
        foreach (var option in new Option[] { group, from, to, on, format, json, file })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var opened = await stores.OpenAsync(parsed);
            var store = await opened.GetAsync(parsed.GetValue(group)!);
            if (ReportPeriod.Read(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(on), store.Clock, out var mistakes) is not { } period)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(string.Join(' ', mistakes.Select(m => $"--{m.Key}: {m.Value}")));
                return 2;
            }

            Speak(store.Profile.Language);
            await using var db = await store.ReadAsync(cancel);
            var report = await MonitoringReport.WorkAsync(db, store.Clock, period.From, period.To, period.On);
            var made = ReportFile.Make(parsed.GetValue(json) ? "json" : parsed.GetValue(format)!, report, store.Profile.Name, new Texts(new LanguageFiles()));
            await WriteAsync(made, parsed.GetValue(file), parsed.InvocationConfiguration.Output, cancel);
            return 0;
        });
        return command;
    }

    private static async Task WriteAsync(ReportFile made, string? file, TextWriter output, CancellationToken cancel)
    {
        if (file is not null)
        {
            try
            {
                await File.WriteAllBytesAsync(file, made.Bytes, cancel);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new SafeSpaceException($"The file {file} cannot be written: {error.Message}", error);
            }

            return;
        }

        if (made.Format != "xlsx")
        {
            await output.WriteLineAsync(Encoding.UTF8.GetString(made.Bytes).Trim('\uFEFF', '\n', '\r').AsMemory(), cancel);
            return;
        }

        if (!Console.IsOutputRedirected)
            throw new SafeSpaceException("A workbook cannot be shown here. Say which file to write: --out report.xlsx");
        await using var bytes = Console.OpenStandardOutput();
        await bytes.WriteAsync(made.Bytes, cancel);
    }

    /// <summary>A report speaks the group's language, whatever the machine speaks.</summary>
    private static void Speak(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : language);
    }
}

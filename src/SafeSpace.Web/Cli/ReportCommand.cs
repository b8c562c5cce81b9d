using System.CommandLine;
using System.Globalization;
using System.Text;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports.Files;
using SafeSpace.Web.Modules.SocialValue;

namespace SafeSpace.Web.Cli;

/// <summary><c>safespace report monitoring|value --group G --from 2021-01 --to 2021-03</c>.</summary>
internal static class ReportCommand
{
    public static Command Make()
    {
        var command = new Command("report", "Reports of a group.");
        command.Subcommands.Add(Monitoring());
        command.Subcommands.Add(Value());
        return command;
    }

    private static Command Monitoring()
    {
        var command = new Command("monitoring", "Referrals, people, calls, visits, waiting, factors: from one month to another.");
        var on = new Option<string?>("--on") { Description = "The day for who is with us and for factors: 2021-01-15. Default: the last day of the period, or today." };
        return Report(command, on, async (format, period, db, store, texts) =>
            ReportFile.Make(format, await MonitoringReport.WorkAsync(db, store.Clock, period.From, period.To, period.On), store.Profile.Name, texts));
    }

    private static Command Value() => Report(
        new Command("value", "The value statement, from the record books at agreed rates: from one month to another."),
        new Option<string?>("--on") { Description = "Taken as for the monitoring report; no figure of this statement is of a day." },
        async (format, period, db, store, texts) =>
            ValueFile.Make(format, await ValueReport.WorkAsync(db, store.Clock, period.From, period.To), await LevelNames.ReadAsync(db), store.Profile.Name, texts));

    private static Command Report(Command command, Option<string?> on, Func<string, ReportPeriod, GroupDb, GroupStore, Texts, Task<ReportFile>> make)
    {
        var stores = new StoreOptions(command);
        var group = new Option<string>("--group") { Description = "The group's short name.", Required = true };
        var from = new Option<string>("--from") { Description = "The first month: 2021-01.", Required = true };
        var to = new Option<string>("--to") { Description = "The last month, included.", Required = true };
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
            var made = await make(parsed.GetValue(json) ? "json" : parsed.GetValue(format)!, period, db, store, new Texts(new LanguageFiles()));
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

using System.CommandLine;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Cli;

internal static class ImportCommand
{
    /// <summary>Done, but some rows were refused.</summary>
    private const int RowsRefused = 3;

    public static Command Make()
    {
        var command = new Command("import", "Brings spreadsheets in: registers and diaries, as XLSX, XLS or CSV. Importing the same files again imports nothing.");
        var files = new Argument<string[]>("FILE") { Description = "The files.", Arity = ArgumentArity.OneOrMore };
        command.Arguments.Add(files);
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var mapping = new Option<string?>("--mapping") { Description = "How the files are to be read (YAML), where they are not recognised." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would become of every row, and write nothing." };
        var apply = new Option<bool>("--apply-changes") { Description = "Set right what came from rows that were edited since." };
        foreach (var option in new Option[] { mapping, dry, apply })
            command.Options.Add(option);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var store = await stores.GetAsync(parsed.GetValue(group)!);
            var paths = parsed.GetValue(files)!;
            var reading = Open(store, paths, parsed.GetValue(mapping));
            var request = new ImportRequest(Ids.New(), [.. paths.Select(p => Path.GetFileName(p))], Actor.CommandLine)
            {
                DryRun = parsed.GetValue(dry),
                ApplyChanges = parsed.GetValue(apply),
            };
            ImportResult result;
            using (var line = ProgressLine.For(parsed.Error(), "Rows"))
            {
                result = await new ImportService(store).RunAsync(reading, request, p => line.Report(Math.Min(p.Done, p.All), p.All), cancel);
                line.Report(1, 1);
            }

            await parsed.AnswerAsync(json, ImportAnswer.Facts(result), [.. ImportAnswer.Words(result)]);
            return result.Refused.Count > 0 ? RowsRefused : 0;
        });
        return command;
    }

    /// <exception cref="SafeSpaceException">One of the files cannot be taken: the sentence names it.</exception>
    private static ImportReading Open(GroupStore store, IReadOnlyList<string> paths, string? mapping)
    {
        if (paths.Append(mapping).FirstOrDefault(p => p is not null && !File.Exists(p)) is { } missing)
            throw new SafeSpaceException($"There is no file {missing}.");
        try
        {
            var read = mapping is null ? null : MappingReader.Read(Path.GetFileName(mapping), File.ReadAllText(mapping));
            return ImportReading.Open(paths.Select(BookSource.FromPath), new ImportOptions(store.Clock.Today, store.Profile.ReferencePrefix), read);
        }
        catch (ImportRefusedException refused)
        {
            throw new SafeSpaceException($"{refused.Refused.File}: {refused.Refused.Sentence}", refused);
        }
    }
}

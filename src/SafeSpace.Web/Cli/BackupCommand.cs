using System.CommandLine;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Web.Cli;

internal static class BackupCommand
{
    public static Command Make()
    {
        var command = new Command("backup", "Copies a group's store into one file, while it serves. The group's key is not in it: keep that apart.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var to = new Option<string>("--to") { Description = "The file to write; it must not be there yet.", Required = true };
        command.Options.Add(to);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var slug = parsed.GetValue(group)!;
            var made = await new Backups(stores).MakeAsync(slug, parsed.GetValue(to)!);
            await parsed.AnswerAsync(
                json,
                new { group = slug, file = made.File, bytes = made.Bytes, operations = made.Sequence },
                $"Backed up \"{slug}\" to {made.File}: {made.Bytes:#,0} bytes, up to operation {made.Sequence:#,0}.",
                "The group's key is not in this file. Keep a copy of it somewhere else: without it the notes open for nobody.");
            return 0;
        });
        return command;
    }
}

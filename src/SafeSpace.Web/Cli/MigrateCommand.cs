using System.CommandLine;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Web.Cli;

internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Brings stores to this version. A backup of each is made first.");
        var where = new StoreOptions(command);
        var group = new Option<string?>("--group") { Description = "One group's short name. Default: all." };
        command.Options.Add(group);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed, olderToo: true);
            var done = await new Migrating(stores).RunAsync(parsed.GetValue(group));
            await parsed.AnswerAsync(json, new { groups = done.Select(d => new { group = d.Slug, steps = d.Steps, backup = d.Backup }) }, [.. done.Select(Words)]);
            return 0;
        });
        return command;
    }

    private static string Words(StoreMigrated done) => done.Backup is null
        ? $"\"{done.Slug}\" is of this version."
        : $"\"{done.Slug}\" was brought to this version ({done.Steps.Count} steps). The backup made first is {done.Backup}.";
}

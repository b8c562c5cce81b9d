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
        var check = new Option<bool>("--check") { Description = "Says which stores are of an older version, and changes nothing. Ends with 3 if any is." };
        command.Options.Add(check);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed, olderToo: true);
            if (parsed.GetValue(check))
            {
                var waiting = await new Migrating(stores).LookAsync(parsed.GetValue(group));
                await parsed.AnswerAsync(json, new { groups = waiting.Select(w => new { group = w.Slug, steps = w.Steps }) }, waiting.Count == 0 ? ["All stores are of this version."] : [.. waiting.Select(w => $"\"{w.Slug}\" is of an older version ({w.Steps.Count} steps).")]);
                return waiting.Count == 0 ? 0 : OlderOnes;
            }

            var done = await new Migrating(stores).RunAsync(parsed.GetValue(group));
            await parsed.AnswerAsync(json, new { groups = done.Select(d => new { group = d.Slug, steps = d.Steps, backup = d.Backup }) }, [.. done.Select(Words)]);
            return 0;
        });
        return command;
    }

    private const int OlderOnes = 3;

    private static string Words(StoreMigrated done) => done.Backup is null
        ? $"\"{done.Slug}\" is of this version."
        : $"\"{done.Slug}\" was brought to this version ({done.Steps.Count} steps). The backup made first is {done.Backup}.";
}

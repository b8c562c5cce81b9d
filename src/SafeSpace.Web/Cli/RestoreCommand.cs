using System.CommandLine;
using SafeSpace.Core.Network.Backup;

namespace SafeSpace.Web.Cli;

internal static class RestoreCommand
{
    public static Command Make()
    {
        var command = new Command("restore", "Puts a backup in the place of a group's store. The application must not be running. What was there is kept.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var from = new Option<string>("--from") { Description = "The backup.", Required = true };
        command.Options.Add(from);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var done = await new Backups(stores).RestoreAsync(parsed.GetValue(group)!, parsed.GetValue(from)!);
            await parsed.AnswerAsync(
                json,
                new { group = done.Slug, operations = done.Sequence, kept = done.Kept, erased_again = done.ErasedAgain },
                $"Restored \"{done.Slug}\" up to operation {done.Sequence:#,0}.",
                done.Kept is null ? "There was no store before." : $"The store that was there is kept as {done.Kept}.",
                done.ErasedAgain == 0 ? "Nobody was erased since that copy was made." : $"Records erased since that copy was made, and erased again: {done.ErasedAgain:#,0}.",
                $"To check it: safespace verify --group {done.Slug}");
            return 0;
        });
        return command;
    }
}

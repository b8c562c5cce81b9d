using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Network;
using SafeSpace.Core.Reports;

namespace SafeSpace.Web.Cli;

internal static class RecountCommand
{
    public static Command Make()
    {
        var command = new Command("recount", "Counts anew, from their rows, the figures that are kept beside them; nobody of the group can save meanwhile. Says what was wrong.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var slug = parsed.GetValue(group)!;
            var store = await stores.GetAsync(slug);
            var wrong = await WrongAsync(store);
            await CountedAnew.RunAsync(store);
            var left = await WrongAsync(store);
            await parsed.AnswerAsync(
                json,
                new { group = slug, wrong, left },
                [wrong.Count == 0 ? $"\"{slug}\": every figure was as its rows have it. All are counted anew." : $"\"{slug}\": counted anew. It was wrong:", .. wrong.Select(w => "  " + w),
                    .. left.Count == 0 ? [] : new[] { "Still wrong, so the rows themselves are:" }.Concat(left.Select(l => "  " + l))]);
            return left.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<List<string>> WrongAsync(GroupStore store)
    {
        var wrong = new List<string>();
        await using var db = await store.ReadAsync();
        await using var moment = await store.OneMomentAsync(db);
        foreach (var recount in House.Recounts)
            wrong.AddRange(await recount(db, store.Clock));
        return wrong;
    }
}

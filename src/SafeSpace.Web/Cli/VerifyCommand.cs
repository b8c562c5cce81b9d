using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Network;
using SafeSpace.Core.Referrals;
using SafeSpace.Core.Register;

namespace SafeSpace.Web.Cli;

internal static class VerifyCommand
{
    public static Command Make()
    {
        var command = new Command("verify", "Checks that a group's store is as it was recorded: the file, the chain of operations, every row, every kept figure.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var json = Answers.Json(command);
        command.SetAction(async (parsed, _) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var slug = parsed.GetValue(group)!;
            var found = await new StoreCheck(stores, House.Recounts).RunAsync(slug);
            var counts = found.Rows == 0 ? new Counts(0, 0, 0) : await CountAsync(await stores.GetAsync(slug));
            await parsed.AnswerAsync(
                json,
                new { group = slug, sound = found.IsSound, operations = found.Operations, rows = found.Rows, counts, problems = found.Problems },
                found.IsSound ? [Sound(slug, found, counts)] : [$"\"{slug}\" is not as it was recorded:", .. found.Problems.Select(p => "  " + p)]);
            return found.IsSound ? 0 : 1;
        });
        return command;
    }

    private static string Sound(string slug, Verification found, Counts counts) =>
        $"\"{slug}\" is sound: {found.Operations:#,0} operations, {found.Rows:#,0} rows; {counts.People:#,0} people, {counts.Referrals:#,0} referrals, {counts.Contacts:#,0} contacts.";

    private static async Task<Counts> CountAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        return new Counts(await db.People.CountAsync(), await db.Referrals.CountAsync(), await db.Contacts.CountAsync(c => c.CorrectedById == null));
    }

    private sealed record Counts(int People, int Referrals, int Contacts);
}

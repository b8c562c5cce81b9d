using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;
using SafeSpace.Core.Register.Matching.Scoring;
using SafeSpace.Core.Shared;

namespace SafeSpace.Web.Cli;

internal static class DuplicatesCommand
{
    public static Command Make()
    {
        var command = new Command("duplicates", "Lists records of a group that are probably one person's, not yet decided; or applies a file of decisions.");
        var where = new StoreOptions(command);
        var group = Answers.Group(command);
        var json = Answers.Json(command);
        var decide = new Option<FileInfo?>("--decide") { Description = "CSV with reference, other_reference, decision (same or different), reason. Each line is recorded and can be undone." };
        command.Options.Add(decide);
        command.SetAction(async (parsed, cancel) =>
        {
            await using var stores = await where.OpenAsync(parsed);
            var store = await stores.GetAsync(parsed.GetValue(group)!);
            if (parsed.GetValue(decide) is { } file)
                return await DecideAsync(parsed, json, store, file);
            await new PairFinder(store).LookAsync(cancel);
            var pairs = await ListAsync(store);
            await parsed.AnswerAsync(json, new { pairs }, pairs.Count == 0 ? ["No two records look alike."]
                : [.. pairs.Select(p => $"{p.Reference}  {p.OtherReference}  {p.Score.ToString("0.0", CultureInfo.InvariantCulture),5}  {p.Band,-8}  {p.Why}")]);
            return 0;
        });
        return command;
    }

    private static async Task<int> DecideAsync(ParseResult parsed, Option<bool> json, GroupStore store, FileInfo file)
    {
        if (!file.Exists)
            throw new SafeSpaceException($"There is no file {file.FullName}.");
        using var reader = new StreamReader(file.FullName);
        var made = await new DecisionFile(store, new DuplicateService(store, House.MergeSteps)).ApplyAsync(reader, Actor.CommandLine);
        await parsed.AnswerAsync(
            json,
            new { same = made.Same, different = made.Different, already_so = made.AlreadySo, refused = made.Refused.Select(r => new { row = r.Row, reference = r.Reference, other_reference = r.OtherReference, why = r.Why }) },
            [$"{made.Same} joined, {made.Different} said to be two people, {made.AlreadySo} decided so before.", .. made.Refused.Select(r => $"Row {r.Row}: {r.Why}")]);
        return made.Refused.Count == 0 ? 0 : 3;
    }

    private static async Task<List<Pair>> ListAsync(GroupStore store)
    {
        await using var db = await store.ReadAsync();
        var offers = await db.PairOffers.AsNoTracking().OrderByDescending(o => o.Score).ThenBy(o => o.FirstId).ToListAsync();
        var names = await db.PeopleWithMerged.AsNoTracking().Select(p => new { p.Id, p.Reference, p.ReferenceNumber }).ToDictionaryAsync(p => p.Id);
        return offers.ConvertAll(o =>
        {
            var (one, other) = (names[o.FirstId], names[o.SecondId]);
            if (one.ReferenceNumber > other.ReferenceNumber)
                (one, other) = (other, one);
            var why = string.Join("; ", o.Reasons.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(r => Enum.Parse<MatchReason>(r).InWords()));
            return new Pair(one.Reference, other.Reference, o.Score, o.LooksSame ? "same" : "probably", why);
        });
    }

    private sealed record Pair(string Reference, string OtherReference, double Score, string Band, string Why);
}

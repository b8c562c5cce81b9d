using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Register.Duplicates;

/// <summary>A line of a file of decisions that could not be followed. Row is the record's number, the header being 1.</summary>
public sealed record DecisionRefused(int Row, string Reference, string OtherReference, string Why);

/// <summary>What came of a file of decisions.</summary>
public sealed record DecisionsMade(int Same, int Different, int AlreadySo, IReadOnlyList<DecisionRefused> Refused);

/// <summary>
/// Decisions that people wrote down: CSV with reference, other_reference, decision (same or different), reason.
/// The first reference stays. Each line is recorded by itself and can be undone.
/// </summary>
public sealed class DecisionFile(GroupStore store, DuplicateService duplicates)
{
    private static readonly string[] Needed = ["reference", "other_reference", "decision"];

    /// <exception cref="SafeSpaceException">The file does not have the columns.</exception>
    public async Task<DecisionsMade> ApplyAsync(TextReader csv, Actor by)
    {
        var (same, different, already) = (0, 0, 0);
        var refused = new List<DecisionRefused>();
        foreach (var line in Read(csv))
        {
            var (outcome, why) = await DecideAsync(line, by);
            if (why is not null)
                refused.Add(new DecisionRefused(line.Row, line.Reference, line.Other, why));
            else if (outcome == PairOutcome.DecidedAlready)
                already++;
            else if (line.Decision == "same")
                same++;
            else
                different++;
        }

        return new DecisionsMade(same, different, already, refused);
    }

    private async Task<(PairOutcome? Outcome, string? Why)> DecideAsync(Line line, Actor by)
    {
        if (line.Decision is not ("same" or "different"))
            return (null, $"“{line.Decision}” is not a decision: write same or different.");
        if (await FindAsync(line.Reference) is not { } one)
            return (null, $"Nobody has the reference “{line.Reference}”.");
        if (await FindAsync(line.Other) is not { } other)
            return (null, $"Nobody has the reference “{line.Other}”.");
        var outcome = line.Decision == "same" ? await duplicates.SameAsync(one, other, line.Reason, by) : await duplicates.DifferentAsync(one, other, line.Reason, by);
        return outcome switch
        {
            PairOutcome.NoSuchPair => (outcome, "Both references are of one record."),
            PairOutcome.MergedAlready => (outcome, "One of these records was joined with another one already."),
            _ => (outcome, null),
        };
    }

    private async Task<PersonId?> FindAsync(string reference)
    {
        await using var db = await store.ReadAsync();
        var written = References.Read(store.Profile.ReferencePrefix, reference) ?? reference;
        return await db.PeopleWithMerged.Where(p => p.Reference == reference || p.Reference == written).OrderBy(p => p.Reference == reference ? 0 : 1)
            .Select(p => (PersonId?)p.Id).FirstOrDefaultAsync();
    }

    private static IEnumerable<Line> Read(TextReader csv)
    {
        using var parser = new CsvParser(csv, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectDelimiter = true, BadDataFound = null, IgnoreBlankLines = false }, leaveOpen: true);
        string[]? headers = null;
        for (var row = 1; parser.Read(); row++)
        {
            var cells = parser.Record!;
            if (headers is null)
            {
                headers = [.. cells.Select(c => c.Trim().TrimStart('\uFEFF').ToLowerInvariant().Replace(' ', '_'))];
                if (Needed.FirstOrDefault(n => !headers.Contains(n)) is { } missing)
                    throw new SafeSpaceException($"The file has no column “{missing}”. It needs: reference, other_reference, decision, reason.");
            }
            else if (!cells.All(string.IsNullOrWhiteSpace))
                yield return new Line(row, Cell("reference"), Cell("other_reference"), Cell("decision").ToLowerInvariant(), Cell("reason") is { Length: > 0 } reason ? reason : null);

            string Cell(string name) => Array.IndexOf(headers, name) is var at and >= 0 && at < cells.Length ? cells[at].Trim() : "";
        }

        if (headers is null)
            throw new SafeSpaceException("The file is empty. Its first row must be: reference, other_reference, decision, reason.");
    }

    private sealed record Line(int Row, string Reference, string Other, string Decision, string? Reason);
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Register;
using SafeSpace.Core.Register.Duplicates;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>
/// Brings a team's files into its group. A thousand rows or so are one unit of work, and the mark by which a row is known again is in the
/// unit of the row itself: an import that was interrupted is simply run again, and importing the same files again imports nothing.
/// </summary>
public sealed class ImportService(GroupStore store)
{
    private readonly ImportRuns runs = new(store);

    /// <summary>A dry run writes nothing at all.</summary>
    /// <exception cref="ImportRefusedException">A file turned out to be damaged further down. What was brought in before that stays.</exception>
    public async Task<ImportResult> RunAsync(ImportReading reading, ImportRequest request, Action<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        if (request.DryRun)
            return await BringInAsync(reading, request, progress, cancel);
        await runs.StartAsync(request);
        try
        {
            var result = await BringInAsync(reading, request, progress, cancel);
            await runs.FinishAsync(request.RunId, result, request.By);
            return result;
        }
        catch (Exception error)
        {
            var sentence = error is ImportRefusedException refused ? $"{refused.Refused.File}: {refused.Refused.Sentence}" : "It stopped before the end. What came in stays; start it again, and it goes on.";
            await runs.FinishAsync(request.RunId, new ImportResult { Failure = sentence }, request.By);
            throw;
        }
    }

    private async Task<ImportResult> BringInAsync(ImportReading reading, ImportRequest request, Action<ImportProgress>? progress, CancellationToken cancel)
    {
        await using var db = await store.ReadAsync(cancel);
        var bringing = new BringingIn(store, db, reading, request) { Progress = progress };
        var result = await bringing.RunAsync(cancel);
        if (!request.DryRun && result.PeopleNew > 0)
            await new PairFinder(store).LookAsync(cancel);
        return result with
        {
            People = await db.People.CountAsync(cancel) + (request.DryRun ? result.PeopleNew : 0),
            ProbableDuplicates = request.DryRun
                ? ProbableDuplicatePairs.Among(bringing.WouldBeNew, store.Profile.Region)
                : await ProbableDuplicatePairs.OfferedAsync(db, bringing.NewPeople, cancel),
        };
    }
}

using SafeSpace.Core.Data;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Values;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Import.Bringing;

/// <summary>One import from its first row to its last.</summary>
internal sealed class BringingIn(GroupStore store, GroupDb db, ImportReading reading, ImportRequest request)
{
    private const int RowsInAUnit = 1000;
    private readonly Counted counted = new();
    private readonly KnownRows known = new(db, request.Attempt);
    private readonly List<(int At, StandingRow Row)> waiting = [];
    private RegistersIn registers = null!;
    private EditedPlaces places = null!;
    private GroupWords words = null!;
    private BooksIn books = null!;
    private Task writing = Task.CompletedTask;

    public Action<ImportProgress>? Progress { get; init; }

    public IReadOnlySet<PersonId> NewPeople => registers.NewPeople;

    public IReadOnlyList<PersonRows> WouldBeNew => registers.WouldBeNew;

    public async Task<ImportResult> RunAsync(CancellationToken cancel)
    {
        words = await GroupWords.ReadAsync(db);
        registers = new RegistersIn(store, db, request, words) { Progress = Report };
        places = new EditedPlaces(db, request.Attempt, known, store.Clock, row => registers.RecordOf(row.Person!));
        books = await BooksIn.StartAsync(store, db, request, words, counted);
        await ReadAsync(cancel);
        counted.Known += known.Edited.Count();
        await BringInAsync(known.NewAfterAll, cancel);
        await writing;
        if (!request.DryRun)
            await FirstAnsweredOfMany.RefreshAsync(store, registers.Touched, request.By);
        var changed = await new ChangedRows(store, db, words, registers).CompareAsync([.. known.Edited]);
        return counted.Result() with
        {
            DryRun = request.DryRun,
            Changed = request is { ApplyChanges: true, DryRun: false } ? await new ChangesApplied(store).ApplyAsync(changed, request.Attempt, request.By) : changed,
            Notes = [.. reading.Notes, .. words.Notes, .. books.Notes, .. Notes()],
        };
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var (order, inDiary) = (0, false);
        try
        {
            foreach (var outcome in reading.Rows(new StorePeople(db, registers.NewPeople).Lookup))
            {
                cancel.ThrowIfCancellationRequested();
                counted.Add(outcome);
                if (outcome is BookRowRead entry)
                {
                    if (await books.TakeAsync(counted.Read, entry))
                        Report();
                    continue;
                }

                var row = outcome switch
                {
                    RowImported imported => new StandingRow(imported) { Order = imported.Row is RegisterRow ? ++order : 0 },
                    RowRefused { Row: not null } refused => new StandingRow(refused),
                    _ => null,
                };
                if (row is null)
                    continue;
                // Registers come before diaries: a diary finds its people.
                if ((row.Row is DiaryRow && !inDiary) || (inDiary && waiting.Count == RowsInAUnit))
                    await SortAsync(last: !inDiary, cancel);
                inDiary = row.Row is DiaryRow;
                waiting.Add((counted.Read, row));
            }

            await SortAsync(last: true, cancel);
            await books.EndAsync();
        }
        finally
        {
            // What is on its way into the store is waited for, however the reading ends.
            await writing;
        }
    }

    /// <param name="last">No row of this kind of book comes any more.</param>
    private async Task SortAsync(bool last, CancellationToken cancel)
    {
        var rows = waiting.ConvertAll(w => w.Row);
        await known.SortAsync(rows);
        counted.Known += rows.Count(r => r.Standing == Standing.Known);
        await registers.LearnAsync(rows.Where(r => r.Standing != Standing.New));
        foreach (var (at, row) in waiting.Where(w => w.Row is { Refused: not null, Standing: Standing.New }))
            counted.Refuse(at, row.Refused!);
        waiting.Clear();
        var fresh = await places.TakeAsync(rows);
        await BringInAsync(last ? [.. fresh, .. await places.EndAsync()] : fresh, cancel);
        Report();
    }

    private void Report() => Progress?.Invoke(new ImportProgress(counted.Read, reading.RowCount));

    private async Task BringInAsync(IReadOnlyList<StandingRow> rows, CancellationToken cancel)
    {
        var referrals = rows.Where(r => r.Row is RegisterRow).ToList();
        counted.People += await registers.WriteAsync(referrals, cancel);
        counted.Referrals += referrals.Count;
        await DiaryAsync([.. rows.Where(r => r.Row is DiaryRow)]);
    }

    /// <summary>While a thousand rows are written, the next are read.</summary>
    private async Task DiaryAsync(IReadOnlyList<StandingRow> rows)
    {
        var contacts = new List<(StandingRow Row, PersonId Person)>(rows.Count);
        foreach (var row in rows)
        {
            if (registers.RecordOf(row.Person!) is { } person)
                contacts.Add((row, person));
            else
                counted.Refuse(counted.Read, new RowRefused(row.Place, Refusals.UnknownReference, "This person is in the register no more."));
        }

        counted.Contacts += contacts.Count;
        await writing;
        if (request.DryRun || contacts.Count == 0)
            return;
        registers.Touched.UnionWith(contacts.Select(c => c.Person));
        writing = store.Write("DiaryBroughtIn", request.By, unit => new DiaryRows(unit, request.Attempt).WriteAsync(contacts));
    }

    private IEnumerable<string> Notes()
    {
        if (registers.ClosedWithoutDay > 0)
            yield return $"{registers.ClosedWithoutDay} rows of the register say “closed” and not when. They stay open: close them here, or write the day in and import again.";
    }
}

using SafeSpace.Core.Import;
using SafeSpace.Core.Import.Reading;
using SafeSpace.Core.Import.Rows;
using SafeSpace.Core.Import.Whose;
using SafeSpace.Core.Register.Counting;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Import.SafeSpaceBooks;

/// <summary>The register and the diary, read once for all tests, and counted before and after the true duplicates are merged.</summary>
public sealed class ReadBooks
{
    public static readonly DateOnly Today = new(2021, 6, 1);

    public ReadBooks()
    {
        Reading = Open();
        Outcomes = [.. Reading.Rows(PeopleLookup.Nobody)];
        foreach (var outcome in Outcomes) Tally.Add(outcome);
        Imported = [.. Outcomes.OfType<RowImported>()];
    }

    public ImportReading Reading { get; }

    public List<RowOutcome> Outcomes { get; }

    public List<RowImported> Imported { get; }

    public ImportTally Tally { get; } = new();

    public static ImportReading Open() => ImportReading.Open(
        [BookSource.FromPath(SharedData.Path("safe-space/diary.csv")), BookSource.FromPath(SharedData.Path("safe-space/register.xlsx"))],
        new ImportOptions(Today));

    public IEnumerable<(RegisterRow Row, KnownPerson Person, int Order)> Referrals =>
        Imported.Where(i => i.Row is RegisterRow).Select((i, order) => ((RegisterRow)i.Row, i.Person, order));

    public IEnumerable<(DiaryRow Row, KnownPerson Person)> Contacts =>
        Imported.Where(i => i.Row is DiaryRow).Select(i => ((DiaryRow)i.Row, i.Person));

    /// <summary>The person who stays, for each that a person decided to be the same.</summary>
    public Guid Merged(KnownPerson person) =>
        Expected.Pairs().FirstOrDefault(pair => pair.New == person.Reference) is { Same: { } same }
            ? ByReference.GetValueOrDefault(same)
            : person.Id;

    private Dictionary<string, Guid> ByReference => byReference ??= Imported.Select(i => i.Person).Distinct()
        .Where(p => p.Reference is not null).ToDictionary(p => p.Reference!, p => p.Id);

    private Dictionary<string, Guid>? byReference;

    public IReadOnlyList<CountedPerson> Before => CountingRule.Work(Referrals.Select(r => Fact(r.Row, r.Person.Id, r.Order)));

    public IReadOnlyList<CountedPerson> After => CountingRule.Work(Referrals.Select(r => Fact(r.Row, Merged(r.Person), r.Order)));

    public Dictionary<Guid, RegisterRow> RowByFact => Referrals.ToDictionary(r => FactId(r.Order), r => r.Row);

    private static ReferralFact Fact(RegisterRow row, Guid person, int order) => new(FactId(order), person, row.ReferredOn, row.ClosedOn, order);

    private static Guid FactId(int order) => new(order + 1, 0, 0, new byte[8]);
}

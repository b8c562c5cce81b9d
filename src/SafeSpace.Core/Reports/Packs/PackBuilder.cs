using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs;

/// <summary>
/// Gathers a pack's figures and how they hang together. Everything that adds up is kept month by month: a figure that was published before
/// is taken from the ledger as it was, so that two packs laid side by side differ in nothing that one person could have caused.
/// </summary>
public sealed class PackBuilder(Ledger ledger, Month from, Month to, bool restating = false)
{
    private readonly Dictionary<string, Quantity> chosen = [];
    private readonly HashSet<string> missing = [];
    private readonly List<Quantity> fresh = [];
    private readonly List<Relation> relations = [];
    private readonly List<Change> changes = [];
    private readonly List<(PackTable Table, Func<PackTable, PackTable>? Finish)> tables = [];

    /// <summary>Thirds of a penny have no end of decimals: what differs by less is the same.</summary>
    private const decimal Exact = 0.000001m;

    public const int Part = 1;
    public const int Whole = 10;
    public const int Headline = 30;

    public Month From => from;

    public Month To => to;

    public IReadOnlyList<Month> Months { get; } = [.. Month.Range(from, to)];

    public string Period => from == to ? from.ToString() : $"{from}..{to}";

    public List<PackObjective> Objectives { get; } = [];

    public List<Guid> Stories { get; } = [];

    /// <summary>Months whose value statement can still change.</summary>
    public List<Month> NotClosed { get; } = [];

    /// <summary>Months that are a part of one by the record books.</summary>
    public List<Month> PartByTheBooks { get; } = [];

    /// <summary>A number. What was published stands; a restatement makes a new edition of what differs.</summary>
    /// <param name="live">As the rows say now; null when nobody knows.</param>
    /// <param name="unit">What one person adds: see <see cref="Quantity"/>.</param>
    public string Add(string key, decimal? live, int weight = Part, bool hidden = false, decimal unit = 1)
    {
        if (chosen.ContainsKey(key) || missing.Contains(key))
            return key;
        var before = ledger.Find(key);
        if (before is not null && (!restating || live is null || live == before.Value))
        {
            chosen[key] = before;
        }
        else if (live is null)
        {
            missing.Add(key);
        }
        else
        {
            var quantity = new Quantity(key, ledger.Editions.GetValueOrDefault(key) + 1, live.Value, unit, hidden, weight);
            chosen[key] = quantity;
            fresh.Add(quantity);
            if (before is not null)
                changes.Add(new Change(quantity.Name, before.Name));
        }

        return key;
    }

    /// <summary>Takes a figure that an earlier pack published, so that this one's can be laid beside it as anybody could. False when there was none.</summary>
    public bool Recall(string key)
    {
        if (!chosen.ContainsKey(key) && ledger.Find(key) is { } before)
            chosen[key] = before;
        return chosen.ContainsKey(key);
    }

    /// <summary>Fewer than this many have no middle that is not one of them.</summary>
    private const int FewestForAMiddle = 10;

    /// <summary>
    /// The middle of many. No sum tells it; but a middle that moved would tell of the one who came late. So it stands as it was first published, and a
    /// restatement shows a new one only where five or more came or went.
    /// </summary>
    /// <param name="of">How many it is the middle of.</param>
    /// <param name="whole">The key of the figure that says how many there are.</param>
    public PackCell Middle(string key, decimal? live, int of, string whole)
    {
        var stands = ledger.Find(key) is not null && !(restating && ledger.Find(whole) is { } before && Math.Abs(before.Value - (ValueOf(whole) ?? before.Value)) >= Quantity.Fewest);
        if (!stands && live is not null && of < FewestForAMiddle)
            return PackCell.Withheld;
        return Cell(Add(key, stands ? ledger.Find(key)!.Value : live, unit: 0));
    }

    /// <summary>What one call or pound stands for, where fewer than five people stand behind the amount.</summary>
    public static decimal UnitOf(decimal amount, int people) => people >= Quantity.Fewest ? 0 : people == 0 || amount == 0 ? 1 : amount / people;

    /// <summary>The whole is the sum of its parts.</summary>
    public void Balance(string whole, IEnumerable<string> parts) => Relate([new(whole, 1), .. parts.Select(p => new Term(p, -1))]);

    /// <summary>What is left of the whole after the parts: in no table, but anybody could work it out.</summary>
    public void Rest(string key, string whole, IEnumerable<string> parts)
    {
        var of = parts.ToList();
        if (ValueOf(whole) is not { } all || of.Any(p => ValueOf(p) is null))
            return;
        var rest = all - of.Sum(p => ValueOf(p)!.Value);
        if (rest < 0)
            return; // an entry that came late: nothing balances, so nothing can be worked out
        Add(key, rest, hidden: true);
        Balance(whole, [.. of, key]);
    }

    /// <summary>By the keys of what was added. What does not balance, because some of it was published earlier than the rest, tells nobody anything.</summary>
    public void Relate(params IReadOnlyList<Term> terms)
    {
        if (terms.Any(t => !chosen.ContainsKey(t.Quantity)))
            return;
        var named = terms.Select(t => new Term(chosen[t.Quantity].Name, t.Factor)).ToList();
        if (Math.Abs(terms.Sum(t => t.Factor * chosen[t.Quantity].Value)) < Exact && named.Any(n => fresh.Any(q => q.Name == n.Quantity)))
            relations.Add(new Relation(named));
    }

    /// <summary>The last part of every published key that begins so: what a breakdown was shown by.</summary>
    public IEnumerable<string> Published(string measure, string period) => ledger.Editions.Keys.Select(k => k.Split('|')).Where(k => k[0] == measure && k[^1] == period).Select(k => string.Join('|', k[1..^1]));

    public bool IsRestating => restating;

    public decimal? ValueOf(string key) => chosen.TryGetValue(key, out var quantity) ? quantity.Value : null;

    /// <param name="finish">What is still to do when it is known what may be shown.</param>
    public void Table(PackTable table, Func<PackTable, PackTable>? finish = null) => tables.Add((table, finish));

    /// <summary>The key of a slice in a month, or in the whole period.</summary>
    public static string Key(string measure, string slice, string period) => $"{measure}|{slice}|{period}";

    /// <summary>The columns of a table by month: each month, and the period when it is more than one.</summary>
    public IReadOnlyList<string> Periods => from == to ? [from.ToString()] : [.. Months.Select(m => m.ToString()), Period];

    public IReadOnlyList<string> PeriodNames => from == to ? [from.ToString()] : [.. Months.Select(m => m.ToString()), "Whole period"];

    /// <summary>Adds a slice month by month, and its sum; answers the cells of its row.</summary>
    public IReadOnlyList<PackCell> ByMonth(string measure, string slice, Func<Month, decimal?> live, int weight = Part, Func<Month, decimal>? unit = null, bool hidden = false)
    {
        foreach (var month in Months)
            Add(Key(measure, slice, month.ToString()), live(month), weight, hidden, unit?.Invoke(month) ?? 1);
        if (Months.Count > 1)
            AddSum(measure, slice, weight, hidden, unit is not null);
        return [.. Periods.Select(p => Cell(Key(measure, slice, p)))];
    }

    public PackCell Cell(string key) => new(key, missing.Contains(key) ? CellState.Missing : CellState.Withheld);

    public PackFigures Figures => new(fresh, relations, changes);

    /// <summary>The tables with what may be shown in them, once it was decided.</summary>
    public IReadOnlyList<PackTable> Tables =>
        [.. tables.Select(t => (Filled: t.Table with { Rows = [.. t.Table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => Filled(c, r.Kind))] })] }, t.Finish)).Select(t => t.Finish?.Invoke(t.Filled) ?? t.Filled)];

    /// <summary>What this restatement changes, of what is shown.</summary>
    public IReadOnlyList<PackChange> Changed => !restating ? [] :
    [
        .. (from table in tables.Select(t => t.Table)
           from row in table.Rows
           from cell in row.Cells.Select((c, i) => (c.Key, Column: table.Columns[i]))
           where cell.Key is not null && chosen.TryGetValue(cell.Key, out var now) && fresh.Contains(now) && now.Shown
           let before = ledger.Find(cell.Key!)
           select (cell.Key, Change: new PackChange(table.Title, row.Name, row.Own, cell.Column, row.Kind, before is { Shown: true } ? Rounded(before.Value, row.Kind) : null, Rounded(chosen[cell.Key!].Value, row.Kind))))
           .DistinctBy(c => c.Key).Select(c => c.Change),
    ];

    private void AddSum(string measure, string slice, int weight, bool hidden, bool money)
    {
        var keys = Months.Select(m => Key(measure, slice, m.ToString())).ToList();
        var whole = Key(measure, slice, Period);
        var known = keys.All(chosen.ContainsKey);
        // Of an amount: nobody stands behind the sum who stands behind no month, so it is as safe as its months and the relation makes it.
        Add(whole, known ? keys.Sum(k => chosen[k].Value) : null, weight + 4, hidden, money ? 0 : 1);
        Balance(whole, keys);
    }

    /// <summary>Pounds and pence, half up: exact inside, rounded where it is shown.</summary>
    private static decimal Rounded(decimal value, CellKind kind) => kind == CellKind.Money ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : value;

    private PackCell Filled(PackCell cell, CellKind kind)
    {
        if (cell.Key is null || !chosen.TryGetValue(cell.Key, out var quantity))
            return cell;
        var seen = quantity.Shown ? quantity : restating && ledger.Find(cell.Key) is { Shown: true } before ? before : quantity;
        return seen.Shown ? cell with { State = CellState.Shown, Value = Rounded(seen.Value, kind) } : cell with { State = CellState.Withheld, Value = null };
    }

}

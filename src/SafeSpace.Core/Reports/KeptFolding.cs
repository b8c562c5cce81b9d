using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports;

/// <summary>
/// Batches add a row for each month or day they touched; this makes one of many, so that reading stays quick. The sums stay the same.
/// Rows are taken out by their ids and put back as their sum in one unit: what another node adds meanwhile stays beside it.
/// </summary>
public static class KeptFolding
{
    private const int AtOnce = 30;

    /// <summary>Answers how many rows there are fewer.</summary>
    public static async Task<int> RunAsync(GroupStore store) =>
        await store.Write("FiguresFolded", Actor.System, FoldContactsAsync)
        + await InPiecesAsync(store, db => db.SpellDays.GroupBy(d => d.Day).Where(g => g.Count() > 1).Select(g => g.Key), FoldSpellsAsync)
        + await InPiecesAsync(store, db => db.ReferralDays.GroupBy(d => new { d.Day, d.Kind, d.Outcome, d.Team }).Where(g => g.Count() > 1).Select(g => g.Key.Day), FoldReferralsAsync)
        + await InPiecesAsync(store, db => db.ReferredMonths.GroupBy(m => new { m.Month, m.Earlier, m.Gender }).Where(g => g.Count() > 1).Select(g => g.Key.Month), FoldReferredAsync)
        + await InPiecesAsync(store, db => db.FactorDays.GroupBy(d => new { d.Day, d.Figure, d.Factor }).Where(g => g.Count() > 1).Select(g => g.Key.Day), FoldFactorsAsync);

    /// <summary>Only days (or months) that have something to fold are read by the writer, and not too many in one transaction.</summary>
    private static async Task<int> InPiecesAsync<T>(GroupStore store, Func<GroupDb, IQueryable<T>> many, Func<Unit, T[], Task<int>> fold)
    {
        List<T> keys;
        await using (var db = await store.ReadAsync())
            keys = await many(db).Distinct().OrderBy(k => k).ToListAsync();
        var fewer = 0;
        foreach (var some in keys.Chunk(AtOnce))
            fewer += await store.Write("FiguresFolded", Actor.System, unit => fold(unit, some));
        return fewer;
    }

    private static async Task<int> FoldContactsAsync(Unit unit)
    {
        var rows = await unit.Db.ContactMonths.ToListAsync();
        return rows.GroupBy(r => (r.Month, r.Kind)).Sum(g => Fold(unit, g, r => r.Contacts != 0 || r.Minutes != 0 || r.MinutesUnknown != 0, () => new ContactMonth
        {
            Id = Ids.New(),
            Month = g.Key.Month,
            Kind = g.Key.Kind,
            Contacts = g.Sum(r => r.Contacts),
            Minutes = g.Sum(r => r.Minutes),
            MinutesUnknown = g.Sum(r => r.MinutesUnknown),
        }));
    }

    private static async Task<int> FoldSpellsAsync(Unit unit, DateOnly[] days)
    {
        var rows = await unit.Db.SpellDays.Where(d => days.Contains(d.Day)).ToListAsync();
        return rows.GroupBy(r => r.Day).Sum(g => Fold(unit, g, r => r.Opened != 0 || r.Closed != 0, () => new SpellDay
        {
            Id = Ids.New(),
            Day = g.Key,
            Opened = g.Sum(r => r.Opened),
            Closed = g.Sum(r => r.Closed),
        }));
    }

    private static async Task<int> FoldReferralsAsync(Unit unit, DateOnly[] days)
    {
        var rows = await unit.Db.ReferralDays.Where(d => days.Contains(d.Day)).ToListAsync();
        return rows.GroupBy(r => (r.Day, r.Kind, r.Outcome, r.Team)).Sum(g => Fold(unit, g, r => r.Referrals != 0, () => new ReferralDay
        {
            Id = Ids.New(),
            Day = g.Key.Day,
            Kind = g.Key.Kind,
            Outcome = g.Key.Outcome,
            Team = g.Key.Team,
            Referrals = g.Sum(r => r.Referrals),
        }));
    }

    private static async Task<int> FoldReferredAsync(Unit unit, Month[] months)
    {
        var rows = await unit.Db.ReferredMonths.Where(m => months.Contains(m.Month)).ToListAsync();
        return rows.GroupBy(r => (r.Month, r.Earlier, r.Gender)).Sum(g => Fold(unit, g, r => r.People != 0, () => new ReferredMonth
        {
            Id = Ids.New(),
            Month = g.Key.Month,
            Earlier = g.Key.Earlier,
            Gender = g.Key.Gender,
            People = g.Sum(r => r.People),
        }));
    }

    private static async Task<int> FoldFactorsAsync(Unit unit, DateOnly[] days)
    {
        var rows = await unit.Db.FactorDays.Where(d => days.Contains(d.Day)).ToListAsync();
        return rows.GroupBy(r => (r.Day, r.Figure, r.Factor)).Sum(g => Fold(unit, g, r => r.People != 0, () => new FactorDay
        {
            Id = Ids.New(),
            Day = g.Key.Day,
            Figure = g.Key.Figure,
            Factor = g.Key.Factor,
            People = g.Sum(r => r.People),
        }));
    }

    private static int Fold<T>(Unit unit, IEnumerable<T> rows, Func<T, bool> says, Func<T> sum) where T : class
    {
        var many = rows.ToList();
        if (many.Count < 2)
            return 0;
        unit.Db.Set<T>().RemoveRange(many);
        var one = sum();
        if (!says(one))
            return many.Count;
        unit.Db.Set<T>().Add(one);
        return many.Count - 1;
    }
}

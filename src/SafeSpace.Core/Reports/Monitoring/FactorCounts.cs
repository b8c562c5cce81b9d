using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Data;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>How many people each factor weighs on, as the referrer and as peers see it: from the kept days.</summary>
internal sealed class FactorCounts
{
    private readonly ILookup<FactorFigure, (string Factor, int People)> sums;

    private FactorCounts(IEnumerable<(FactorFigure Figure, string Factor, int People)> sums) =>
        this.sums = sums.ToLookup(s => s.Figure, s => (s.Factor, s.People));

    /// <summary>People whose first referral named anxiety or depression and nothing else.</summary>
    public int Alone => Of(FactorFigure.Alone);

    /// <summary>… and something else.</summary>
    public int Plus => Of(FactorFigure.Plus);

    public static async Task<FactorCounts> ReadAsync(GroupDb db, DateOnly on)
    {
        var rows = await db.FactorDays.AsNoTracking().Where(d => d.Day <= on).GroupBy(d => new { d.Figure, d.Factor })
            .Select(g => new { g.Key, People = g.Sum(d => d.People) }).ToListAsync();
        return new FactorCounts(rows.Where(r => r.People != 0).Select(r => (r.Key.Figure, r.Key.Factor, r.People)));
    }

    public IReadOnlyDictionary<string, int> ByName() =>
        Codes(FactorFigure.Referrer).ToDictionary(FactorNames.Of, code => Of(FactorFigure.Referrer, code));

    public FactorViews Views() => new(
        Of(FactorFigure.ReferrerPeople),
        Of(FactorFigure.PeerPeople),
        [.. Codes(FactorFigure.Referrer, FactorFigure.Peers).Select(code => new FactorView(
            code, FactorNames.Of(code), Of(FactorFigure.Referrer, code), Of(FactorFigure.Peers, code), Of(FactorFigure.Gap, code)))]);

    private int Of(FactorFigure figure, string factor = "") => sums[figure].FirstOrDefault(s => s.Factor == factor).People;

    private IEnumerable<string> Codes(params FactorFigure[] figures) =>
        FactorNames.AlwaysNamed.Union(figures.SelectMany(f => sums[f].Select(s => s.Factor))).OrderBy(FactorNames.PlaceOf).ThenBy(code => code, StringComparer.Ordinal);
}

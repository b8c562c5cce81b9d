using SafeSpace.Core.Reports.Packs;
using SafeSpace.Core.Reports.Packs.Disclosure;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>A made-up service's packs, by seed: two breakdowns that share one sum, money at a rate, entries that come late, a quarter over its months, restatements.</summary>
internal static class MadeHistory
{
    private static readonly string[] Teams = ["a", "b", "c", "d"];
    private static readonly string[] Outcomes = ["x", "y", "z"];

    public static PackFigures Of(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(1, 3).ToDictionary(m => new Month(2026, m), _ => People(random, random.Next(3, 40)));
        var published = new List<PackFigures>();
        foreach (var month in rows.Keys)
        {
            Publish(published, rows, month, month, restating: false);
            rows[month] = [.. rows[month], .. People(random, random.Next(0, 8))];
            if (random.Next(3) == 0)
                Publish(published, rows, month, month, restating: true);
        }

        Publish(published, rows, new(2026, 1), new(2026, 3), restating: false);
        rows[new(2026, 2)] = [.. rows[new(2026, 2)].Skip(random.Next(0, 9))];
        Publish(published, rows, new(2026, 1), new(2026, 3), restating: true);
        return PackFigures.Together(published);
    }

    private static (int Team, int Outcome)[] People(Random random, int many) =>
        [.. Enumerable.Range(0, many).Select(_ => ((int)Math.Sqrt(random.Next(0, 16)), (int)Math.Sqrt(random.Next(0, 9))))];

    private static void Publish(List<PackFigures> published, Dictionary<Month, (int Team, int Outcome)[]> rows, Month from, Month to, bool restating)
    {
        const decimal rate = 37.25m;
        var ledger = new Ledger(published);
        var pack = new PackBuilder(ledger, from, to, restating);
        pack.ByMonth("t", "all", m => rows[m].Length, PackBuilder.Headline);
        for (var i = 0; i < Teams.Length; i++)
        {
            var team = i;
            pack.ByMonth("t", "team:" + Teams[i], m => rows[m].Count(r => r.Team == team));
        }

        for (var i = 0; i < Outcomes.Length; i++)
        {
            var outcome = i;
            pack.ByMonth("t", "out:" + Outcomes[i], m => rows[m].Count(r => r.Outcome == outcome));
        }

        pack.ByMonth("m", "z", m => rate * rows[m].Count(r => r.Outcome == 2), PackBuilder.Whole, m => PackBuilder.UnitOf(rate * rows[m].Count(r => r.Outcome == 2), rows[m].Count(r => r.Outcome == 2)));
        foreach (var period in pack.Periods)
        {
            pack.Balance($"t|all|{period}", Teams.Select(t => $"t|team:{t}|{period}"));
            pack.Balance($"t|all|{period}", Outcomes.Select(o => $"t|out:{o}|{period}"));
            pack.Relate([new($"m|z|{period}", 1), new($"t|out:z|{period}", -rate)]);
        }

        var figures = pack.Figures;
        DisclosureControl.Protect(ledger.Figures, figures);
        published.Add(figures);
    }
}

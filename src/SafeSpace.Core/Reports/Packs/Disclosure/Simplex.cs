namespace SafeSpace.Core.Reports.Packs.Disclosure;

/// <summary>
/// The least and the greatest that a sum of unknown numbers can be, when none is below nothing and they balance as given: a dense simplex tableau
/// with Bland's rule. The parts of a pack that hang together are small; a library with machine code for it would weigh more than the program.
/// </summary>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;
    private readonly int unknowns;
    private readonly double[][] rows;
    private readonly int[] basis;

    /// <param name="balance">Each row: the factors of the unknowns.</param>
    /// <param name="right">… and what they must add up to.</param>
    /// <exception cref="InvalidOperationException">Nothing fits: the figures contradict each other.</exception>
    public Simplex(IReadOnlyList<double[]> balance, IReadOnlyList<double> right)
    {
        unknowns = balance.Count == 0 ? 0 : balance[0].Length;
        var width = unknowns + balance.Count + 1;
        var table = new List<double[]>();
        for (var i = 0; i < balance.Count; i++)
        {
            var sign = right[i] < 0 ? -1 : 1;
            var row = new double[width];
            for (var j = 0; j < unknowns; j++)
                row[j] = sign * balance[i][j];
            row[unknowns + i] = 1;
            row[^1] = sign * right[i];
            table.Add(row);
        }

        rows = [.. table];
        basis = [.. Enumerable.Range(unknowns, balance.Count)];
        FindAStart();
    }

    /// <summary>Null: without end.</summary>
    public double? Greatest(double[] sum) => Least([.. sum.Select(f => -f)]) is { } least ? -least : null;

    public double? Least(double[] sum)
    {
        var (table, at) = (rows.Select(r => (double[])r.Clone()).ToArray(), (int[])basis.Clone());
        var cost = new double[(table.Length == 0 ? unknowns : table[0].Length - 1) + 1];
        sum.CopyTo(cost, 0);
        for (var i = 0; i < table.Length; i++)
            Take(cost, table[i], cost[at[i]]);
        return Improve(table, at, cost, unknowns) ? -cost[^1] : null;
    }

    private void FindAStart()
    {
        if (rows.Length == 0)
            return;
        var cost = new double[rows[0].Length];
        foreach (var row in rows)
            for (var j = 0; j < cost.Length; j++)
                cost[j] -= j >= unknowns && j < cost.Length - 1 ? 0 : row[j];
        Improve(rows, basis, cost, unknowns);
        if (-cost[^1] > 1e-6 * (1 + rows.Max(r => Math.Abs(r[^1]))))
            throw new InvalidOperationException("Published figures contradict each other.");
        for (var i = 0; i < rows.Length; i++)
        {
            if (basis[i] < unknowns)
                continue;
            var column = Array.FindIndex(rows[i], 0, unknowns, v => Math.Abs(v) > Tiny);
            if (column >= 0)
                Turn(rows, basis, null, i, column);
        }
    }

    /// <summary>False when there is no end to it.</summary>
    private static bool Improve(double[][] table, int[] at, double[] cost, int columns)
    {
        while (true)
        {
            var enter = Array.FindIndex(cost, 0, columns, c => c < -Tiny);
            if (enter < 0)
                return true;
            var leave = -1;
            for (var i = 0; i < table.Length; i++)
            {
                // A row held at nothing by a number that was only there to begin with stays at nothing.
                var blocks = table[i][enter] > Tiny || (at[i] >= columns && table[i][^1] < Tiny && Math.Abs(table[i][enter]) > Tiny);
                if (blocks && (leave < 0 || Less(table, at, i, leave, enter)))
                    leave = i;
            }

            if (leave < 0)
                return false;
            Turn(table, at, cost, leave, enter);
        }
    }

    private static bool Less(double[][] table, int[] at, int i, int best, int column)
    {
        var (mine, his) = (table[i][^1] / Math.Abs(table[i][column]), table[best][^1] / Math.Abs(table[best][column]));
        return mine < his - Tiny || (Math.Abs(mine - his) <= Tiny && at[i] < at[best]);
    }

    private static void Turn(double[][] table, int[] at, double[]? cost, int row, int column)
    {
        var by = table[row][column];
        for (var j = 0; j < table[row].Length; j++)
            table[row][j] /= by;
        for (var i = 0; i < table.Length; i++)
            if (i != row)
                Take(table[i], table[row], table[i][column]);
        if (cost is not null)
            Take(cost, table[row], cost[column]);
        at[row] = column;
    }

    private static void Take(double[] from, double[] row, double times)
    {
        if (times == 0)
            return;
        for (var j = 0; j < from.Length; j++)
            from[j] -= times * row[j];
    }
}

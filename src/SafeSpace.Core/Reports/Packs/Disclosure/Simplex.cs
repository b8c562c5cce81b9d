using System.Numerics;

namespace SafeSpace.Core.Reports.Packs.Disclosure;

/// <summary>
/// The least and the greatest that a sum of unknown numbers can be, when none is below nothing and they balance as given: a dense simplex tableau
/// with the steepest way down, and Bland's rule where that goes round in circles. The parts of a pack that hang together are small; a library with machine code for it would weigh more than the program.
/// </summary>
internal sealed class Simplex
{
    private const double Tiny = 1e-9;

    /// <summary>So many steps for each row go the steepest way; whoever has not arrived by then goes round in circles.</summary>
    private const int Patience = 4;
    private readonly int unknowns;
    private readonly double[][] rows;
    private readonly int[] basis;

    /// <param name="balance">Each row: the factors of the unknowns.</param>
    /// <param name="right">… and what they must add up to.</param>
    /// <exception cref="InvalidOperationException">Nothing fits: the figures contradict each other.</exception>
    public Simplex(IReadOnlyList<double[]> balance, IReadOnlyList<double> right)
    {
        unknowns = balance.Count == 0 ? 0 : balance[0].Length;
        // The numbers that are only there to begin with (one for each row, numbered after the unknowns) never come in again: they need no column.
        var width = unknowns + 1;
        var table = new List<double[]>();
        for (var i = 0; i < balance.Count; i++)
        {
            var sign = right[i] < 0 ? -1 : 1;
            var row = new double[width];
            for (var j = 0; j < unknowns; j++)
                row[j] = sign * balance[i][j];
            row[^1] = sign * right[i];
            table.Add(row);
        }

        rows = [.. table];
        basis = [.. Enumerable.Range(unknowns, balance.Count)];
        FindAStart();
    }

    /// <summary>Null: without end.</summary>
    /// <param name="point">Where it is greatest: the unknowns' values.</param>
    public double? Greatest(double[] sum, out double[]? point) => Least([.. sum.Select(f => -f)], out point) is { } least ? -least : null;

    /// <summary>Null: without end.</summary>
    /// <param name="point">Where it is least: the unknowns' values.</param>
    public double? Least(double[] sum, out double[]? point)
    {
        var (table, at) = (rows.Select(r => (double[])r.Clone()).ToArray(), (int[])basis.Clone());
        var cost = new double[unknowns + 1];
        sum.CopyTo(cost, 0);
        for (var i = 0; i < table.Length; i++)
            if (at[i] < unknowns)
                Take(cost, table[i], cost[at[i]]);
        point = null;
        if (!Improve(table, at, cost, unknowns))
            return null;
        point = new double[unknowns];
        for (var i = 0; i < table.Length; i++)
            if (at[i] < unknowns)
                point[at[i]] = table[i][^1];
        return -cost[^1];
    }

    private void FindAStart()
    {
        if (rows.Length == 0)
            return;
        var cost = new double[rows[0].Length];
        foreach (var row in rows)
            for (var j = 0; j < cost.Length; j++)
                cost[j] -= row[j];
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
        for (var step = 0; ; step++)
        {
            var enter = step < Patience * (table.Length + 10) ? Steepest(cost, columns) : Array.FindIndex(cost, 0, columns, c => c < -Tiny);
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

    private static int Steepest(double[] cost, int columns)
    {
        var (best, least) = (-1, -Tiny);
        for (var j = 0; j < columns; j++)
            if (cost[j] < least)
                (best, least) = (j, cost[j]);
        return best;
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
        var (many, j) = (new Vector<double>(times), 0);
        for (; j <= from.Length - Vector<double>.Count; j += Vector<double>.Count)
            (new Vector<double>(from, j) - (many * new Vector<double>(row, j))).CopyTo(from, j);
        for (; j < from.Length; j++)
            from[j] -= times * row[j];
    }
}

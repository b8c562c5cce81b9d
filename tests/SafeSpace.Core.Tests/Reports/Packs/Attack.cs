using Google.OrTools.LinearSolver;
using SafeSpace.Core.Reports.Packs.Disclosure;

namespace SafeSpace.Core.Tests.Reports.Packs;

/// <summary>
/// Somebody who wants to know: has every figure that was published, in every edition, knows how they hang together, and has a linear solver
/// that is none of ours. Finds every secret that can be narrowed down to less than "none to four".
/// </summary>
internal static class Attack
{
    /// <summary>No number of a pack is as great: to the solver, what has no end and what cannot be look alike.</summary>
    private const double FarAway = 1e7;

    /// <param name="relations">How the attacker thinks it hangs together; null: as the program does.</param>
    public static IReadOnlyList<string> On(PackFigures published, IReadOnlyList<Relation>? relations = null)
    {
        var found = new List<string>();
        using var solver = Solver.CreateSolver("GLOP");
        var variables = new Dictionary<string, Variable>();
        foreach (var quantity in published.Quantities.DistinctBy(q => q.Name))
            variables[quantity.Name] = quantity.Shown
                ? solver.MakeNumVar((double)quantity.Value, (double)quantity.Value, quantity.Name)
                : solver.MakeNumVar(0, FarAway, quantity.Name);
        foreach (var relation in relations ?? published.Relations)
        {
            var row = solver.MakeConstraint(0, 0);
            foreach (var term in relation.Terms)
                row.SetCoefficient(variables[term.Quantity], row.GetCoefficient(variables[term.Quantity]) + (double)term.Factor);
        }

        foreach (var secret in DisclosureControl.SecretsOf(published))
        {
            var (least, most) = (Extreme(solver, variables, secret, least: true), Extreme(solver, variables, secret, least: false));
            if (least > (double)secret.Low + 0.001 || most < (double)secret.High - 0.001)
                found.Add($"{secret.What} is between {least:0.##} and {most:0.##}");
        }

        return found;
    }

    private static double Extreme(Solver solver, Dictionary<string, Variable> variables, Secret secret, bool least)
    {
        solver.Objective().Clear();
        foreach (var term in secret.Of)
            solver.Objective().SetCoefficient(variables[term.Quantity], (double)term.Factor);
        solver.Objective().SetOptimizationDirection(maximize: !least);
        return solver.Solve() switch
        {
            Solver.ResultStatus.OPTIMAL => solver.Objective().Value(),
            var status => throw new InvalidOperationException($"What was published contradicts itself ({status})."),
        };
    }
}

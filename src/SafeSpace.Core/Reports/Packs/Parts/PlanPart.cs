using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Desk;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Reports.Packs.Parts;

/// <summary>What the contract planned beside what came: calls and visits. Comes after the work, whose figures it lays beside the plan.</summary>
internal sealed class PlanPart : IPackPart
{
    public async Task AddAsync(PackBuilder pack, PackSource from)
    {
        var plans = await from.Db.ContractPlans.AsNoTracking().Where(p => p.From <= pack.To).OrderByDescending(p => p.From).ToListAsync();
        ContractPlan? Of(Month month) => plans.Find(p => p.From <= month);
        PackRow Planned(string name, Func<ContractPlan, int> number) => new(name, false, CellKind.Count, [.. pack.Periods.Select(period =>
        {
            var months = Month.TryParse(period, out var one) ? [one] : pack.Months;
            return months.Any(m => Of(m) is null) ? PackCell.Missing : new PackCell(null, CellState.Shown, months.Sum(m => number(Of(m)!)));
        })]);
        PackRow Came(string name, string slice) => new(name, false, CellKind.Count, [.. pack.Periods.Select(p => pack.Cell(PackBuilder.Key("contacts", slice, p)))]);
        pack.Table(new("plan", "Plan against actual", "Figure", pack.PeriodNames,
            [Planned("Calls planned", p => p.Calls), Came("Calls that came", "calls"), Planned("Visits planned", p => p.Visits), Came("Visits that came", "visits")],
            ["What the contract planned for each month, beside what came."]));
    }
}

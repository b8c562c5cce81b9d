using SafeSpace.Core.Data;
using SafeSpace.Core.Reports;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.SocialValue;

/// <summary>Statements, worked out again only when something was written since.</summary>
public sealed class ValueReports
{
    private readonly WorkedOut<(Month From, Month To), ValueReport> reports = new();

    public Task<ValueReport> OfAsync(GroupStore store, GroupDb db, Month from, Month to) =>
        reports.OfAsync(store, db, (from, to), () => ValueReport.WorkAsync(db, store.Clock, from, to));
}

using SafeSpace.Core.Data;

namespace SafeSpace.Core.Reports.Monitoring;

/// <summary>Monitoring reports, worked out again only when something was written since.</summary>
public sealed class MonitoringReports
{
    private readonly WorkedOut<ReportPeriod, MonitoringReport> reports = new();

    public Task<MonitoringReport> OfAsync(GroupStore store, GroupDb db, ReportPeriod period) =>
        reports.OfAsync(store, db, period, () => MonitoringReport.WorkAsync(db, store.Clock, period.From, period.To, period.On));
}

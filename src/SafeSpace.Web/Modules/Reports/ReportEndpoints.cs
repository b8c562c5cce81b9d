using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports.Files;

namespace SafeSpace.Web.Modules.Reports;

/// <summary>Reports for programs, and as files for people.</summary>
public static class ReportEndpoints
{
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        app.MapApi("/reports").MapGet("/monitoring", MonitoringAsync)
            .Needs(Permission.SeeFigures)
            .WithSummary("The monitoring report")
            .WithDescription("from and to are months (2021-01), both included; to may be left out for one month. on is the day (2021-01-15) for active_on, people_to_date and factors; without it the period's last day, or today. Months are keys like 2021-01; a month that is not whole is named in part_months.")
            .Produces<MonitoringReport>()
            .ProducesValidationProblem();
        app.MapGet("/reports/monitoring.{format:regex(^(json|csv|xlsx)$)}", DownloadAsync).Needs(Permission.SeeFigures).ExcludeFromDescription();
    }

    private static async Task<IResult> MonitoringAsync(string? from, string? to, string? on, GroupDb db, GroupClock clock)
    {
        if (ReportPeriod.Read(from, to, on, clock, out var mistakes) is not { } period)
            return Mistakes(mistakes);
        return Results.Json(await MonitoringReport.WorkAsync(db, clock, period.From, period.To, period.On), MonitoringJson.Options);
    }

    private static async Task<IResult> DownloadAsync(string format, string? from, string? to, string? on, GroupDb db, GroupStore store, Texts texts)
    {
        if (ReportPeriod.Read(from, to, on, store.Clock, out var mistakes) is not { } period)
            return Mistakes(mistakes);
        var report = await MonitoringReport.WorkAsync(db, store.Clock, period.From, period.To, period.On);
        var file = ReportFile.Make(format, report, store.Profile.Name, texts);
        return Results.File(file.Bytes, file.ContentType, file.NameFor(report));
    }

    private static IResult Mistakes(IReadOnlyDictionary<string, string> mistakes) =>
        Results.ValidationProblem(mistakes.ToDictionary(m => m.Key, m => new[] { m.Value }));
}

using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Monitoring;
using SafeSpace.Core.Shared;
using SafeSpace.Core.SocialValue;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Words;
using SafeSpace.Web.Modules.Reports.Files;
using SafeSpace.Web.Modules.SocialValue;

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
        app.MapApi("/reports").MapGet("/value", ValueAsync)
            .Needs(Permission.SeeFigures)
            .WithSummary("The value statement")
            .WithDescription("from and to are months (2021-01), both included; to may be left out for one month. A key for each month, then mean and fye (twelve times the mean of the whole months), with money as strings of pounds and pence, null where it is missing; roi_per_pound, roi_percent, counts by month; months_used, part_months, closed_months, missing; readings with numerator, denominator and gross or net.")
            .Produces<System.Text.Json.Nodes.JsonObject>()
            .ProducesValidationProblem();
        app.MapGet("/reports/value.{format:regex(^(json|csv|xlsx|html)$)}", DownloadValueAsync).Needs(Permission.SeeFigures).ExcludeFromDescription();
        app.MapGet("/value/statements/{number:int}/statement.{format:regex(^(json|csv|xlsx|html)$)}", DownloadStatementAsync).Needs(Permission.SeeFigures).ExcludeFromDescription();
        app.MapGet("/reports/monitoring.{format:regex(^(json|csv|xlsx)$)}", DownloadAsync).Needs(Permission.SeeFigures).ExcludeFromDescription();
    }

    private static async Task<IResult> MonitoringAsync(string? from, string? to, string? on, GroupDb db, GroupStore store, MonitoringReports reports)
    {
        if (ReportPeriod.Read(from, to, on, store.Clock, out var mistakes) is not { } period)
            return Mistakes(mistakes);
        return Results.Json(await reports.OfAsync(store, db, period), MonitoringJson.Options);
    }

    private static async Task<IResult> DownloadAsync(string format, string? from, string? to, string? on, GroupDb db, GroupStore store, Texts texts, MonitoringReports reports)
    {
        if (ReportPeriod.Read(from, to, on, store.Clock, out var mistakes) is not { } period)
            return Mistakes(mistakes);
        var report = await reports.OfAsync(store, db, period);
        var file = ReportFile.Make(format, report, store.Profile.Name, texts);
        return Results.File(file.Bytes, file.ContentType, file.NameFor(report));
    }

    private static async Task<IResult> ValueAsync(string? from, string? to, GroupDb db, GroupStore store, ValueReports reports)
    {
        if (ReportPeriod.Read(from, to, null, store.Clock, out var mistakes) is not { } period)
            return Mistakes(mistakes);
        return Results.Text(ValueJson.Write(await reports.OfAsync(store, db, period.From, period.To)), "application/json; charset=utf-8");
    }

    private static async Task<IResult> DownloadValueAsync(string format, string? from, string? to, GroupDb db, GroupStore store, Texts texts)
    {
        if (ReportPeriod.Read(from, to, null, store.Clock, out var mistakes) is not { } period)
            return Mistakes(mistakes);
        var report = await ValueReport.WorkAsync(db, store.Clock, period.From, period.To);
        var file = ValueFile.Make(format, report, await LevelNames.ReadAsync(db), store.Profile.Name, texts);
        return Results.File(file.Bytes, file.ContentType, ValueFile.NameFor(report, format));
    }

    /// <summary>A statement as it was prepared, and stands: whatever the months say today.</summary>
    private static async Task<IResult> DownloadStatementAsync(int number, string format, GroupDb db, GroupStore store, Texts texts)
    {
        if (await db.ValueStatements.AsNoTracking().SingleOrDefaultAsync(s => s.Number == number) is not { } statement)
            return Results.NotFound();
        var report = StatementService.ReportOf(statement);
        var file = ValueFile.Make(format, report, await LevelNames.ReadAsync(db), store.Profile.Name, texts);
        return Results.File(file.Bytes, file.ContentType, $"statement-{number}-{ValueFile.NameFor(report, format)}");
    }

    private static IResult Mistakes(IReadOnlyDictionary<string, string> mistakes) =>
        Results.ValidationProblem(mistakes.ToDictionary(m => m.Key, m => new[] { m.Value }));
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SafeSpace.Core.Access;
using SafeSpace.Core.Import.Bringing;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Import;

/// <summary>Services of an import, and the list of refused rows as a file.</summary>
public static class ImportEndpoints
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportQueue>();
        services.AddHostedService(s => s.GetRequiredService<ImportQueue>());
        services.AddScoped<ImportDesk>();
        return services;
    }

    public static void MapImports(this IEndpointRouteBuilder app) =>
        app.MapGet("/import/{id:guid}/refused.csv", RefusedAsync).Needs(Permission.Import).ExcludeFromDescription();

    private static async Task<IResult> RefusedAsync(Guid id, ImportDesk desk)
    {
        if (await desk.FindAsync(id) is not { } run || desk.Runs.Open(run) is not { } result)
            return Results.NotFound();
        return Results.File(Csv(result.Refused), "text/csv; charset=utf-8", "refused.csv");
    }

    /// <summary>A cell that a spreadsheet program would take for a formula gets an apostrophe before it.</summary>
    private static byte[] Csv(IReadOnlyList<RefusedRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var heading in new[] { "file", "sheet", "row", "why", "what to do" })
                csv.WriteField(heading);
            csv.NextRecord();
            foreach (var row in rows)
            {
                csv.WriteField(row.File);
                csv.WriteField(row.Sheet);
                csv.WriteField(row.Row);
                csv.WriteField(row.Why);
                csv.WriteField(row.Detail);
                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }
}

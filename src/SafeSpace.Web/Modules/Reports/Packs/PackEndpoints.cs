using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.Packs;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Security;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Reports.Packs;

public static class PackEndpoints
{
    public static void MapPacks(this IEndpointRouteBuilder app) =>
        app.MapGet("/packs/{number:int}/pack.xlsx", DownloadAsync).Needs(Permission.SeePacks).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(int number, GroupDb db, PackService packs, Texts texts)
    {
        if (await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number) is not { } pack)
            return Results.NotFound();
        var document = packs.Open(pack);
        return Results.File(PackFile.Write(document, number, packs.WhyOf(pack), texts), PackFile.ContentType, $"pack-{number}-{document.From}{(document.From == document.To ? "" : $"-to-{document.To}")}.xlsx");
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Connections;
using SafeSpace.Core.Connections.Counselling;
using SafeSpace.Core.Connections.OpenReferral;
using SafeSpace.Core.Connections.Partners;
using SafeSpace.Core.Data;

namespace SafeSpace.Web.Modules.Connections.Directory;

/// <summary>The entries marked public, in the form of Open Referral UK: for everybody, without a key, from any other site. Nothing at all unless the group publishes.</summary>
public static class FeedEndpoints
{
    private const int MostOnAPage = 100;

    public static void MapDirectoryFeed(this IEndpointRouteBuilder app)
    {
        app.MapGet("/open-referral", (HttpContext http, GroupDb db) => AnswerAsync(http, db, () => Task.FromResult<object?>(ServiceFeed.About))).AllowAnonymous();
        app.MapGet("/open-referral/services", (HttpContext http, GroupDb db, GroupStore store) => AnswerAsync(http, db, async () =>
        {
            var (page, size) = (Number(http, "page", 1, int.MaxValue / MostOnAPage), Number(http, "per_page", 50, MostOnAPage));
            return ServiceFeed.Page(await Public(db).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(), page, size, store.Profile.Region, Address(http));
        })).AllowAnonymous();
        app.MapGet("/open-referral/services/{id:guid}", (Guid id, HttpContext http, GroupDb db, GroupStore store) => AnswerAsync(http, db, async () =>
            await Public(db).SingleOrDefaultAsync(p => p.Id == id) is { } partner ? ServiceFeed.Of(partner, store.Profile.Region, Address(http)) : null)).AllowAnonymous();
    }

    private static IQueryable<Partner> Public(GroupDb db) => db.Partners.AsNoTracking().Where(p => p.Public);

    private static async Task<IResult> AnswerAsync(HttpContext http, GroupDb db, Func<Task<object?>> read)
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        if (!(await CounsellingClock.RulesAsync(db)).Publishes || await read() is not { } answer)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(answer);
    }

    private static string Address(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/open-referral/services";

    private static int Number(HttpContext http, string name, int usual, int most) =>
        int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 ? Math.Min(number, most) : usual;
}

using SafeSpace.Web.Infrastructure.Api;

namespace SafeSpace.Web.Infrastructure.Security;

/// <summary>
/// An address at which there is nothing is guarded like every other: whoever is not signed in is sent to sign in (a program: 401),
/// so that nobody outside learns which addresses exist.
/// </summary>
internal static class NothingThere
{
    public static void MapNothing(this IEndpointRouteBuilder app)
    {
        // After everything else, also after routes that match every file name.
        // What is posted and is no JSON comes here too, because no endpoint takes it: it gets the same answer at every address.
        app.MapApi("/{**rest}").Map("", (HttpRequest request) => HttpMethods.IsPost(request.Method) && !request.HasJsonContentType()
                ? Results.Problem("Send JSON, with Content-Type: application/json.", statusCode: StatusCodes.Status415UnsupportedMediaType)
                : Results.NotFound()).WithOrder(int.MaxValue - 1).ExcludeFromDescription().WithDisplayName("nothing there (interface)");
        app.Map("/{**rest}", () => Results.NotFound()).WithOrder(int.MaxValue).ExcludeFromDescription().WithDisplayName("nothing there");
    }
}

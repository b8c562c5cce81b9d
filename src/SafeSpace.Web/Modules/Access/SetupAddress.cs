namespace SafeSpace.Web.Modules.Access;

/// <summary>The whole address of a set-up link, to hand on.</summary>
internal static class SetupAddress
{
    public static string Of(HttpRequest request, string secret) => $"{request.Scheme}://{request.Host}{request.PathBase}/set-up/{secret}";
}

using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Desk.Wall;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Infrastructure.Groups;

/// <summary>
/// Two ways to read a group: what a page asks for (<see cref="GroupDb"/>) leaves out who is behind a wall for this viewer, by itself.
/// The whole store is asked for by name, by the few who need it: the front door, the board, who keeps people apart.
/// </summary>
public static class WholeStore
{
    public const string Key = "whole";

    public static void AddStoreReading(this IServiceCollection services)
    {
        services.AddScoped<LentContext>();
        services.AddKeyedScoped(Key, (s, _) => s.GetRequiredService<LentContext>().Db);
        services.AddScoped(ForViewer);
    }

    public static GroupDb Whole(this IServiceProvider services) => services.GetRequiredKeyedService<GroupDb>(Key);

    private static GroupDb ForViewer(IServiceProvider services)
    {
        var whole = services.Whole();
        var endpoint = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.GetEndpoint();
        if (IsOfFiguresAlone(endpoint))
            return whole;
        var viewer = services.GetRequiredService<Viewer>();
        var walled = whole.WalledFrom(viewer);
        if (walled.Count > 0 && endpoint?.Metadata.GetMetadata<OwnRecordAttribute>() is not null)
            walled = [.. walled.Except(whole.OwnRecordsOf(viewer))];
        return walled.Count == 0 ? whole : services.GetRequiredService<GroupStore>().Behind(whole, walled);
    }

    /// <summary>Pages and endpoints that need a permission for figures and show nobody count everybody.</summary>
    private static bool IsOfFiguresAlone(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<NeedsAttribute>() is { Permission: Permission.SeeFigures } && endpoint.Metadata.GetMetadata<ShowsPeopleAttribute>() is null;
}

using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Features;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Data.Signals;
using SafeSpace.Web.Infrastructure.Api;
using SafeSpace.Web.Infrastructure.Groups;
using SafeSpace.Web.Infrastructure.Security;

namespace SafeSpace.Web.Modules.Desk;

/// <summary>
/// A line that says "changed" and a number, and nothing about anybody: the open page then asks for its rows as for any page. The first word
/// comes at once, for a browser calls a line open only then; a beat shows that it still holds; who comes back says the last number they
/// heard and is told at once when there is a newer one. A program that is stopped ends its lines, and waits for none of them.
/// </summary>
public static class ChangesEndpoint
{
    /// <summary>Long enough to be cheap, short enough that a sign-off ends it; browsers come back by themselves.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static void MapDeskChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/desk/changes", OpenAsync).Needs(Permission.LogContacts).WithMetadata(new UnattendedAttribute()).ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(HttpContext context, GroupStore store, IHostApplicationLifetime program)
    {
        var version = await context.RequestServices.Whole().VersionAsync();
        store.Signals.Heard(version);
        await LetGoAsync(context);
        return TypedResults.ServerSentEvents(ListenAsync(store.Signals, program.ApplicationStopping, context.RequestAborted));
    }

    /// <summary>The line lies open for minutes and needs nothing of what signed it in: the connection to the store goes back, and the memory with it.</summary>
    private static async Task LetGoAsync(HttpContext context)
    {
        var signedIn = context.Features.GetRequiredFeature<IServiceProvidersFeature>();
        context.Features.Set<IServiceProvidersFeature>(new RequestServicesFeature(context, context.RequestServices.GetRequiredService<IServiceScopeFactory>()));
        await ((IAsyncDisposable)signedIn).DisposeAsync();
    }

    private static async IAsyncEnumerable<SseItem<string>> ListenAsync(StoreSignals signals, CancellationToken stopping, [EnumeratorCancellation] CancellationToken aborted)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, aborted);
        var gone = ends.Token;
        using var listening = signals.Listen();
        var until = Environment.TickCount64 + (long)Longest.TotalMilliseconds;
        var said = -1L;
        while (!gone.IsCancellationRequested && Environment.TickCount64 < until)
        {
            var next = signals.Next;
            var version = signals.Version;
            yield return Item(version == said ? "here" : "changed", said = version);
            await next.WaitAsync(gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static SseItem<string> Item(string kind, long version)
    {
        var number = version.ToString(CultureInfo.InvariantCulture);
        return new SseItem<string>(number, kind) { EventId = number, ReconnectionInterval = TimeSpan.FromSeconds(2) };
    }
}

using System.Globalization;
using System.IO.Pipelines;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Data.Signals;
using SafeSpace.Web.Infrastructure;
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

    /// <summary>Two numbers of nineteen digits and what stands around them.</summary>
    private const int LongestWord = 128;

    public static void MapDeskChanges(this IEndpointRouteBuilder app) =>
        app.MapGet("/desk/changes", OpenAsync).Needs(Permission.LogContacts).WithMetadata(new UnattendedAttribute()).ExcludeFromDescription();

    private static async Task OpenAsync(HttpContext context, GroupStore store, IHostApplicationLifetime program)
    {
        var version = await context.RequestServices.Whole().VersionAsync();
        store.Signals.Heard(version);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-cache,no-store";
        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var (signals, stopping) = (store.Signals, program.ApplicationStopping);
        context.Hold(line => ListenAsync(line, signals, stopping));
    }

    private static async Task ListenAsync(HttpContext line, StoreSignals signals, CancellationToken stopping)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, line.RequestAborted);
        var gone = ends.Token;
        using var listening = signals.Listen();
        var until = Environment.TickCount64 + (long)Longest.TotalMilliseconds;
        var said = -1L;
        try
        {
            while (!gone.IsCancellationRequested && Environment.TickCount64 < until)
            {
                var next = signals.Next;
                var version = signals.Version;
                Say(line.Response.BodyWriter, version == said ? "here" : "changed", said = version);
                await line.Response.BodyWriter.FlushAsync(gone);
                await next.WaitAsync(gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // Whoever listened has gone, or the program stops.
        }
    }

    /// <summary>Straight into what is sent: thousands of lines are told at once, and nothing is kept for any of them.</summary>
    private static void Say(PipeWriter line, string kind, long version)
    {
        Utf8.TryWrite(line.GetSpan(LongestWord), CultureInfo.InvariantCulture, $"event: {kind}\ndata: {version}\nid: {version}\nretry: 2000\n\n", out var written);
        line.Advance(written);
    }
}

using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SafeSpace.Core.Data;

namespace SafeSpace.Web.Infrastructure;

/// <summary>
/// Traces and figures for whoever runs the program, by OpenTelemetry: off until <c>Telemetry:Otlp</c> says where they go.
/// Addresses say who was looked up, so none leaves: a request is known by the pattern of its page.
/// </summary>
public static class Telemetry
{
    /// <summary>The address of a collector that takes OTLP by HTTP: "http://127.0.0.1:4318".</summary>
    public const string Setting = "Telemetry:Otlp";

    public static void AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (settings[Setting] is not { Length: > 0 } address)
            return;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
            throw new Core.Shared.SafeSpaceException("Telemetry__Otlp must be an address that begins with http:// or https://.");
        services.AddOpenTelemetry()
            .ConfigureResource(program => program.AddService("safespace", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(o => o.Filter = request => !request.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal) && !request.Request.Path.StartsWithSegments("/readyz", StringComparison.Ordinal))
                .AddSource(StoreMeter.Name)
                .AddProcessor(new WithoutAddresses())
                .AddOtlpExporter(o => To(o, collector, "v1/traces")))
            .WithMetrics(figures => figures
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(StoreMeter.Name)
                .AddOtlpExporter(o => To(o, collector, "v1/metrics")));
    }

    private static void To(OtlpExporterOptions options, Uri collector, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + signal);
    }

    /// <summary>Takes off every span what says who was looked up, by whom and from where, and what an error said in words.</summary>
    private sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Kept = ["http.route", "http.request.method", "http.response.status_code", "network.protocol.version", "url.scheme", "error.type"];

        public override void OnEnd(Activity span)
        {
            foreach (var tag in span.TagObjects.Select(t => t.Key).Where(key => !Kept.Contains(key)).ToList())
                span.SetTag(tag, null);
            if (span.Status == ActivityStatusCode.Error)
                span.SetStatus(ActivityStatusCode.Error);
        }
    }
}

namespace SafeSpace.Web.Infrastructure;

/// <summary>
/// How a program that is asked to stop goes: at once it is no longer ready, so that a proxy sends nobody here; for as long as
/// <c>Stopping:Drain</c> says it still answers whoever comes; then it takes no more, and finishes what it has begun.
/// </summary>
public sealed class Stopping(IConfiguration settings) : IHostedLifecycleService
{
    /// <summary>Seconds; none without a proxy that looks at <c>/readyz</c>.</summary>
    public const string Setting = "Stopping:Drain";

    private const int MostSeconds = 300;

    /// <summary>For what was begun, after the drain: as long as the host gives where nobody says.</summary>
    private static readonly TimeSpan Finishing = TimeSpan.FromSeconds(30);

    public static void Add(IServiceCollection services, IConfiguration settings)
    {
        services.AddHostedService<Stopping>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = DrainOf(settings) + Finishing);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(DrainOf(settings), cancellationToken);

    private static TimeSpan DrainOf(IConfiguration settings) => TimeSpan.FromSeconds(Math.Clamp(settings.GetValue(Setting, 0), 0, MostSeconds));

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

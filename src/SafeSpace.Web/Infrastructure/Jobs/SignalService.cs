using SafeSpace.Core.Network;

namespace SafeSpace.Web.Infrastructure.Jobs;

/// <summary>Keeps open boards awake as long as the application runs.</summary>
internal sealed class SignalService(Stores stores) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await new SignalPump(stores).RunAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The application stops.
        }
    }
}

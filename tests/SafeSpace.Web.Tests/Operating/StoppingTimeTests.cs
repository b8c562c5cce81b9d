using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SafeSpace.Core.Data;
using SafeSpace.Testing;
using SafeSpace.Web.Infrastructure;

namespace SafeSpace.Web.Tests.Operating;

public sealed class StoppingTimeTests
{
    [Theory]
    [InlineData(null, 30)]
    [InlineData("40", 70)]
    [InlineData("100000", 330)]
    public async Task TheDrain_TakesNothingFromTheTimeForWhatWasBegun(string? drain, int seconds)
    {
        await using var stores = await TestStores.OpenAsync(EngineKind.Sqlite);
        await using var app = await WebHost.BuildAsync(new WebHostOptions(stores.Folder, null), builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Configuration[Stopping.Setting] = drain;
        });

        Assert.Equal(TimeSpan.FromSeconds(seconds), app.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }
}

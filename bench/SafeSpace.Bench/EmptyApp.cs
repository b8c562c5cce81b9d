namespace SafeSpace.Bench;

/// <summary>One page and nothing else: what starting ASP.NET Core costs at least.</summary>
internal static class EmptyApp
{
    public static async Task<int> RunAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/", () => Results.Text("<!doctype html><title>Empty</title>", "text/html"));
        await app.RunAsync();
        return 0;
    }
}

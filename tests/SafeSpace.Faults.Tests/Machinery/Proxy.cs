using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>HAProxy with the settings we give to those who run several nodes: <c>deploy/haproxy.cfg</c>.</summary>
public sealed class Proxy : IAsyncDisposable
{
    private readonly Process process;

    private Proxy(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Before any node listens: it waits for them.</summary>
    public static Proxy Start(Uri one, Uri two)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("haproxy", ["-db", "-f", Path.Combine(Root(), "deploy", "haproxy.cfg")]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["PATH"] += ":/usr/sbin";
        start.Environment["SAFESPACE_BIND"] = $"127.0.0.1:{port}";
        (start.Environment["SAFESPACE_ONE"], start.Environment["SAFESPACE_TWO"]) = (one.Authority, two.Authority);
        start.FileName = File.Exists("/usr/sbin/haproxy") ? "/usr/sbin/haproxy" : start.FileName;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Proxy(process, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Until as many checks of a node as the proxy asks for have passed: it is sent requests again.</summary>
    public static async Task SeesAsync(Uri node)
    {
        using var http = new HttpClient { BaseAddress = node };
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await IsReadyAsync(http))
            await Task.Delay(100, patience.Token);
        await Task.Delay(TimeSpan.FromSeconds(3), patience.Token);
    }

    /// <summary>
    /// One that nobody listens at, below those the machine gives to connections: between servers that stop and start there, and beside other
    /// tests with thousands of connections, nobody is given it meanwhile.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 15_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
            {
                // somebody is there: another
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/readyz");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "deploy", "haproxy.cfg")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("deploy/haproxy.cfg is not there.");
    }
}

using System.Net;
using System.Net.Sockets;

namespace SafeSpace.Testing;

/// <summary>A line to a server that can be cut and mended: what "the database is away for a minute" looks like from the application.</summary>
public sealed class FlakyLine : IAsyncDisposable
{
    private readonly List<TcpClient> open = [];
    private readonly string host;
    private readonly int port;
    private TcpListener? listener;

    public FlakyLine(string host, int port)
    {
        (this.host, this.port) = (host, port);
        Listen(0);
        Port = ((IPEndPoint)listener!.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>Every connection breaks, and none is taken any more.</summary>
    public void Cut()
    {
        listener?.Stop();
        listener = null;
        lock (open)
        {
            foreach (var client in open)
            {
                if (client.Client is { } socket)
                    socket.LingerState = new LingerOption(true, 0);
                client.Dispose();
            }

            open.Clear();
        }
    }

    public void Mend() => Listen(Port);

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private void Listen(int on)
    {
        var made = new TcpListener(IPAddress.Loopback, on);
        made.Start();
        listener = made;
        _ = TakeAsync(made);
    }

    private async Task TakeAsync(TcpListener from)
    {
        try
        {
            while (true)
                _ = PassAsync(await from.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        var server = new TcpClient();
        lock (open)
            open.AddRange([client, server]);
        try
        {
            await server.ConnectAsync(host, port);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, on one side or the other.
        }

        client.Dispose();
        server.Dispose();
    }
}

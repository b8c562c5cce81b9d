using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SafeSpace.Faults.Tests.Machinery;

public enum Cut
{
    /// <summary>The commit is asked for and never arrives.</summary>
    BeforeTheCommitArrives,

    /// <summary>The commit is done, and nobody hears of it.</summary>
    AfterTheCommitIsDone,
}

/// <summary>The wire between the application and PostgreSQL, which is cut at the worst moment.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = [];
    private readonly CancellationTokenSource over = new();
    private readonly int to;
    private readonly Task accepting;
    private Cut? armed;
    private volatile bool silent;
    private volatile bool down;

    public Wire(int to)
    {
        this.to = to;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whether it stays down after the cut.</summary>
    public bool StaysDown { get; set; }

    public int Cuts { get; private set; }

    /// <summary>The next commit is the one.</summary>
    public void Arm(Cut cut) => armed = cut;

    /// <summary>From now on whoever is connected, or connects, is hung up on.</summary>
    public void GoDown()
    {
        down = true;
        HangUp();
    }

    public void ComeBack() => down = false;

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        HangUp();
        await accepting;
        over.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!over.IsCancellationRequested)
            {
                var client = await listener.AcceptTcpClientAsync(over.Token);
                if (down)
                    client.Dispose();
                else
                    _ = CarryAsync(client);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException)
        {
            // Over.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, to, over.Token);
                (open[client], open[server]) = (true, true);
                await Task.WhenAny(AskAsync(client.GetStream(), server.GetStream()), AnswerAsync(server.GetStream(), client.GetStream()));
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // One of both hung up.
            }

            open.TryRemove(client, out _);
            open.TryRemove(server, out _);
        }
    }

    private async Task AskAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(bytes, over.Token)) > 0;)
        {
            var commit = armed is not null && bytes.AsSpan(0, read).IndexOf("COMMIT\0"u8) >= 0;
            var cut = commit ? armed : null;
            if (commit)
                (armed, silent) = (null, true);
            if (cut != Cut.BeforeTheCommitArrives)
                await to.WriteAsync(bytes.AsMemory(0, read), over.Token);
            if (cut is null)
                continue;
            if (cut == Cut.AfterTheCommitIsDone)
                await Task.Delay(300, over.Token);
            silent = false;
            Cuts++;
            if (StaysDown)
                GoDown();
            HangUp();
            return;
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        var bytes = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(bytes, over.Token)) > 0;)
        {
            // What the server says to the fatal commit nobody hears.
            if (silent)
                continue;
            await to.WriteAsync(bytes.AsMemory(0, read), over.Token);
        }
    }

    private void HangUp()
    {
        foreach (var end in open.Keys)
            end.Dispose();
        open.Clear();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SafeSpace.Faults.Tests.Machinery;

/// <summary>The real program, <c>SafeSpace.Web serve</c>, in a process of its own that can be killed.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> said = new();

    private ServerProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Where it listens, once it does. Fails when the program ends before.</summary>
    public Task<Uri> Address => address.Task;

    /// <summary>The last it said.</summary>
    public string Said => string.Join('\n', said.TakeLast(30));

    /// <param name="at">Where it is to listen; somewhere free where nobody says.</param>
    /// <param name="settings">As environment variables.</param>
    /// <param name="words">After "serve".</param>
    public static ServerProcess Start(Uri? at, IEnumerable<(string Name, string Value)> settings, params IEnumerable<string> words)
    {
        // A write beyond a file-size limit is then an error the program sees, as on a full disk, and not its end.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "trap '' XFSZ; exec \"$0\" serve \"$@\"", Program, "--urls", at?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:0", .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Exited += (_, _) => server.address.TrySetException(new InvalidOperationException($"The server ended before it listened:\n{server.Said}"));
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        return server;
    }

    /// <summary>SIGKILL: no word of goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        _ = address.Task.Exception;
    }

    /// <summary>SIGTERM: it may finish what it was doing.</summary>
    public void AskToStop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task StopAsync()
    {
        if (process.HasExited)
            return;
        AskToStop();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        await process.WaitForExitAsync(patience.Token);
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <param name="ask">Ask it to first.</param>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(bool ask = false)
    {
        if (ask)
            AskToStop();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(45));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
    }

    /// <summary>As it was built with these tests; or a published one, to try what people run.</summary>
    private static string Program => Environment.GetEnvironmentVariable("SAFESPACE_FAULT_PROGRAM") is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "SafeSpace.Web");

    private void Hear(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        while (said.Count > 400)
            said.TryDequeue(out _);
        var at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0)
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}

using System.Diagnostics;

namespace SafeSpace.Core.Data.Signals;

/// <summary>
/// Tells who waits that a store changed, and nothing else: a number that only grows (the last link of its chain). However many changes
/// there are, those who wait are woken at most once in 50 ms.
/// </summary>
public sealed class StoreSignals
{
    public static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private TaskCompletionSource next = New();
    private long version;
    private long woken = Stopwatch.GetTimestamp() - Stopwatch.Frequency;
    private bool waking;
    private int listeners;

    /// <summary>The newest change that this node has heard of; 0 before the first.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Somebody has a board open.</summary>
    public bool IsHeard => Volatile.Read(ref listeners) > 0;

    /// <summary>Called after each commit of this node that changed something, once in 50 ms at most: tells the other nodes.</summary>
    internal Func<long, Task>? Tell { get; set; }

    /// <summary>Completes at the next change, or the next beat.</summary>
    public Task Next
    {
        get
        {
            lock (gate)
                return next.Task;
        }
    }

    public IDisposable Listen()
    {
        Interlocked.Increment(ref listeners);
        return new Listening(this);
    }

    /// <summary>Wakes everybody although nothing changed, so that a line that is broken shows.</summary>
    public void Beat() => Wake();

    /// <summary>Something up to this link of the chain was committed here.</summary>
    public void Committed(long sequence) => Raise(sequence, own: true);

    /// <summary>Another node said so, or the store did when it was asked.</summary>
    public void Heard(long sequence) => Raise(sequence, own: false);

    private void Raise(long sequence, bool own)
    {
        TimeSpan rest;
        lock (gate)
        {
            if (sequence <= version)
                return;
            Interlocked.Exchange(ref version, sequence);
            ownNews |= own;
            if (waking)
                return;
            waking = true;
            rest = Apart - Stopwatch.GetElapsedTime(woken);
        }

        _ = WakeAfterAsync(rest);
    }

    private bool ownNews;

    private async Task WakeAfterAsync(TimeSpan rest)
    {
        if (rest > TimeSpan.Zero)
            await Task.Delay(rest);
        else
            await Task.Yield();
        bool tell;
        lock (gate)
        {
            waking = false;
            woken = Stopwatch.GetTimestamp();
            (tell, ownNews) = (ownNews, false);
        }

        Wake();
        if (tell && Tell is { } others)
            await others(Version);
    }

    private void Wake()
    {
        TaskCompletionSource waiting;
        lock (gate)
            (waiting, next) = (next, New());
        waiting.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Listening(StoreSignals signals) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
                Interlocked.Decrement(ref signals.listeners);
        }
    }
}

using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SafeSpace.Core.Data;

/// <summary>What stores say of themselves to whoever measures the running program: times and counts, the kind of an operation, and nothing about anybody.</summary>
public static class StoreMeter
{
    /// <summary>The name of both the figures and the traces.</summary>
    public const string Name = "SafeSpace.Stores";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Commit = Meter.CreateHistogram<double>("safespace.store.commit.duration", "s", "From taking a batch of what waits until it is durable, or has failed.");
    private static readonly Counter<long> Units = Meter.CreateCounter<long>("safespace.store.units", "{unit}", "Units of work that went through the writer, failed ones too.");
    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("safespace.store.waiting", "{unit}", "Units of work that wait for their commit.");

    /// <param name="kind">Of the operation: "ContactLogged".</param>
    internal static Activity? Save(string kind) => Source.StartActivity("save " + kind);

    internal static void Began() => Waiting.Add(1);

    internal static void Ended() => Waiting.Add(-1);

    internal static void Batch(int units, TimeSpan took)
    {
        Units.Add(units);
        Commit.Record(took.TotalSeconds);
    }
}

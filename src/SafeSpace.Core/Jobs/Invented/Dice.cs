namespace SafeSpace.Core.Jobs.Invented;

/// <summary>Chance that is the same for the same seed, on every machine and in every version (SplitMix64).</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    public static Dice For(int seed, int index) => new((((ulong)(uint)seed) << 32) ^ ((ulong)(uint)index * 0x9E3779B97F4A7C15UL));

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public int Below(int end) => (int)(Unit() * end);

    public int From(int first, int last) => first + Below(last - first + 1);

    public bool Chance(double probability) => Unit() < probability;

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>Around <paramref name="median"/>, with a long tail upwards.</summary>
    public double LongTailed(double median, double spread) => median * Math.Exp(spread * Normal());

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public T Pick<T>(IReadOnlyList<(T Thing, double Weight)> from)
    {
        var at = Unit() * from.Sum(f => f.Weight);
        foreach (var (thing, weight) in from)
        {
            at -= weight;
            if (at < 0)
                return thing;
        }

        return from[^1].Thing;
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}

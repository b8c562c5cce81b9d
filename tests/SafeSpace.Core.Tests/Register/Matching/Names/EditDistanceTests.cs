using FsCheck.Xunit;
using SafeSpace.Core.Register.Matching.Names;

namespace SafeSpace.Core.Tests.Register.Matching.Names;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("hall", "ahll", 1)]
    [InlineData("johnson", "joohnson", 1)]
    [InlineData("paul", "pal", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void KnownDistances(string a, string b, int distance) => Assert.Equal(distance, EditDistance.DamerauLevenshtein(a, b));

    [Property(MaxTest = 500)]
    public void Distance_IsThatOfTheNaiveRecursion(byte[] x, byte[] y)
    {
        var (a, b) = (Few(x), Few(y));
        Assert.Equal(Naive(a, b), EditDistance.DamerauLevenshtein(a, b));
    }

    [Property(MaxTest = 500)]
    public void AtMostOne_AgreesWithTheDistance(byte[] x, byte[] y)
    {
        var (a, b) = (Few(x), Few(y));
        Assert.Equal(Naive(a, b) <= 1, EditDistance.AtMostOne(a, b));
    }

    [Property]
    public void JaroWinkler_IsSymmetric_AndBetweenNothingAndOne(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        var likeness = EditDistance.JaroWinkler(a, b);
        Assert.InRange(likeness, 0, 1.0000001);
        Assert.Equal(likeness, EditDistance.JaroWinkler(b, a));
    }

    /// <summary>Three letters only, so that near words come often; six at most, because the oracle is slow on purpose.</summary>
    private static string Few(byte[]? bytes) => new([.. (bytes ?? []).Take(6).Select(each => (char)('a' + (each % 3)))]);

    private static int Naive(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        var best = Math.Min(Naive(a[1..], b) + 1, Math.Min(Naive(a, b[1..]) + 1, Naive(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1)));
        return a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] ? Math.Min(best, Naive(a[2..], b[2..]) + 1) : best;
    }
}

using System.Diagnostics;
using System.Globalization;
using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Register.Matching.Scoring;

namespace SafeSpace.Core.Tests.Register.Matching.Lists;

/// <summary>How many of the known duplicates are found, with the one set of weights. The figures go to docs/matching.md.</summary>
public sealed class LinkageTests
{
    [Theory]
    [InlineData("dataset1", true, 500, 0.995)]
    [InlineData("dataset2", true, 1934, 0.99)]
    [InlineData("dataset1", false, 500, 0.98)]
    [InlineData("dataset2", false, 1934, 0.97)]
    public void Probably_FindsTheKnownDuplicates(string file, bool withAddress, int truePairs, double leastF1)
    {
        var data = LinkageData.Read(file, withAddress);
        Assert.Equal(truePairs, data.TruePairs);

        var figures = Figures.Of(data, MatchBand.Probably);

        Print(file, withAddress, "probably", figures);
        Assert.True(figures.F1 >= leastF1, $"F1 {figures.F1:F4}");
    }

    [Theory]
    [InlineData("dataset1", true, 0.6)]
    [InlineData("dataset2", true, 0.6)]
    [InlineData("dataset1", false, 0.3)]
    [InlineData("dataset2", false, 0.3)]
    public void Same_IsHardlyEverWrong(string file, bool withAddress, double leastRecall)
    {
        var figures = Figures.Of(LinkageData.Read(file, withAddress), MatchBand.Same);

        Print(file, withAddress, "same", figures);
        Assert.True(figures.Precision >= 0.999, $"precision {figures.Precision:F4}");
        Assert.True(figures.Recall >= leastRecall, $"recall {figures.Recall:F4}");
    }

    private static void Print(string file, bool withAddress, string band, Figures figures) => TestContext.Current.TestOutputHelper?.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{file} {(withAddress ? "all fields" : "without address")} {band}: precision {figures.Precision:F4} recall {figures.Recall:F4} F1 {figures.F1:F4} in {figures.Seconds:F2} s"));

    private sealed record Figures(double Precision, double Recall, double Seconds)
    {
        public double F1 => 2 * Precision * Recall / (Precision + Recall);

        public static Figures Of(LinkageData data, MatchBand least)
        {
            var started = Stopwatch.GetTimestamp();
            var pairs = ListMatcher.Match(data.People, TestContext.Current.CancellationToken).Where(pair => pair.Match.Band >= least).ToList();
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            var right = pairs.Count(pair => data.AreOne(pair.First, pair.Second));
            return new Figures((double)right / pairs.Count, (double)right / data.TruePairs, seconds);
        }
    }
}

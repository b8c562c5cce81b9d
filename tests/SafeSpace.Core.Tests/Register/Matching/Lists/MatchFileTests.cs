using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using SafeSpace.Core.Register.Matching.Lists;
using SafeSpace.Core.Register.Matching.Scoring;
using SafeSpace.Testing;

namespace SafeSpace.Core.Tests.Register.Matching.Lists;

public sealed class MatchFileTests
{
    private readonly MatchFile file = new(new FakeTimeProvider(new DateTimeOffset(2021, 5, 23, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("dataset1", 500)]
    [InlineData("dataset2", 1934)]
    public void File_IsReadByItsHeaders_AndGivesTheKnownPairs(string name, int truePairs)
    {
        using var reader = new StreamReader(SharedData.Path($"linkage/{name}.csv"));
        var started = Stopwatch.GetTimestamp();

        var pairs = file.Match(reader, cancellation: TestContext.Current.CancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {pairs.Count} pairs in {Stopwatch.GetElapsedTime(started).TotalSeconds:F2} s");
        var right = pairs.Count(pair => Truth(pair.Reference) == Truth(pair.OtherReference));
        Assert.True(right >= truePairs * 0.99, $"{right} right");
        Assert.True(right >= pairs.Count * 0.99, $"{right} of {pairs.Count}");
    }

    [Fact]
    public void ReferencesAndSecurityNumbers_AreNeverCompared()
    {
        var pairs = Match("""
            rec_id,given_name,surname,soc_sec_id
            rec-1-org,Ann,Archer,123456
            rec-1-org,Zoe,Miller,123456
            """);

        Assert.Empty(pairs);
    }

    [Fact]
    public void Pair_TellsRowsReferencesAndWhy()
    {
        var pair = Assert.Single(Match("""
            Ref No;First name;Surname;DOB;Phone
            SS1;Siobhán;O'Brien;2 Mar 1980;7700900123

            SS2;Siobhan;OBrian;02/03/80;+44 7700 900123
            """));

        Assert.Equal((2, 4, "SS1", "SS2"), (pair.Row, pair.OtherRow, pair.Reference, pair.OtherReference));
        Assert.Equal(MatchBand.Same, pair.Band);
        Assert.Contains("same date of birth", pair.Why, StringComparison.Ordinal);
        Assert.Contains("surnames one letter apart", pair.Why, StringComparison.Ordinal);
        Assert.Contains("same phone", pair.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void BothNamesInOneColumn_AreParted()
    {
        var pair = Assert.Single(Match("Name,DOB\n\"Harley, Sam\",1984-01-31\nSam Harley,31/01/1984\n"));

        Assert.Contains("same surname", pair.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void MappedColumns_AreUsed()
    {
        var columns = new PeopleColumns { GivenName = "Vorname", Surname = "Zuname", Born = "geboren" };

        Assert.Single(Match("Vorname,Zuname,geboren\nJürgen,Müller,1.2.1970\nJurgen,Muller,01.02.1970\n", columns));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("colour,size\nred,3\n", "No column holds names")]
    public void ListWithoutPeople_IsRefusedInASentence(string text, string says) =>
        Assert.Contains(says, Assert.Throws<PeopleListException>(() => Match(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void MappedColumnThatIsNotThere_IsNamed()
    {
        var refused = Assert.Throws<PeopleListException>(() => Match("Name\nSam\n", new PeopleColumns { FullName = "Nom" }));

        Assert.Contains("'Nom'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_AreWrittenAsCsv_FormulasDefused()
    {
        using var to = new StringWriter();

        MatchFile.Write(to, [new FilePair(2, 3, "=1+1", "SS2", 30.25, MatchBand.Same, "same phone; same surname")]);

        var lines = to.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("row,other_row,reference,other_reference,score,band,reasons", lines[0]);
        Assert.DoesNotContain(",=1", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("SS2,30.3,same,same phone; same surname", lines[1], StringComparison.Ordinal);
    }

    private static string Truth(string? reference) => reference!.Split('-')[1];

    private IReadOnlyList<FilePair> Match(string text, PeopleColumns? columns = null) =>
        file.Match(new StringReader(text), columns, cancellation: TestContext.Current.CancellationToken);
}

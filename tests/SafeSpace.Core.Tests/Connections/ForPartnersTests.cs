using SafeSpace.Core.Connections.Unmet;
using SafeSpace.Core.Shared;

namespace SafeSpace.Core.Tests.Connections;

public sealed class ForPartnersTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("9 7 5", "9 7 5", 0)]
    [InlineData("9 7 3 2", "9 7", 5)]
    [InlineData("9 7 2", "9", 9)]
    [InlineData("5 1", "", 6)]
    [InlineData("2 1", "", 3)]
    public void SmallLines_StandTogether_WithTheNextWhereTheyAreFew(string lines, string shown, int others)
    {
        var theirs = ForPartners.Of([.. Numbers(lines).Select(n => new Excluded("Somewhere", GroupList.RefusedWhy, "full", n))]);

        Assert.Equal(Numbers(shown), theirs.Shown.Select(l => l.Count));
        Assert.Equal(others, theirs.Others);
        Assert.Equal(others >= 5, theirs.OthersAreSaid);
    }

    /// <summary>Every list of up to four lines of 1 to 8, and a total known from elsewhere: nothing between 1 and 4 can be told from it.</summary>
    [Fact]
    public void WhoKnowsTheTotalToo_LearnsNoSmallNumber()
    {
        foreach (var counts in Lists(4))
        {
            var theirs = ForPartners.Of([.. counts.Select(n => new Excluded(null, GroupList.UnmetNeed, null, n))]);

            Assert.DoesNotContain(theirs.Shown, l => l.Count < 5);
            Assert.Equal(counts.Sum(), theirs.Shown.Sum(l => l.Count) + theirs.Others);
            Assert.True(theirs.Others is 0 or >= 5 || theirs.Shown.Count == 0, string.Join(' ', counts));
        }
    }

    [Theory]
    [InlineData(0, 9, true)]
    [InlineData(9, 9, true)]
    [InlineData(5, 10, true)]
    [InlineData(4, 10, false)]
    [InlineData(6, 10, false)]
    [InlineData(0, 3, false)]
    public void APart_IsSaid_WhereNeitherItNorTheRestIsSmall(int part, int whole, bool said) => Assert.Equal(said, ForPartners.MaySay(part, whole));

    private static IEnumerable<int> Numbers(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static IEnumerable<int[]> Lists(int most) =>
        most == 0 ? [[]] : Lists(most - 1).SelectMany(list => list.Length == most - 1 ? Enumerable.Range(1, 8).Select(n => (int[])[.. list, n]).Prepend(list) : [list]);
}

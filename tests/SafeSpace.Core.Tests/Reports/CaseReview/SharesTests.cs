using SafeSpace.Core.Reports.CaseReview;

namespace SafeSpace.Core.Tests.Reports.CaseReview;

public sealed class SharesTests
{
    /// <summary>Published values: Newcombe 1998, table I (95 %, Wilson without correction): 81/263, 15/148, 0/20, 1/29.</summary>
    [Theory]
    [InlineData(81, 263, 25.5, 36.6)]
    [InlineData(15, 148, 6.2, 16.0)]
    [InlineData(0, 20, 0, 16.1)]
    [InlineData(1, 29, 0.6, 17.2)]
    [InlineData(20, 20, 83.9, 100)]
    public void Interval_is_Wilsons(int part, int of, double low, double high) => Assert.Equal(((decimal)low, (decimal)high), Shares.Wilson(part, of));

    [Fact]
    public void Interval_of_no_files_is_not_known() => Assert.Null(Shares.Wilson(0, 0));

    [Theory]
    [InlineData("85", 20, true)]
    [InlineData("63", 20, false)]
    [InlineData("33", 3, true)]
    [InlineData("34", 3, false)]
    [InlineData("12.5", 8, true)]
    [InlineData("12.50", 8, true)]
    [InlineData("12.4", 8, false)]
    [InlineData("0", 7, true)]
    [InlineData("100", 7, true)]
    [InlineData("101", 7, false)]
    [InlineData("2.5", 40, true)]
    public void Percentage_that_no_whole_number_of_files_gives_is_found(string percent, int of, bool can) =>
        Assert.Equal(can, Shares.CanBe(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), of));

    [Fact]
    public void Percentages_of_all_samples_up_to_300_can_be_however_they_were_rounded()
    {
        for (var of = 1; of <= 300; of++)
            for (var part = 0; part <= of; part++)
            {
                Assert.True(Shares.CanBe(Math.Round(100m * part / of, MidpointRounding.AwayFromZero), of));
                Assert.True(Shares.CanBe(Math.Round(100m * part / of, MidpointRounding.ToEven), of));
                Assert.True(Shares.CanBe(Math.Round(100m * part / of, 1, MidpointRounding.ToZero), of) || (1000m * part / of) % 1 > 0.5m);
            }
    }

    [Theory]
    [InlineData("85%", "85", true, null)]
    [InlineData(" 85 % ", "85", true, null)]
    [InlineData("12.50 %", "12.50", true, null)]
    [InlineData("17 of 20", "17", false, 20)]
    [InlineData("17 (85%)", "17", false, null)]
    [InlineData("£1,234.50", "1234.50", false, null)]
    [InlineData("n/k", null, false, null)]
    [InlineData("", null, false, null)]
    [InlineData("about 40", null, false, null)]
    public void Printed_cell_is_read_and_kept_as_it_was(string raw, string? read, bool percent, int? of)
    {
        var cell = PrintedCell.Read(raw);

        Assert.Equal((raw, read, percent, of), (cell.Raw, cell.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), cell.IsPercent, cell.Base));
    }

    [Fact]
    public void Same_number_draws_the_same_files_and_another_draws_others()
    {
        var files = Enumerable.Range(1, 500).ToList();

        Assert.Equal([305, 212, 270, 16, 166], FileReviewService.Draw(files, 5, 7)); // worked out by another program
        Assert.NotEqual(FileReviewService.Draw(files, 20, 7), FileReviewService.Draw(files, 20, 8));
        Assert.Equal(500, FileReviewService.Draw(files, 1000, 7).Distinct().Count());
    }

    [Fact]
    public void Every_file_is_as_likely_as_the_others()
    {
        var drawn = new int[20];
        for (var seed = 0; seed < 20_000; seed++)
            foreach (var file in FileReviewService.Draw(Enumerable.Range(0, 20).ToList(), 5, seed))
                drawn[file]++;

        Assert.All(drawn, times => Assert.InRange(times, 4700, 5300));
    }
}

using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Reports.CaseReview;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Reports.CaseReview;

/// <summary>Case files drawn at random and read with a short form.</summary>
public sealed class ReviewsTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_DrawReadAndFinish_GivesResultsWithTheirBase(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 60, contacts: 300);
        var supervisor = await group.SignInAsync(Role.Supervisor);
        var review = await DrawAsync(supervisor, "Autumn", 3, 4);
        Assert.Equal(7, review.Page.QuerySelectorAll("ul.people li").Length);

        for (var number = 1; number <= 5; number++)
        {
            var form = await supervisor.GetAsync($"{review.Path}/files/{number}");
            await form.SubmitAsync(("Answers[own_words]", number == 1 ? "No" : "Yes"), ("Words", "Ask sooner."));
        }

        var results = await (await supervisor.GetAsync(review.Path)).PressAsync("Finish");
        Assert.Contains("80 % of 5", results.Words(), StringComparison.Ordinal);
        Assert.Contains("37.6 % and 96.4 %", results.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.PostAsync($"{review.Path}/files/6", [.. (await supervisor.GetAsync($"{review.Path}/files/6")).FormFields()])).Status);
        await using var db = await group.Store.ReadAsync();
        var viewed = await db.Views.Where(v => v.Surface == "case file review").CountAsync();
        Assert.True(viewed > 0, "reading a file is looking at somebody");
        Assert.DoesNotContain("Ask sooner.", System.Text.Encoding.UTF8.GetString((await db.ReviewedFiles.FirstAsync(f => f.Words != null)).Words!.Value.Bytes.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_SameNumber_DrawsTheSameFiles(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        await group.Store.InventAsync(people: 60, contacts: 300);
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var (one, two, other) = (await DrawAsync(coordinator, "One", 5, 5), await DrawAsync(coordinator, "Two", 5, 5), await DrawAsync(coordinator, "Other", 5, 5, seed: 43));

        Assert.Equal(FilesOf(one), FilesOf(two));
        Assert.NotEqual(FilesOf(one), FilesOf(other));
    }

    [Fact]
    public async Task Post_FileThatTwoRead_KeepsBothWords()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        await group.Store.InventAsync(people: 20, contacts: 60);
        var (one, other) = (await group.SignInAsync(Role.Supervisor), await group.SignInAsync(Role.Coordinator));
        var review = await DrawAsync(one, "Autumn", 2, 2);
        var (first, second) = (await one.GetAsync(review.Path + "/files/1"), await other.GetAsync(review.Path + "/files/1"));
        await first.SubmitAsync(("Words", "Well kept."));

        var late = await second.SubmitAsync(("Words", "Nothing in own words."));

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Well kept.", late.Words(), StringComparison.Ordinal);
        Assert.Contains("Nothing in own words.", late.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "0", "5", "Draw one file at least.")]
    [InlineData("-1", "3", "5", "Between 0 and 200 files.")]
    [InlineData("3", "201", "5", "Between 0 and 200 files.")]
    [InlineData("3", "3", "", "Write a whole number.")]
    public async Task Post_DrawThatCannotBe_SaysWhy(string active, string closed, string seed, string says)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);

        var refused = await (await supervisor.GetAsync("/reviews/new")).SubmitAsync(("Name", "Autumn"), ("Active", active), ("Closed", closed), ("Seed", seed));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PrintedTable_KeepsTheRawCellAndFlagsWhatCannotBe()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var supervisor = await group.SignInAsync(Role.Supervisor);
        var page = await supervisor.GetAsync("/reviews/printed");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.SubmitAsync(("Source", "Review 2013"), ("Table", "one line"))).Status);

        var kept = await page.SubmitAsync(("Source", "Review 2013"), ("Table", "The file shows;Percent;Said\nSpoken with; 63 %;n/k\nOwn words;12.50%;17 of 20"), ("Of", "20"));

        var rows = kept.Page.QuerySelectorAll("main tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(
            [
                "Spoken with | Percent | 63 % | 63 % | 20 | No whole number of files gives this", "Spoken with | Said | n/k | not known | not known | Nothing to check",
                "Own words | Percent | 12.50% | 12.5 % | 20 | No whole number of files gives this", "Own words | Said | 17 of 20 | 17 | 20 | Nothing to check",
            ],
            rows);
        await page.SubmitAsync(("Source", "Review 2013"), ("Table", "The file shows;Percent;Said\nSpoken with; 63 %;n/k\nOwn words;12.50%;17 of 20"), ("Of", "20"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(4, await db.PrintedFigures.CountAsync());
        var cell = await db.PrintedFigures.SingleAsync(f => f.Row == "Spoken with" && f.Column == "Percent");
        Assert.Equal((" 63 %", "63"), (cell.Raw, cell.ReadAs));
    }

    private static async Task<Answer> DrawAsync(Visitor reader, string name, int active, int closed, int seed = 42) =>
        await (await reader.GetAsync("/reviews/new")).SubmitAsync(("Name", name), ("Active", $"{active}"), ("Closed", $"{closed}"), ("Seed", $"{seed}"));

    private static IReadOnlyList<string> FilesOf(Answer review) => [.. review.Page.QuerySelectorAll("ul.people li .soft").Select(f => f.TextContent.Trim())];
}

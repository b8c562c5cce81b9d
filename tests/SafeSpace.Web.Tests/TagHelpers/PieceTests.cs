using SafeSpace.Web.Infrastructure;
using SafeSpace.Web.TagHelpers;
using SafeSpace.Web.Tests.Words;

namespace SafeSpace.Web.Tests.TagHelpers;

public sealed class PieceTests : IDisposable
{
    private readonly InCulture culture = new("en-GB");
    private readonly Rendering page = new();

    public void Dispose() => culture.Dispose();

    [Fact]
    public async Task The_summary_has_each_mistake_once_and_links_to_its_field()
    {
        page.Typed("Person.Born", "Write the date as day, month, year: 14 3 1984.", "x").Typed("Phone", "A <b>phone</b>?", "y");
        page.ModelState.AddModelError("Phone", "A <b>phone</b>?");
        page.ModelState.AddModelError("", "Sam changed this while you were typing.");
        page.ModelState.TryAddModelException("Tries", new FormatException("secret detail"));

        Approved.Match(await page.Html(new ErrorSummaryTagHelper(Rendering.Texts), "error-summary"), "error-summary");
    }

    [Fact]
    public async Task Without_mistakes_there_is_no_summary() =>
        Assert.Empty(await page.Html(new ErrorSummaryTagHelper(Rendering.Texts), "error-summary"));

    [Fact]
    public async Task An_empty_state_says_what_to_do() => Approved.Match(
        await page.Html(new EmptyStateTagHelper(Rendering.Texts) { Title = "Nobody is waiting." }, "empty-state", html: "<p>Take a breath.</p>"), "empty-state");

    [Fact]
    public async Task Leaving_is_a_plain_link_to_the_groups_neutral_page() => Approved.Match(
        await page.Html(new LeavePageTagHelper(Rendering.Texts, new GroupLook { LeaveTo = "https://weather.example/?a=1&b=2" }), "leave-page"), "leave-page");

    [Fact]
    public async Task The_saved_mark_says_the_time_of_the_groups_day()
    {
        var summer = new DateTime(2026, 7, 1, 13, 3, 0, DateTimeKind.Utc);

        Approved.Match(await page.Html(new SavedMarkTagHelper(Rendering.Texts) { At = summer }, "saved-mark"), "saved-mark");
        Assert.Empty(await page.Html(new SavedMarkTagHelper(Rendering.Texts), "saved-mark"));
    }

    [Fact]
    public async Task A_new_form_has_a_new_id_and_a_returned_one_keeps_its_own()
    {
        var first = await page.Html(new FormIdTagHelper(), "form-id");
        var second = await page.Html(new FormIdTagHelper(), "form-id");
        page.Typed("FormId", null, "0199d0c4-0000-7000-8000-000000000001");

        Assert.NotEqual(first, second);
        Assert.Equal("<input type=\"hidden\" name=\"FormId\" value=\"0199d0c4-0000-7000-8000-000000000001\">", await page.Html(new FormIdTagHelper(), "form-id"));
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("<script>")]
    public async Task A_form_id_that_is_none_is_made_anew(string posted)
    {
        page.Typed("FormId", null, posted);

        Assert.DoesNotContain(posted, await page.Html(new FormIdTagHelper(), "form-id"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_conflict_the_version_is_the_pages_own()
    {
        page.Typed("Version", null, "7");

        Assert.Equal("<input type=\"hidden\" name=\"Version\" value=\"8\">", await page.Html(new VersionTagHelper { For = page.For("Version", 8) }, "version"));
    }

    [Fact]
    public async Task A_table_reads_as_cards_and_escapes_what_is_in_it()
    {
        var rows = "\n<tr><th scope=\"row\">Sam</th><td>Crisis team</td><td class=\"now\">open</td><td>12</td></tr>\n<tr><th scope=\"row\">Ana</th>\n<td></td><td colspan=\"2\">none</td></tr>\n<tr><td>";

        Approved.Match(
            await page.Html(new DataTableTagHelper(Rendering.Texts) { Caption = "Register", Columns = "Name|Team & place|State|#Calls" }, "data-table", html: rows, text: "<td>typed</td>"), "data-table");
    }

    [Fact]
    public async Task Every_form_leaves_checking_to_the_page() =>
        Assert.Equal("<form novalidate></form>", await page.Html(new PlainFormTagHelper(), "form"));
}

using System.Net;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Import;

public sealed class ColumnsTests
{
    private const string Strange = "Our list\nCard,Came on,Person,Why\nSS0007,3/1/2021,\"Hill, Sam\",isolation\nSS0008,4/1/2021,\"Kowalska, Ana\",debt\n";

    [Fact]
    public async Task Get_KnownHeaders_ShowsTheFirstRowsAsUnderstood()
    {
        var coordinator = await SignInAsync();

        var page = await coordinator.UploadAsync(
            ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam), ImportPages.File("diary.csv", ImportPages.DiaryHeader + ImportPages.Call + "31/02/2021,10:00,Call in,SS0001,,Kelly,15,\n"));

        Assert.Contains("SS0001 Sam Hill", page.Words(), StringComparison.Ordinal);
        Assert.Contains("rang us · 15 min · Kelly · slept well", page.Words(), StringComparison.Ordinal);
        Assert.Contains("31/02/2021", page.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_StrangeHeadersNamedByTheSelects_AreReadSo(EngineKind engine)
    {
        var coordinator = await SignInAsync(engine);
        var page = await coordinator.UploadAsync(ImportPages.File("list.csv", Strange));
        Assert.Contains("We found no row of headers that we know.", page.Words(), StringComparison.Ordinal);

        page = await page.PressAsync(
            "Look again", ("Sheets[0].Kind", "Register"), ("Sheets[0].HeaderRow", "2"), ("Sheets[0].Columns[0].Field", "reference"),
            ("Sheets[0].Columns[1].Field", "date"), ("Sheets[0].Columns[2].Field", "name"), ("Sheets[0].Columns[3].Field", "factors"));

        Assert.Contains("SS0007 Sam Hill", page.Words(), StringComparison.Ordinal);
        var done = await coordinator.UntilThroughAsync(await page.PressAsync("Bring it in"));
        Assert.Equal((2, 2), (done.Rows("brought in"), done.Rows("hold no record: blank, titles, totals")));
    }

    [Fact]
    public async Task Post_AMappingFile_IsReadAndKeptUnderAName()
    {
        var coordinator = await SignInAsync();
        const string Yaml = "kind: register\nheader_row: 2\ncolumns:\n  reference: Card\n  date: Came on\n  name: Person\n  factors: Why\n";
        var page = await coordinator.UploadAsync(ImportPages.File("list.csv", Strange));

        page = await page.PressAsync("Read it this way", ("Yaml", Yaml));
        Assert.Contains("SS0008 Ana Kowalska", page.Words(), StringComparison.Ordinal);
        await page.PressAsync("Keep", ("Name", "Our list"));
        var again = await coordinator.GetAsync("/import");
        var mapping = again.Page.QuerySelectorAll("select[name=Mapping] option").Single(o => o.TextContent == "Our list").GetAttribute("value")!;
        var next = await again.UploadAsync("Files", [ImportPages.File("list.csv", Strange)], ("Mapping", mapping));

        Assert.Contains("SS0007 Sam Hill", next.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kind: [unclosed", "Line ")]
    [InlineData("kind: cookbook", "cookbook")]
    [InlineData("encoding: klingon", "klingon")]
    public async Task Post_AMappingThatCannotBe_SaysSoAndKeepsWhatWasTyped(string yaml, string says)
    {
        var coordinator = await SignInAsync();
        var page = await coordinator.UploadAsync(ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam));

        var answer = await page.PressAsync("Read it this way", ("Yaml", yaml));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(says, answer.Words(".errors, [role=alert], main"), StringComparison.Ordinal);
        Assert.Equal(yaml, answer.Page.QuerySelector("textarea[name=Yaml]")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(page.Path)).Status);
    }

    [Fact]
    public async Task Post_ARowOfHeadersThatIsNoNumber_IsAskedForAgain()
    {
        var coordinator = await SignInAsync();
        var page = await coordinator.UploadAsync(ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam));

        var answer = await page.PressAsync("Look again", ("Sheets[0].HeaderRow", "first"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("first", answer.Page.QuerySelector("input[name='Sheets[0].HeaderRow']")!.GetAttribute("value"));
    }

    private static async Task<Visitor> SignInAsync(EngineKind engine = EngineKind.Sqlite) =>
        await (await (await TestSite.OnAsync(engine)).NewGroupAsync()).SignInAsync(Role.Coordinator);
}

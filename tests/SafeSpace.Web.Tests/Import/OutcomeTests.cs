using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Audit;
using SafeSpace.Core.Data;
using SafeSpace.Core.Diary;
using SafeSpace.Core.Register;
using SafeSpace.Testing;
using SafeSpace.Testing.Build;

namespace SafeSpace.Web.Tests.Import;

public sealed class OutcomeTests
{
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task TeamsFiles_TriedThenBroughtIn_GiveTheSums(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var columns = await coordinator.UploadAsync(
            ("register.xlsx", await File.ReadAllBytesAsync(SharedData.Path("safe-space/register.xlsx"))), ("diary.csv", await File.ReadAllBytesAsync(SharedData.Path("safe-space/diary.csv"))));

        var tried = await coordinator.UntilThroughAsync(await columns.PressAsync("Try it, and keep nothing"));
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.People.AnyAsync());
        Assert.Contains("nothing was kept", tried.Words(), StringComparison.Ordinal);
        var done = await coordinator.UntilThroughAsync(await tried.PressAsync("Bring it in"));

        Assert.Equal((12857, 12771, 0, 10), (done.Rows("read"), done.Rows("brought in"), done.Rows("known already"), done.Rows("not taken")));
        Assert.Equal(tried.Rows("brought in"), done.Rows("brought in"));
        Assert.Equal(1098, await db.People.CountAsync());
        Assert.Empty(ImportPages.KeptFiles(group));
        var list = (await coordinator.GetAsync(done.Path + "/refused.csv")).Text.Trim().Split('\n');
        Assert.Equal(11, list.Length);
        Assert.Contains(list, l => l.StartsWith("diary.csv,,1908,unknown reference,", StringComparison.Ordinal));
        var names = await db.People.Select(p => p.Surname).Distinct().ToListAsync();
        var words = string.Join('\n', group.Site.Log.Lines);
        Assert.DoesNotContain(names.Where(n => n.Length > 5), n => words.Contains(n, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EditedRows_AreShownWithBothValues_AndPutRightWhenTicked(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        const string Second = "6/1/2021,11:00,Call out,SS0001,,Kelly,20,\n";
        var register = ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam);
        await coordinator.BringInAsync(register, ImportPages.File("diary.csv", ImportPages.DiaryHeader + ImportPages.Call + Second));

        var page = await coordinator.BringInAsync(register, ImportPages.File("diary.csv", ImportPages.DiaryHeader + ImportPages.Call.Replace(",15,", ",16,", StringComparison.Ordinal) + Second.Replace(",20,", ",21,", StringComparison.Ordinal)));
        Assert.Equal((0, 3), (page.Rows("brought in"), page.Rows("known already")));
        Assert.Contains("diary.csv, row 2 SS0001 minutes 16 15", page.Words("#edited"), StringComparison.Ordinal);
        var after = await page.PressAsync("Put these right", ("Rows", "1"));

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Single(after.Page.QuerySelectorAll("#edited .tag"));
        await using var db = await group.Store.ReadAsync();
        Assert.Equal([15, 21], await db.Contacts.Where(c => c.CorrectedById == null).OrderBy(c => c.At).Select(c => c.Minutes!.Value).ToListAsync());
        Assert.True(await db.Views.AnyAsync(v => v.Surface == "import"));
    }

    /// <summary>The result was made from the whole store: a row of one of us is on the page for nobody but their keyholders, and is not put right by others.</summary>
    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task EditedRows_OfOneOfUs_AreNotShown_NorPutRight(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var register = ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam);
        await coordinator.BringInAsync(register, ImportPages.File("diary.csv", ImportPages.DiaryHeader + ImportPages.Call));
        var page = await coordinator.BringInAsync(register, ImportPages.File("diary.csv", ImportPages.DiaryHeader + ImportPages.Call.Replace(",15,", ",16,", StringComparison.Ordinal)));
        Assert.NotNull(page.Page.QuerySelector("#edited"));
        await using var db = await group.Store.ReadAsync();
        await group.WallAsync(await db.People.SingleAsync(), await group.AddAccountAsync(Role.Peer), await group.AddAccountAsync(Role.Facilitator));

        var after = await page.PressAsync("Put these right", ("Rows", "0"));

        Assert.Null(after.Page.QuerySelector("#edited"));
        Assert.DoesNotContain("SS0001", after.Words(), StringComparison.Ordinal);
        Assert.Equal(15, (await db.Contacts.AsNoTracking().SingleAsync()).Minutes);
    }

    [Fact]
    public async Task NaughtyStrings_ThroughEveryTextColumn_AreKeptVerbatimOrRefusedWithASentence()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var strings = JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(SharedData.Path("reference/naughty-strings.json")))!;
        static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var register = ImportPages.RegisterHeader + string.Concat(strings.Select((s, i) => $"SS{i + 1:0000},3/1/2021,{Quoted("x" + s)},{Quoted(s)},,{Quoted(s)},{Quoted(s)},\n"));
        var diary = ImportPages.DiaryHeader + string.Concat(strings.Select((s, i) => $"5/1/2021,10:00,Call in,SS{i + 1:0000},{Quoted(s)},{Quoted(s)},15,{Quoted(s)}\n"));

        var page = await coordinator.BringInAsync(ImportPages.File("register.csv", register), ImportPages.File("diary.csv", diary));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(page.Rows("read"), page.Rows("brought in") + page.Rows("not taken") + page.Rows("entered twice, counted once") + page.Rows("hold no record: blank, titles, totals"));
        Assert.True(page.Rows("brought in") > strings.Length, page.Words());
        Assert.Empty(page.Page.QuerySelectorAll("main script, main img, main iframe"));
        await using var db = await group.Store.ReadAsync();
        var kept = (await db.Contacts.AsNoTracking().ToListAsync()).Select(c => group.Store.Vault.Open("contact.words", c.Id.Value, c.Words)).ToHashSet();
        Assert.Contains("Ω≈ç√∫˜µ≤≥÷", kept);
        Assert.Contains("<script>alert(123)</script>", kept);
        var log = string.Join('\n', group.Site.Log.Lines);
        Assert.DoesNotContain("Ω≈ç√∫", log, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SafeSpace.Core.Access;
using SafeSpace.Core.Data;
using SafeSpace.Core.Import;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Import;

public sealed class UploadTests
{
    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "photo.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], "photo.xlsx" },
        { "register.xlsx", "PK\x03\x04 and then nothing that a workbook has"u8.ToArray(), "register.xlsx" },
        { "cut.csv", Encoding.UTF8.GetBytes(ImportPages.DiaryHeader + "5/1/2021,10:00,Call in,SS0001,,Kelly,15,\"she said"), "cut short" },
        { "empty.csv", [], "empty.csv" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task Post_AFileThatIsNoSpreadsheet_GetsASentenceAndNothingIsKept(string name, byte[] bytes, string says)
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var answer = await coordinator.UploadAsync((name, bytes), ImportPages.File("diary.csv", ImportPages.DiaryHeader + ImportPages.Call));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(says, answer.Words(), StringComparison.Ordinal);
        Assert.Empty(ImportPages.KeptFiles(group));
        await using var db = await group.Store.ReadAsync();
        Assert.False(await db.ImportRuns.AnyAsync());
    }

    [Fact]
    public async Task Post_NoFile_AsksForOne()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var answer = await coordinator.UploadAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Choose at least one file.", answer.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EngineKind.Sqlite)]
    [InlineData(EngineKind.Postgres)]
    public async Task Post_Files_AreKeptSealedWithTheirNames(EngineKind engine)
    {
        var group = await (await TestSite.OnAsync(engine)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);

        var answer = await coordinator.UploadAsync(ImportPages.File("/etc/Zebedee Quillfeather.csv", ImportPages.RegisterHeader + "SS0001,3/1/2021,Zebedee,Quillfeather,,,,\n"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Quillfeather", answer.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("/etc", answer.Words(), StringComparison.Ordinal);
        var kept = ImportPages.KeptFiles(group);
        Assert.NotEmpty(kept);
        Assert.All(kept, file => Assert.DoesNotContain("Quillfeather", Encoding.UTF8.GetString(File.ReadAllBytes(file)) + file, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Post_TheSameFormTwice_IsOneImport()
    {
        var group = await (await TestSite.OnAsync(EngineKind.Sqlite)).NewGroupAsync();
        var coordinator = await group.SignInAsync(Role.Coordinator);
        var page = await coordinator.GetAsync("/import");
        var file = ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam);

        var first = await page.UploadAsync("Files", [file]);
        var second = await page.UploadAsync("Files", [file]);

        Assert.Equal(first.Path, second.Path);
        await using var db = await group.Store.ReadAsync();
        Assert.Equal(1, await db.ImportRuns.CountAsync());
    }

    [Theory]
    [InlineData("/import/{0}")]
    [InlineData("/import/{0}/columns")]
    [InlineData("/import/{0}/refused.csv")]
    public async Task Get_AnotherGroupsImport_IsNotThere(string path)
    {
        var site = await TestSite.OnAsync(EngineKind.Sqlite);
        var (theirs, ours) = (await site.NewGroupAsync(), await site.NewGroupAsync());
        var other = await theirs.SignInAsync(Role.Coordinator);
        var id = (await other.UploadAsync(ImportPages.File("register.csv", ImportPages.RegisterHeader + ImportPages.Sam))).Path.Split('/')[2];

        var answer = await (await ours.SignInAsync(Role.Coordinator)).GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id));

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }
}

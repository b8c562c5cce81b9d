using System.Text;
using SafeSpace.Testing;

namespace SafeSpace.Web.Tests.Import;

/// <summary>What the tests of the import's pages share.</summary>
internal static class ImportPages
{
    public const string RegisterHeader = "Ref,Date of referral,First name,Surname,DOB,Phone,Presenting issues,Date closed\n";
    public const string DiaryHeader = "Date,Time,What,Ref,Name,Peer,Mins,Notes\n";
    public const string Sam = "SS0001,3/1/2021,Sam,Hill,1/2/1980,07700 900123,isolation,\n";
    public const string Call = "5/1/2021,10:00,Call in,SS0001,,Kelly,15,slept well\n";

    public static (string, byte[]) File(string name, string text) => (name, Encoding.UTF8.GetBytes(text));

    public static async Task<Answer> UploadAsync(this Visitor visitor, params (string, byte[])[] files) =>
        await (await visitor.GetAsync("/import")).UploadAsync("Files", files);

    /// <summary>Looks again until the import is through, as the page itself does.</summary>
    public static async Task<Answer> UntilThroughAsync(this Visitor visitor, Answer answer)
    {
        Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{answer.Path}: {answer.Status} {answer.Words()}");
        for (var looks = 0; answer.Response.Headers.Contains("Refresh"); looks++)
        {
            Assert.True(looks < 1200, $"The import does not end: {answer.Words()}");
            await Task.Delay(250);
            answer = await visitor.GetAsync(answer.Path);
        }

        return answer;
    }

    public static async Task<Answer> BringInAsync(this Visitor visitor, params (string, byte[])[] files) =>
        await visitor.UntilThroughAsync(await (await visitor.UploadAsync(files)).PressAsync("Bring it in"));

    /// <summary>A number of the table that says what became of every row.</summary>
    public static int Rows(this Answer answer, string what) =>
        int.Parse(answer.Page.QuerySelectorAll("table tr").First(r => r.QuerySelector("th")?.TextContent.Trim() == what).QuerySelector("td")!.TextContent.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    public static string[] KeptFiles(TestGroup group)
    {
        var folder = Path.Combine(group.Site.Folder.Folder, "uploads", group.Slug);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
    }
}

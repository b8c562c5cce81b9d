using System.Text.RegularExpressions;
using SafeSpace.Core.Import.Mapping;
using SafeSpace.Core.Import.Recognising;

namespace SafeSpace.Core.Tests.Import.Mapping;

/// <summary>The guide is code: every example in it is read, and it names every field there is.</summary>
public sealed partial class GuideTests
{
    private static string Guide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SafeSpace.slnx"))) folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "guide", "importing.md"));
    }

    [Fact]
    public void EveryExample_IsAMappingWeRead()
    {
        var examples = Examples().Matches(Guide());
        Assert.True(examples.Count >= 8);
        Assert.All(examples, example => MappingReader.Read("importing.md", example.Groups[1].Value));
    }

    [Theory]
    [InlineData(BookKind.Register)]
    [InlineData(BookKind.Diary)]
    public void EveryField_IsNamed(BookKind kind) =>
        Assert.Contains(string.Join(' ', Order(kind)), Guide());

    [Fact]
    public void EveryListOfWordsAndKindOfContact_IsNamed()
    {
        Assert.All(WordMapping.Lists, list => Assert.Contains($"  {list}: {{", Guide()));
        Assert.Contains(string.Join(' ', ContactKindNames.All), Guide());
    }

    private static IEnumerable<string> Order(BookKind kind)
    {
        var fields = BookVocabulary.Of(kind).Fields.Select(field => field.Field).ToHashSet();
        string[] order = ["reference", "date", "time", "when", "kind", "team", "given", "surname", "name", "born", "gender", "phone", "address", "postcode",
            "factors", "urgency", "state", "closed", "peer", "minutes", "notes"];
        if (kind == BookKind.Diary) order = ["date", "time", "when", "kind", "reference", .. order.Except(["date", "time", "when", "kind", "reference"])];
        Assert.Empty(fields.Except(order));
        return order.Where(fields.Contains);
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Examples();
}

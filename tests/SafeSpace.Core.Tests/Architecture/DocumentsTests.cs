using System.Text.RegularExpressions;

namespace SafeSpace.Core.Tests.Architecture;

/// <summary>A document that says "this test shows it" is worth nothing when there is no such test.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string Root = SourceTests.FindRoot();

    [Fact]
    public void Tests_that_documents_name_are_there()
    {
        var documents = Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).ToList();
        Assert.Empty(documents.SelectMany(d => NotThere(Path.GetRelativePath(Root, d), File.ReadAllText(d))));
        Assert.NotEmpty(Named().Matches(File.ReadAllText(Path.Combine(Root, "docs", "clinical-safety", "hazard-log.md"))));
    }

    [Fact]
    public void A_test_that_is_not_there_is_found() => Assert.Equal(
        ["a.md names NoSuchTests", "a.md names SourceTests.Files_are_tall", "a.md names Elsewhere/SourceTests.Files_are_short"],
        NotThere("a.md", "`NoSuchTests` `SourceTests.Files_are_tall` `SourceTests.Files_are_short` `Architecture/SourceTests` `Elsewhere/SourceTests.Files_are_short`"));

    private static IEnumerable<string> NotThere(string document, string text) =>
        from match in Named().Matches(text)
        let folder = match.Groups["folder"].Value
        let method = match.Groups["method"].Value
        let name = match.Groups["class"].Value
        let files = Directory.EnumerateFiles(Path.Combine(Root, "tests"), name + "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f).StartsWith(name + ".", StringComparison.Ordinal)) // in one file or in parts
            .Where(f => folder.Length == 0 || Path.GetFileName(Path.GetDirectoryName(f)) == folder)
        where !files.Any(f => method.Length == 0 || File.ReadAllText(f).Contains($" {method}(", StringComparison.Ordinal))
        select $"{document} names {match.Value.Trim('`')}";

    /// <summary>`ClassTests`, `ClassTests.Method`, or `Folder/ClassTests.Method` where two classes share a name.</summary>
    [GeneratedRegex(@"`(?:(?<folder>\w+)/)?(?<class>\w+Tests)(?:\.(?<method>\w+))?`")]
    private static partial Regex Named();
}

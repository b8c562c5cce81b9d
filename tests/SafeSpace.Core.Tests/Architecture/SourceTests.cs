using System.Text.RegularExpressions;

namespace SafeSpace.Core.Tests.Architecture;

/// <summary>How the source reads: short files, one clock, no way round a rule.</summary>
public sealed partial class SourceTests
{
    private const int MostLines = 300;
    private const int MostLinesOfAPage = 150;

    private static readonly string Root = FindRoot();

    private static readonly string[] Clocks =
        ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid("];

    [Fact]
    public void Files_are_short() => Assert.Empty(TooLong(Sources("src", "tests", "bench")));

    [Fact]
    public void A_long_file_is_found()
    {
        var found = TooLong([("src/Long.cs", Lines(300)), ("src/Longer.cs", Lines(301)), ("src/Page/Index.cshtml.cs", Lines(151)), ("src/Page/Short.cshtml.cs", Lines(150))]);
        Assert.Equal(["src/Longer.cs has 301 lines", "src/Page/Index.cshtml.cs has 151 lines"], found);
    }

    [Fact]
    public void Nobody_reads_the_clock_of_the_machine() => Assert.Empty(ReadsTheClock(Sources("src", "bench")));

    [Fact]
    public void A_clock_read_directly_is_found()
    {
        var found = ReadsTheClock([("src/A.cs", "var now = DateTime.UtcNow;"), ("src/B.cs", "// never DateTime.UtcNow\nvar now = time.GetUtcNow();"), ("src/C.cs", "#pragma warning disable RS0030")]);
        Assert.Equal(["src/A.cs: DateTime.UtcNow", "src/C.cs: the rule is switched off"], found);
    }

    /// <summary>The compiler refuses them too, with a reason: see BannedSymbols.txt.</summary>
    [Fact]
    public void The_compiler_is_told_of_every_clock()
    {
        var banned = File.ReadAllText(Path.Combine(Root, "BannedSymbols.txt"));
        Assert.All(Clocks, clock => Assert.Matches($@"System\.{Regex.Escape(clock.TrimEnd('('))};\S", banned));
        Assert.Contains("BannedApiAnalyzers", File.ReadAllText(Path.Combine(Root, "Directory.Build.props")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_for_later_without_saying_where() =>
        Assert.Empty(Sources("src").Where(s => Later().IsMatch(s.Text)).Select(s => s.Path));

    [Fact]
    public void No_test_is_skipped() =>
        Assert.Empty(Sources("tests").Where(s => Skipped().IsMatch(s.Text)).Select(s => s.Path));

    private static List<string> TooLong(IEnumerable<(string Path, string Text)> sources) =>
        [.. from source in sources
            let lines = source.Text.TrimEnd('\n').Split('\n').Length
            where lines > (source.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) ? MostLinesOfAPage : MostLines)
            select $"{source.Path} has {lines} lines"];

    private static List<string> ReadsTheClock(IEnumerable<(string Path, string Text)> sources)
    {
        var found = new List<string>();
        foreach (var (path, text) in sources)
        {
            var code = Comment().Replace(text, "");
            found.AddRange(Clocks.Where(c => Regex.IsMatch(code, $@"\b{Regex.Escape(c)}")).Select(c => $"{path}: {c.TrimEnd('(')}"));
            if (code.Contains("RS0030", StringComparison.Ordinal))
                found.Add($"{path}: the rule is switched off");
        }

        return found;
    }

    private static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(p => p is "bin" or "obj") && !path.StartsWith("src/SafeSpace.Migrations.", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("line\n", count));

    internal static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SafeSpace.slnx")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository's root was not found above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b(?!.*#\d+)")]
    private static partial Regex Later();

    [GeneratedRegex("""\b(Skip|SkipWhen|SkipUnless)\s*=|Assert\.Skip""")]
    private static partial Regex Skipped();
}

using System.Text.Json;
using SafeSpace.Testing;
using SafeSpace.Web.Cli;

namespace SafeSpace.Web.Tests.Cli;

/// <summary>One run of <c>safespace</c>: what it answered, what it said beside, and how it ended.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<Run> OfAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error);
        return new Run(code, output.ToString(), error.ToString());
    }

    /// <summary>On the stores of a test.</summary>
    public static Task<Run> OfAsync(TestStores stores, params string[] args) =>
        OfAsync([.. args, "--data", stores.Folder, .. stores.Database is { } database ? new[] { "--database", database } : []]);

    /// <summary>One plain sentence on standard error, nothing on standard output, no trace of the code.</summary>
    public void IsRefused(int code, string words)
    {
        Assert.Equal(code, Code);
        Assert.Empty(Output);
        Assert.Equal(1, Error.Count(c => c == '\n'));
        Assert.Contains(words, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}

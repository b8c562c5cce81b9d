namespace SafeSpace.Core.Import.Reading;

/// <summary>What a mapping says about a CSV file; what it leaves out is recognised.</summary>
/// <param name="Encoding">A name such as <c>utf-8</c> or <c>windows-1252</c>.</param>
/// <param name="Delimiter">One letter: comma, semicolon, tab or bar.</param>
public sealed record CsvChoices(string? Encoding = null, string? Delimiter = null);
